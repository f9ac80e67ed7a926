import { join } from 'node:path';
import type { WatchedRow } from '../../../db/store/watched-files.ts';
import { DONE, FAILED } from './names.ts';
import { dropKeptPlace, freePlace, moveFile, statOrNull, tidyWorking } from './places.ts';

/** Where files lie by what came of them: what was imported by days, so that no folder grows without end. */
const subfolders: Record<WatchedRow['state'], (day: string) => string | null> = {
  taken: () => null,
  imported: (day) => `${DONE}/${day}`,
  failed: () => FAILED,
  returned: () => '',
};

export interface SettleParts {
  /** An instant in ISO form. */
  now: string;
  /** Keeps the row before the disk follows it. */
  keep(row: WatchedRow): Promise<void>;
}

/** Moves a file to where it belongs by what came of it, or ends a move that was cut short; returns its row as it is then. */
export async function settle(before: WatchedRow, { now, keep }: SettleParts): Promise<WatchedRow> {
  const { folder, file } = before;
  const subfolder = subfolders[before.state](now.slice(0, 10));
  let row = before;
  await keep(row);
  if (row.goesTo !== null && (await statOrNull(join(folder, row.liesAt)))) await dropKeptPlace(folder, row.goesTo);
  while (subfolder !== null && (row.goesTo !== null || !isWithin(row.liesAt, before.state))) {
    const goesTo = row.goesTo ?? (await freePlace(folder, subfolder, file));
    if (row.goesTo === null) await keep({ ...row, goesTo });
    const moved = await moveFile(folder, row.liesAt, goesTo);
    row = { ...row, goesTo: null, liesAt: moved === 'moved' ? goesTo : row.liesAt };
    if (moved === 'gone') {
      row = { ...row, message: `${row.message} The file itself was taken away meanwhile.`.trim() };
      break;
    }
  }
  await tidyWorking(folder, before.liesAt);
  row = { ...row, settledAt: now };
  await keep(row);
  return row;
}

function isWithin(place: string, state: WatchedRow['state']): boolean {
  if (state === 'returned') return !place.includes('/');
  return place.startsWith(`${state === 'imported' ? DONE : FAILED}/`);
}
