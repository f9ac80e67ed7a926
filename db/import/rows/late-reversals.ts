/**
 * Rows that take back others where the profile does not say so: none of the rows that were looked at had such a mark, or a file of
 * before had none. What tells them is learned as the texts of a column come.
 */
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { amountColumnsOf } from '../guess/guess-readings.ts';
import { reversalMarksOf } from './reversals.ts';

/** A column of more texts than that tells something else. */
const MOST_TEXTS = 200;

/** Columns whose headings say that they tell such rows, and which the profile leaves open. */
function columnsLeftOpen({ reversals, ...profile }: ImportProfile, columns: readonly string[]) {
  if (reversals?.are === 'kept') return [];
  const amounts = new Set(amountColumnsOf(profile as ImportProfile).keys());
  return columns.flatMap((column, at) => {
    const marks = amounts.has(column) ? null : reversalMarksOf(column);
    const known = new Set(reversals?.column === column ? reversals.in : []);
    return marks === null ? [] : [{ at, marks, known }];
  });
}

/** Whether rows of a file with these columns have to be looked at for it. */
export function mayTakeBack(profile: ImportProfile, columns: readonly string[]): boolean {
  return columnsLeftOpen(profile, columns).length > 0;
}

/** Compiles what tells that a row takes back another, unsaid; rows are to be shown in the order of the file. Null where no column may. */
export function compileLateReversals(
  profile: ImportProfile,
  columns: readonly string[],
): ((cells: readonly string[]) => boolean) | null {
  const open = columnsLeftOpen(profile, columns).map((column) => ({
    ...column,
    texts: new Set<string>(),
    found: new Set<string>(),
  }));
  if (open.length === 0) return null;
  return (cells) => {
    let takesBack = false;
    for (const column of open) {
      const text = (cells[column.at] ?? '').trim();
      if (!column.texts.has(text) && column.texts.size < MOST_TEXTS) {
        column.texts.add(text);
        column.found = new Set(column.marks(column.texts));
      }
      if (column.texts.size < MOST_TEXTS && column.found.has(text) && !column.known.has(text)) takesBack = true;
    }
    return takesBack;
  };
}
