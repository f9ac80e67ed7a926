/** The chart above the table of a report: its measures over time, or as bars. Pure. */
import type { CellType, ReportChart, ReportPanel, ReportSeries } from '../../../db/reports/report-content.ts';
import { periodsOf } from '../../../shared/domain/periods.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { unitOf } from '../../../shared/query/answer-rows.ts';
import { type Dimension, isPeriod } from '../../../shared/query/dimensions.ts';
import { scaleGroups } from '../../../shared/query/measure-scales.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import { createFormat } from '../../../shared/text/format.ts';
import { type Language, labels } from '../../../shared/text/labels.ts';
import { reportWords } from '../../../shared/text/report.ts';
import type { AskedReport } from './ask-report.ts';
import { nameOfCompared } from './comparison-content.ts';

const MOST_BARS = 20;
const MOST_SERIES = 5;

/** A measure of the report as its column has it. */
export interface DrawnMeasure extends CellType {
  measure: Measure;
  heading: string;
}

interface Wording {
  language: Language;
  locale: string;
}

/** A value of the split that is told by colour, or none. */
interface Split {
  dimension: Dimension | undefined;
  value: string | null;
}

type Numbers = (number | null)[];
/** The numbers of a measure along the points of a chart, and those they are compared with. */
type NumbersOf = (measure: Measure, value: string | null) => { values: Numbers; before?: Numbers };

/** Undefined where no chart says more than the table: no split, three of them, or two of names, or no data. */
export function chartOfReport(
  asked: AskedReport,
  measures: readonly DrawnMeasure[],
  wording: Wording,
): ReportChart | undefined {
  const { query } = asked;
  const drawn = measures.filter(({ measure }) => numbersOf(asked, measure).some((value) => value !== null));
  if (drawn.length === 0 || query.dimensions.length === 0 || query.dimensions.length > 2) return undefined;
  const period = query.dimensions.findIndex(isPeriod);
  if (query.dimensions.length === 2 && period === -1) return undefined;
  return period === -1 ? bars(asked, drawn, wording) : lines(asked, drawn, period, wording);
}

/** The rows with the most of the first measure that has data. */
function bars(asked: AskedReport, measures: readonly DrawnMeasure[], wording: Wording): ReportChart {
  const { answer, query } = asked;
  const ranking = numbersOf(asked, measures[0]?.measure ?? 'good');
  const size = (at: number) => ranking[at] ?? Number.NEGATIVE_INFINITY;
  const shown = [...answer.rows.keys()].sort((a, b) => size(b) - size(a)).slice(0, MOST_BARS);
  const along = (measure: Measure) => {
    const [values, before] = [numbersOf(asked, measure), beforeOf(asked, measure)];
    const pick = (from: Numbers) => shown.map((at) => from[at] ?? null);
    return { values: pick(values), ...(before && { before: pick(before) }) };
  };
  const [dimension] = query.dimensions;
  return {
    kind: 'bars',
    points: shown.map((at) => nameOf(asked, { dimension, value: asKey(answer.rows[at]?.[0]) }, wording.language)),
    panels: panelsOf(asked, measures, [{ dimension: undefined, value: null }], along, wording),
    beforeName: beforeName(asked, wording.language),
    leftOut: leftOut(shown.length, answer.rows.length, wording.language),
  };
}

