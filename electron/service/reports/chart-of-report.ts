/** The chart above the table of a report: its first measure over time, or as bars. Pure. */
import type { CellType, ReportChart } from '../../../db/reports/report-content.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { type Dimension, isPeriod } from '../../../shared/query/dimensions.ts';
import { createFormat } from '../../../shared/text/format.ts';
import type { Language } from '../../../shared/text/labels.ts';
import { reportWords } from '../../../shared/text/report.ts';
import type { AskedReport } from './ask-report.ts';

const MOST_BARS = 20;
const MOST_SERIES = 5;

type Row = { keys: (string | null)[]; value: number | null };

/** Undefined where no chart says more than the table: no split, three of them, or two of names. */
export function chartOfReport(
  asked: AskedReport,
  type: CellType,
  title: string,
  { language, locale }: { language: Language; locale: string },
): ReportChart | undefined {
  const { query, answer } = asked;
  const at = answer.columns.findIndex(({ name }) => name === query.measures[0]);
  const rows = answer.rows.map((cells) => ({
    keys: query.dimensions.map((_, place) => asKey(cells[place] ?? null)),
    value: asNumber(cells[at] ?? null),
  }));
  const period = query.dimensions.findIndex(isPeriod);
  const base = { title, type };
  if (query.dimensions.length === 1 && period === -1) return { ...base, ...bars(asked, rows, language) };
  if (period === -1 || query.dimensions.length > 2) return undefined;
  const grain = query.dimensions[period];
  if (grain === undefined || !isPeriod(grain)) return undefined;
  const format = createFormat(locale);
  const { points, series, leftOut } = lines(asked, rows, period, language);
  return { ...base, kind: 'line', points: points.map((point) => format.periodShort(point, grain)), series, leftOut };
}

function bars(asked: AskedReport, rows: readonly Row[], language: Language): Omit<ReportChart, 'title' | 'type'> {
  const ranked = rows.toSorted((a, b) => (b.value ?? Number.NEGATIVE_INFINITY) - (a.value ?? Number.NEGATIVE_INFINITY));
  const shown = ranked.slice(0, MOST_BARS);
  return {
    kind: 'bars',
    points: shown.map(({ keys }) => nameOf(asked, asked.query.dimensions[0], keys[0] ?? null, language)),
    series: [{ name: '', values: shown.map(({ value }) => value) }],
    leftOut: shown.length < rows.length ? reportWords[language].drawn(String(shown.length), String(rows.length)) : '',
  };
}

function lines(
  asked: AskedReport,
  rows: readonly Row[],
  period: number,
  language: Language,
): Pick<ReportChart, 'points' | 'series' | 'leftOut'> {
  const points = [...new Set(rows.map(({ keys }) => keys[period] ?? ''))].sort();
  const other = period === 0 ? 1 : 0;
  const dimension = asked.query.dimensions[other];
  const names = dimension === undefined ? [null] : [...new Set(rows.map(({ keys }) => keys[other] ?? null))];
  const seriesOf = (name: string | null) => {
    const own = new Map(
      rows.filter(({ keys }) => (keys[other] ?? null) === name).map(({ keys, value }) => [keys[period] ?? '', value]),
    );
    return points.map((point) => own.get(point) ?? null);
  };
  const all = names.map((name) => ({
    name: dimension === undefined ? '' : nameOf(asked, dimension, name, language),
    values: seriesOf(name),
  }));
  const size = (values: readonly (number | null)[]) => values.reduce<number>((sum, value) => sum + (value ?? 0), 0);
  const shown = all.toSorted((a, b) => size(b.values) - size(a.values)).slice(0, MOST_SERIES);
  return {
    points,
    series: shown,
    leftOut: shown.length < all.length ? reportWords[language].drawn(String(shown.length), String(all.length)) : '',
  };
}

function nameOf(
  { itemNames }: AskedReport,
  dimension: Dimension | undefined,
  value: string | null,
  language: Language,
): string {
  if (value === null) return reportWords[language].notRecorded;
  const name = dimension === 'item' ? itemNames.get(value) : undefined;
  return name === undefined ? value : `${value} ${name}`;
}

function asKey(cell: Cell): string | null {
  return cell === null ? null : String(cell);
}

function asNumber(cell: Cell): number | null {
  return typeof cell === 'number' ? cell : null;
}
