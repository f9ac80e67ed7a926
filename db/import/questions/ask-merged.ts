import type { Question } from '../../../shared/contract/schemas.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import { columnsInUse } from '../shape/merged-cells.ts';
import type { AskedFile } from './ambiguities.ts';

/** Asks of each column in use that has cells merged over several rows whether these count for each row or for the first. */
export function mergedQuestions({ profile, merged }: AskedFile): Question[] {
  const used = new Set(columnsInUse(profile));
  return merged
    .filter(({ column }) => used.has(column))
    .map(({ column, count, text, from, to, file }) => {
      const inUse = readingOfColumn(profile.columns, column).merged ?? 'first';
      const meaning =
        inUse === 'each' ? 'counts for each of these rows' : 'counts for the first row, and is blank in the others';
      const where = file === undefined ? '' : ` of ${file}`;
      const others = count === 1 ? '' : `, and ${count - 1} more such cells`;
      return {
        field: 'merged',
        column,
        sample: text,
        rows: { from, to, ...(file !== undefined && { file }) },
        message: `In column '${column}' the cell '${text}' is merged over rows ${from} to ${to}${where}${others}. Its value ${meaning}: check that this is what the plant means.`,
        choices: inUse === 'each' ? ['each', 'first'] : ['first', 'each'],
      };
    });
}
