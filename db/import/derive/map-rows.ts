import type { ImportProfile } from '../../../shared/import/profile.ts';
import { createRowMapper, type MappedRow, type RowMapper } from '../rows/map-row.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import type { ShapedRow } from '../shape/shaper.ts';
import { needsWholeFile } from './counters.ts';
import { TimedReadings } from './readings.ts';

/**
 * Maps rows that are at hand as if they were the whole file; null for one that is skipped. Throws INVALID_PROFILE, naming a
 * column they lack.
 */
export function mapRows(
  profile: ImportProfile,
  header: CsvRow,
  rows: readonly ShapedRow[],
  fileName?: string,
): (MappedRow | null)[] {
  const mapAll = (map: RowMapper) => rows.map((row) => (row.skipped ? null : map(row)));
  if (!needsWholeFile(profile)) return mapAll(createRowMapper(profile, header, { fileName, areAllRows: true }));
  const counters = new TimedReadings(profile);
  try {
    const facts = { fileName, counters, areAllRows: true };
    mapAll(createRowMapper(profile, header, facts));
    counters.settle();
    return mapAll(createRowMapper(profile, header, facts));
  } finally {
    counters.close();
  }
}
