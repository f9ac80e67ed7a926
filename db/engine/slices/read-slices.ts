/**
 * Reads what a plan needs, slice by slice, and merges the rows as they come. All slices see one moment: sealed files do
 * not change; every read of live checks, in its own transaction, that it is of the generation that was planned for. One
 * that is not ends the reading, and nothing of it is used.
 */
import type { PlanSummary } from '../../../shared/query/answer.ts';
import { statementsOf } from '../../dialects/sqlite/report.ts';
import type { Arm, Plan } from '../../planner/plan.ts';
import type { Catalog } from '../../store/catalog.ts';
import { type ArmRows, armRows, ReportMerger } from '../answers/merge-report.ts';
import type { Engine } from '../engine.ts';
import type { StepClock } from '../step-clock.ts';
import { eachSlice, slicesAtOnce } from './each-slice.ts';
import { type Slice, type SliceSizes, unreadOf } from './slices.ts';

type StatementSummary = PlanSummary['statements'][number];

/** How far a reading has come. */
export interface Reading {
  merger: ReportMerger;
  /** One for each file and statement, over all slices. */
  statements: StatementSummary[];
  /** False where each file is read in one statement. */
  sliced: boolean;
  slices: number;
  recordsRead: number;
  recordsTotal: number;
}

interface ReadOptions {
  clock: StepClock;
  sizes: SliceSizes;
  signal: AbortSignal | undefined;
  onSlice: (reading: Reading) => void;
}

interface SliceRead {
  rows: ArmRows;
  statements: StatementSummary[];
}

/** What the files of a plan answer; null when the store changed meanwhile. Throws CANCELLED soon after the signal aborts. */
export async function readSlices(
  engine: Engine,
  plan: Plan,
  catalog: Catalog,
  { clock, sizes, signal, onSlice }: ReadOptions,
): Promise<Reading | null> {
  const { unread, sliced } = unreadOf(plan, sizes);
  const { recordsTotal } = unread;
  const reading: Reading = {
    merger: new ReportMerger(plan),
    statements: [],
    sliced,
    slices: 0,
    recordsRead: 0,
    recordsTotal,
  };
  const isWhole = await eachSlice(unread, {
    sizes,
    atOnce: sliced ? slicesAtOnce(engine) : plan.arms.length,
    signal,
    read: async (slice, stop) => {
      const read = await readSlice(engine, plan, slice, catalog, { clock, sliced, stop });
      if (read === null) return 'changed';
      clock.merge(() => {
        addSlice(reading, slice, read);
        onSlice(reading);
      });
      const elapsedMs = read.statements.reduce((sum, statement) => sum + statement.elapsedMs, 0);
      return { elapsedMs, rows: read.rows.sums.length };
    },
  });
  clock.endReading();
  return isWhole ? reading : null;
}

/** What one slice answers; null when live is not as it was planned for. */
async function readSlice(
  engine: Engine,
  plan: Plan,
  { arm, range }: Slice,
  { version, generation }: Catalog,
  { clock, sliced, stop }: { clock: StepClock; sliced: boolean; stop: AbortSignal },
): Promise<SliceRead | null> {
  const { name, file, kind } = partitionOf(plan.arms, arm);
  const part = { ...plan, range };
  const asked = statementsOf(part);
  const expected = kind === 'live' ? { catalogVersion: version, generation: sliced ? generation : null } : {};
  const read = () => engine.read(file, asked, { ...expected, signal: stop });
  const { current, answers } = await clock.piece(() => (sliced ? engine.sliceTurns.run(read) : read()));
  if (!current) return null;
  return {
    rows: armRows(
      plan,
      answers.map(({ rows }) => rows),
    ),
    statements: answers.map(({ rows, elapsedMs }, at) => ({
      partition: name,
      sql: asked[at]?.sql ?? '',
      elapsedMs,
      rows: rows.length,
    })),
  };
}

function partitionOf(arms: readonly Arm[], at: number): Arm['partition'] {
  const arm = arms[at];
  if (!arm) throw new Error(`A slice is of file ${at}, but the plan reads ${arms.length}.`);
  return arm.partition;
}

function addSlice(reading: Reading, { records }: Slice, { rows, statements }: SliceRead): void {
  reading.merger.add(rows);
  reading.slices++;
  reading.recordsRead += records;
  for (const { partition, sql, elapsedMs, rows: count } of statements) {
    const known = reading.statements.find((each) => each.partition === partition && each.sql === sql);
    if (known) {
      known.elapsedMs += elapsedMs;
      known.rows += count;
    } else {
      reading.statements.push({ partition, sql, elapsedMs, rows: count });
    }
  }
}
