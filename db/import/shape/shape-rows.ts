import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { withBlocksRead } from './blocks.ts';
import { type MergedColumn, mergedColumns } from './merged-cells.ts';
import { keyOf, openSecondFile, type SecondFile } from './second-file.ts';
import { createShaper, type ShapedRow, type Shaper, type TableHead } from './shaper.ts';

/** Shapes the first rows of a table, its headings among them, and finds merged cells; of the second file only what belongs to them is kept. */
export async function shapeRows(
  profile: ImportProfile,
  head: TableHead,
  rows: readonly CsvRow[],
  second: SecondFile | undefined,
): Promise<{ shaper: Shaper; shaped: ShapedRow[]; merged: MergedColumn[] }> {
  const alone = createShaper(profile, head);
  const data = rows.slice(alone.headRows);
  const { join } = profile.shape;
  const merged = mergedColumns(alone.ownColumns, data);
  if (!join || !second) return { shaper: alone, shaped: alone.shape(data), merged };
  const places = join.on.map(({ column }) => alone.fileColumns.indexOf(column));
  const read = withBlocksRead(profile, head, alone.ownColumns, data);
  const keys = new Set(read.flatMap(({ cells }) => keyOf(cells, places) ?? []));
  const table = await openSecondFile(second, { profile, join, columns: alone.fileColumns }, keys);
  try {
    const shaper = createShaper(profile, head, table.joinerFor);
    return { shaper, shaped: shaper.shape(data), merged: [...merged, ...table.merged] };
  } finally {
    table.close();
  }
}
