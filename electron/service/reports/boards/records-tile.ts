import { readDayCounts } from '../../../../db/engine/pages/day-counts.ts';
import { readPage } from '../../../../db/engine/pages/records.ts';
import { recordsQuerySchema } from '../../../../shared/query/records-query.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { readSort } from '../../../../shared/questions/records-sort.ts';
import type { Shown } from '../../../../shared/questions/shown-tile.ts';
import { readWhere } from '../../../../shared/questions/where-url.ts';
import { createFormat } from '../../../../shared/text/format.ts';
import { reportWords } from '../../../../shared/text/report.ts';
import { tileWords } from '../../../../shared/text/tiles.ts';
import { warningsIn } from '../ask-report.ts';
import { columnOfRecords, recordColumns } from '../record-columns.ts';
import { MOST_ROWS } from './explore-tile.ts';
import type { TileBody } from './figures.ts';
import type { TileDesk } from './tile-desk.ts';

/** What a page is wide enough for; the others stand in the file of records. */
const fields = [
  'productionDate',
  'line',
  'shift',
  'itemCode',
  'lotNumber',
  'plannedQuantity',
  'goodQuantity',
  'defectQuantity',
  'unit',
  'downMinutes',
] as const;

/** The first records of a view in its order, and how many there are. */
export async function recordsTile(
  { params }: Extract<Shown, { screen: 'records' }>,
  { from, to, filters }: ChartScope,
  desk: TileDesk,
): Promise<TileBody> {
  const { engine, language, locale, signal } = desk.parts;
  const words = reportWords[language];
  const address = new URLSearchParams(params);
  const [sort, ...thenBy] = readSort(address.get('sort'));
  const query = recordsQuerySchema.parse({
    from,
    to,
    filters,
    where: readWhere(address),
    search: address.get('search') ?? '',
    sort,
    thenBy,
    limit: MOST_ROWS,
  });
  const days = await readDayCounts(engine, query, { signal });
  const { rows } = await readPage(engine, query, async () => days, { signal });
  const all = days.reduce((sum, { records }) => sum + records, 0);
  desk.note(new Date().toISOString(), await warningsIn(engine, query, language));
  const columns = fields.flatMap((name) => recordColumns.filter(({ field }) => field === name));
  const format = createFormat(locale);
  return {
    title: tileWords[language].forms.records.rows,
    figures: [],
    ...(rows.length > 0 && {
      table: {
        columns: columns.map((column) => columnOfRecords(column, language)),
        rows: rows.map((record) => columns.map(({ field }) => record[field])),
      },
    }),
    notes: [rows.length === 0 ? words.noRows : words.firstRows(format.number(rows.length), format.number(all))],
  };
}