/** All periods of the dates, so that one without data is a gap; the values of the other split with the most. */
function lines(
  asked: AskedReport,
  measures: readonly DrawnMeasure[],
  period: number,
  wording: Wording,
): ReportChart | undefined {
  const { answer, query, dates } = asked;
  const grain = query.dimensions[period];
  if (grain === undefined || !isPeriod(grain) || dates === null) return undefined;
  const points = periodsOf(dates.from, dates.to, grain).map(({ name }) => name);
  const other = 1 - period;
  const dimension = query.dimensions[other];
  const keyOf = (row: readonly Cell[]) => (dimension === undefined ? null : asKey(row[other]));
  const placeOf = (point: string, value: string | null) => JSON.stringify([point, value]);
  const rowAt = new Map(answer.rows.map((row, at) => [placeOf(String(row[period]), keyOf(row)), at]));
  const along: NumbersOf = (measure, value) => {
    const [values, before] = [numbersOf(asked, measure), beforeOf(asked, measure)];
    const pick = (from: Numbers) => points.map((point) => from[rowAt.get(placeOf(point, value)) ?? -1] ?? null);
    return { values: pick(values), ...(before && { before: pick(before) }) };
  };
  const values = dimension === undefined ? [null] : [...new Set(answer.rows.map(keyOf))];
  const first = measures[0]?.measure ?? 'good';
  const size = (value: string | null) =>
    along(first, value).values.reduce<number>((sum, number) => sum + (number ?? 0), 0);
  const sizes = new Map(values.map((value) => [value, size(value)]));
  const shown = values.toSorted((a, b) => (sizes.get(b) ?? 0) - (sizes.get(a) ?? 0)).slice(0, MOST_SERIES);
  const format = createFormat(wording.locale);
  const splits = shown.map((value): Split => ({ dimension, value }));
  return {
    kind: 'line',
    points: points.map((point) => format.periodShort(point, grain)),
    panels: panelsOf(asked, measures, splits, along, wording),
    beforeName: beforeName(asked, wording.language),
    leftOut: leftOut(shown.length, values.length, wording.language),
  };
}

/** A panel for all measures of one scale, as the screen has them. */
function panelsOf(
  asked: AskedReport,
  measures: readonly DrawnMeasure[],
  splits: readonly Split[],
  along: NumbersOf,
  { language, locale }: Wording,
): ReportPanel[] {
  const isColoured = splits.some(({ dimension }) => dimension !== undefined);
  const groups = scaleGroups(
    measures.map(({ measure }) => measure),
    (measure) => unitOf(asked.answer, measure),
    isColoured,
  );
  const { measures: names } = labels[language];
  return groups.map((group) => {
    const own = group.flatMap((name) => measures.filter(({ measure }) => measure === name));
    const [first = own[0] as DrawnMeasure] = own;
    const unit = first.heading.slice(names[first.measure].length);
    const title = own.length === 1 ? first.heading : createFormat(locale).list(group.map((name) => names[name])) + unit;
    const decimals = own.some((each) => each.decimals === null)
      ? null
      : Math.max(...own.map((each) => each.decimals ?? 0));
    return {
      title,
      type: { kind: first.kind, decimals },
      series: splits.flatMap((split) =>
        group.map(
          (measure): ReportSeries => ({
            name: isColoured ? nameOf(asked, split, language) : own.length === 1 ? '' : names[measure],
            ...along(measure, split.value),
          }),
        ),
      ),
    };
  });
}

function leftOut(shown: number, all: number, language: Language): string {
  return shown < all ? reportWords[language].drawn(String(shown), String(all)) : '';
}

function beforeName(asked: AskedReport, language: Language): string {
  return asked.compared ? nameOfCompared(asked, language) : '';
}

/** The numbers of a measure, one for each row. */
function numbersOf({ answer }: AskedReport, measure: Measure): Numbers {
  const at = answer.columns.findIndex(({ name }) => name === measure);
  return answer.rows.map((row) => row[at]).map((cell) => (typeof cell === 'number' ? cell : null));
}

function beforeOf({ compared }: AskedReport, measure: Measure): Numbers | undefined {
  const found = compared?.measures.find((each) => each.measure === measure);
  return found && [...found.values];
}

function nameOf({ itemNames }: AskedReport, { dimension, value }: Split, language: Language): string {
  if (value === null) return reportWords[language].notRecorded;
  const name = dimension === 'item' ? itemNames.get(value) : undefined;
  return name === undefined ? value : `${value} ${name}`;
}

function asKey(cell: Cell | undefined): string | null {
  return cell === null || cell === undefined ? null : String(cell);
}
