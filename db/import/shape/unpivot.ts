import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { Unpivot } from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { columnNames } from '../rows/columns.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { columnsOfFields } from './columns-of-fields.ts';

/** Makes rows of the columns of a table that stand beside each other. */
export interface Unpivoter {
  columns: string[];
  /** The rows that a row is, in the order of the groups; none where all of them are blank. */
  split(row: CsvRow): CsvRow[];
  /** Why a row without any is none. */
  nothing: string;
}

/** Compiles an unpivot for a table with these columns. Throws INVALID_PROFILE naming a column that the table lacks. */
export function createUnpivoter(unpivot: Unpivot, columns: readonly string[], nulls: readonly string[]): Unpivoter {
  const placeOf = (column: string): number => {
    const place = columns.indexOf(column);
    if (place >= 0) return place;
    throw new AppError(
      'INVALID_PROFILE',
      `The profile makes rows of a column '${column}' that the file lacks. Nothing was imported: choose the columns anew.`,
    );
  };
  const groups = unpivot.groups.map(({ label, columns: named }) => ({ label, places: named.map(placeOf) }));
  const beside = new Set(groups.flatMap(({ places }) => places));
  const kept = columns.map((_, place) => place).filter((place) => !beside.has(place));
  const blanks = new Set(['', ...nulls]);
  return {
    columns: columnNames([...kept.map((place) => columns[place] ?? ''), unpivot.name, ...unpivot.values]),
    split({ line, cells }) {
      const own = kept.map((place) => cells[place] ?? '');
      const rows: CsvRow[] = [];
      for (const { label, places } of groups) {
        const values = places.map((place) => cells[place] ?? '');
        if (values.every((value) => blanks.has(value.trim()))) continue;
        rows.push({ line, cells: [...own, label, ...values] });
      }
      return rows;
    },
    nothing: `nothing stands in any of the columns from '${unpivot.groups[0]?.columns[0]}' on, each of which is a record of its own`,
  };
}

/** Fields of a quantity or minutes, which count something; the ideal cycle is a rate and may be repeated. */
export const countedFields = (Object.keys(recordFields) as RecordField[]).filter((field) =>
  ['quantity', 'minutes'].includes(recordFields[field].kind),
);

/**
 * Columns outside of what is unpivoted that a quantity is read from: it stands once for all the records of a row, and would be
 * counted as often as there are records.
 */
export function repeatedAmounts(profile: ImportProfile): string[] {
  const { unpivot } = profile.shape;
  if (!unpivot) return [];
  const reasons = [...profile.defectColumns, ...profile.downtimeColumns].map(({ column }) => column);
  const read = [...columnsOfFields(profile, countedFields), ...reasons];
  return [...new Set(read)].filter((column) => !unpivot.values.includes(column));
}
