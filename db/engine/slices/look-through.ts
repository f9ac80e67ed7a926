import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import type { DayRange } from '../../planner/plan.ts';
import type { Engine } from '../engine.ts';
import type { Value } from '../sqlite/connection.ts';
import { eachSlice, slicesAtOnce } from './each-slice.ts';
import { armsOf, PLANS_TRIED } from './over-files.ts';
import { firstDay, SLICE_SIZES, type Slice, type SliceSizes, slicesOfDays } from './slices.ts';

/** What a slice of records held of what is looked for, and how far the looking is. */
export interface Look {
  partition: string;
  rows: Value[][];
  recordsRead: number;
  recordsTotal: number;
  /** All days that come before it in the order of looking have been looked at; null when all days have. */
  nextDay: number | null;
}

interface LookOptions {
  newestFirst: boolean;
  statementOf: (range: DayRange) => SqlStatement;
  /** What is done with each slice, from the beginning where the store changed meanwhile; 'enough' ends the looking. */
  begin: () => (look: Look) => 'on' | 'enough';
  signal?: AbortSignal | undefined;
  sizes?: SliceSizes;
}

/**
 * Looks at the records of a range one by one, for what no index knows: slice by slice, in turn with those of other
 * questions, so that none waits for all of it. Throws CANCELLED soon after the signal aborts.
 */
export async function lookThrough(
  engine: Engine,
  range: DayRange,
  { newestFirst, statementOf, begin, signal, sizes = SLICE_SIZES }: LookOptions,
): Promise<void> {
  for (let attempt = 0; attempt < PLANS_TRIED; attempt++) {
    const catalog = await engine.catalog();
    const files = armsOf(catalog, range).map(({ partition }) => partition);
    const unread = slicesOfDays(files, range, newestFirst);
    const tell = begin();
    const taken = new Set<Slice>();
    let recordsRead = 0;
    const isWhole = await eachSlice(unread, {
      sizes,
      atOnce: slicesAtOnce(engine),
      signal,
      read: async (slice, stop) => {
        taken.add(slice);
        const file = files[slice.arm];
        if (!file) throw new Error(`A slice is of file ${slice.arm}, but ${files.length} are looked through.`);
        const { version, generation } = catalog;
        const expected = file.kind === 'live' ? { catalogVersion: version, generation } : {};
        const { current, answers } = await engine.sliceTurns.run(() =>
          engine.read(file.file, [statementOf(slice.range)], { ...expected, signal: stop }),
        );
        const [answer] = answers;
        if (!current || !answer) return 'changed';
        recordsRead += slice.records;
        taken.delete(slice);
        const { rows, elapsedMs } = answer;
        const ahead = [unread.nextDay(), firstDay([...taken], newestFirst)].filter((day) => day !== null);
        const nextDay = ahead.length === 0 ? null : (newestFirst ? Math.max : Math.min)(...ahead);
        const { recordsTotal } = unread;
        return tell({ partition: file.name, rows, recordsRead, recordsTotal, nextDay }) === 'enough'
          ? 'enough'
          : { elapsedMs, rows: rows.length };
      },
    });
    if (isWhole) return;
    engine.forgetCatalog();
  }
  throw new Error('The store kept changing while records were looked through.');
}
