/** From an asked question to what a file of it holds: typed columns, rows, and what tells of them. Pure. */
import {
  type AboutLine,
  type AboutSection,
  asCount,
  asText,
  type CellType,
  type ReportColumn,
  type ReportContent,
  type TypedCell,
} from '../../../db/reports/report-content.ts';
import type { ReportWording } from '../../../shared/contract/reports.ts';
import type { Cell, Column } from '../../../shared/query/answer.ts';
import { isMixed } from '../../../shared/query/answer-rows.ts';
import type { Dimension } from '../../../shared/query/dimensions.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import type { Filter, ReportQuery } from '../../../shared/query/report-query.ts';
import { decimalsFor } from '../../../shared/text/format.ts';
import { formulas } from '../../../shared/text/formulas.ts';
import { type Language, labels } from '../../../shared/text/labels.ts';
import { conditionInWords } from '../../../shared/text/record-conditions.ts';
import { reportWords } from '../../../shared/text/report.ts';
import type { AskedReport } from './ask-report.ts';
import { chartOfReport } from './chart-of-report.ts';
import {
  columnsBeside,
  comparedCheckLines,
  comparedCounts,
  comparedDefinitions,
  comparedMeasure,
  comparedTotals,
  comparedWarnings,
  comparisonLines,
} from './comparison-content.ts';
import { specificationSection, type TypedLimits, typedLimitsOf } from './specification-section.ts';

/** Beyond them a product of two fractions is noise. */
const DIGITS_HELD = 12;

/** What is written of a report; its title may come from the question. */
export type Wording = Omit<ReportWording, 'title'> & { title?: string | undefined };

/** A column of the file: a column of the answer, the names of the items of the one before it, or what a measure is compared with. */
interface Source {
  column: ReportColumn;
  /** Of the column of a measure itself. */
  measure?: Measure;
  cellOf: (row: readonly Cell[], index: number) => Cell;
}

/** The content of a file, its rows as it holds them, and what tells of them. */
export function contentOfReport(
  asked: AskedReport,
  wording: Wording,
  writtenAt: string,
): { content: ReportContent; rows: Cell[][]; about: AboutSection[] } {
  const { query, answer } = asked;
  const { language, locale, view } = wording;
  const words = reportWords[language];
  const sources = sourcesOf(asked, language);
  const drawn = sources.flatMap(({ measure, column }) => (measure ? [{ measure, ...column }] : []));
  const chart = chartOfReport(asked, drawn, { language, locale });
  return {
    content: {
      title: wording.title ?? titleOf(query, language, locale),
      language,
      locale,
      sheets: words.sheets,
      columns: sources.map(({ column }) => column),
      rows: answer.rows.length,
      writtenAt,
      view: view ?? null,
      ...(chart && { chart }),
    },
    rows: answer.rows.map((row, index) => sources.map(({ cellOf }) => cellOf(row, index))),
    about: aboutReport(asked, sources, { language, locale }, writtenAt, typedLimitsOf(view, query.measures)),
  };
}

/** A question in words: 'Defects and Yield by line'. */
export function titleOf({ measures: asked, dimensions }: ReportQuery, language: Language, locale: string): string {
  const list = (names: string[]) => new Intl.ListFormat(locale, { type: 'conjunction' }).format(names);
  const of = list(asked.map((name) => labels[language].measures[name]));
  if (dimensions.length === 0) return of;
  // In the middle of a sentence, where the language has capitals.
  return reportWords[language].title(
    of,
    list(dimensions.map((name) => labels[language].dimensions[name].toLocaleLowerCase(locale))),
  );
}

function sourcesOf(asked: AskedReport, language: Language): Source[] {
  const { query, answer, itemNames } = asked;
  const { measures: measureNames, dimensions: dimensionNames, fields } = labels[language];
  const { notRecorded } = reportWords[language];
  return answer.columns.flatMap((column, at): Source[] => {
    const dimension = query.dimensions.find((name) => name === column.name);
    if (dimension !== undefined) {
      const heading = dimensionNames[dimension];
      const source: Source = {
        column: { heading, ...typeOfDimension(dimension) },
        cellOf: (row) => row[at] ?? notRecorded,
      };
      if (dimension !== 'item' || itemNames.size === 0) return [source];
      const names: Source = {
        column: { heading: fields.itemName, kind: 'text', decimals: null },
        cellOf: (row) => itemNames.get(String(row[at])) ?? null,
      };
      return [source, names];
    }
    const measure = column.name as Measure;
    const values = answer.rows.map((row) => row[at]).map((cell) => (typeof cell === 'number' ? cell : null));
    const unit = unitOf(column);
    const own: ReportColumn = {
      heading: measureNames[measure] + (unit === null ? '' : ` (${unit})`),
      ...typeOfMeasure(measure, [...values, ...(comparedMeasure(asked, measure)?.values ?? [])]),
    };
    const beside = columnsBeside(asked, own, measure, unit, values, language);
    return [
      { column: own, measure, cellOf: (row) => row[at] ?? null },
      ...beside.map(
        ({ column: next, cells }): Source => ({ column: next, cellOf: (_, index) => cells[index] ?? null }),
      ),
    ];
  });
}

function typeOfDimension(dimension: Dimension): CellType {
  if (dimension === 'year') return { kind: 'ordinal', decimals: null };
  return { kind: dimension === 'day' || dimension === 'month' ? dimension : 'text', decimals: null };
}

/** How values of a measure are written. Shares that hardly differ are told apart by one decimal more. */
export function typeOfMeasure(measure: Measure, values: readonly (number | null)[]): CellType {
  const { kind } = measures[measure];
  if (kind === 'count') return { kind: 'number', decimals: 0 };
  if (kind !== 'ratio') return { kind: 'number', decimals: decimalsFor(values) };
  const known = values.filter((value) => value !== null);
  const [least, most] = known.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [1, 0]);
  return { kind: 'share', decimals: known.length > 1 && most - least < 0.02 ? 2 : 1 };
}

/** The unit beside a number; a share carries its sign itself, and several units are told of elsewhere. */
export function unitOf({ type, unit }: Column): string | null {
  return type === 'ratio' || isMixed(unit) ? null : unit;
}

function aboutReport(
  asked: AskedReport,
  sources: readonly Source[],
  { language, locale }: { language: Language; locale: string },
  writtenAt: string,
  typed: TypedLimits | null,
): AboutSection[] {
  const { query, answer, totals } = asked;
  const words = reportWords[language];
  const { measures: names } = labels[language];
  const typeOf = (measure: Measure): CellType =>
    sources.find((source) => source.measure === measure)?.column ?? { kind: 'number', decimals: null };
  const total = (measure: Measure, value: number | null): TypedCell => {
    const { kind } = typeOf(measure);
    return { kind, decimals: kind === 'share' ? 2 : null, value };
  };
  return [
    {
      title: words.about,
      lines: [
        ...scopeLines({ ...query, storeName: asked.storeName, asOf: answer.asOf, writtenAt }, language),
        { name: words.rows, cells: [asCount(answer.rows.length)] },
        ...comparedCounts(asked, language),
        ...(answer.groups > answer.rows.length ? [{ name: words.groupsInAll, cells: [asCount(answer.groups)] }] : []),
      ],
    },
    { title: words.filters, lines: [...limitLines(query, language), ...comparisonLines(asked, { language, locale })] },
    {
      title: words.definitions,
      headings: [words.definition, words.unit],
      lines: [
        ...query.measures.map((measure) => ({
          name: names[measure],
          cells: [asText(formulas[language][measure]), asText(unitInWords(asked, measure, language))],
        })),
        ...comparedDefinitions(asked, language),
      ],
    },
    ...specificationSection(asked.specifications, language, typed),
    {
      title: words.totals,
      headings: [words.ofRows, words.ofRecords],
      lines: [
        ...totals.map(({ measure, ofRows, ofRecords }) => ({
          name: names[measure],
          cells: [total(measure, ofRows), total(measure, ofRecords)],
        })),
        ...comparedCheckLines(asked, language, total),
      ],
    },
    ...comparedTotals(asked, language, total),
    ...warningSection([...asked.warnings, ...comparedWarnings(asked, language)], language),
  ];
}

/** What limits the records and the groups of a question, or that nothing does. */
function limitLines(query: ReportQuery, language: Language): AboutLine[] {
  const lines = [...scopeFilterLines(query, language), ...rangeLines(query, language)];
  return lines.length > 0 ? lines : [{ name: reportWords[language].noFilters, cells: [] }];
}

function unitInWords({ answer }: AskedReport, measure: Measure, language: Language): string {
  const unit = answer.columns.find(({ name }) => name === measure)?.unit ?? null;
  return isMixed(unit) ? reportWords[language].mixedUnits : (unit ?? '');
}

export interface Scope {
  from?: string | undefined;
  to?: string | undefined;
  storeName: string;
  asOf: string;
  writtenAt: string;
}

/** Which store, which days, and as of when. */
export function scopeLines({ from, to, storeName, asOf, writtenAt }: Scope, language: Language): AboutLine[] {
  const words = reportWords[language];
  const day = (value: string | undefined, otherwise: string): TypedCell =>
    value === undefined ? asText(otherwise) : { kind: 'day', decimals: null, value };
  const instant = (value: string): TypedCell => ({ kind: 'instant', decimals: null, value });
  return [
    { name: words.store, cells: [asText(storeName)] },
    { name: words.from, cells: [day(from, words.firstRecord)] },
    { name: words.to, cells: [day(to, words.lastRecord)] },
    { name: words.asOf, cells: [instant(asOf)] },
    { name: words.writtenAt, cells: [instant(writtenAt)] },
    { name: words.timeZone, cells: [asText(Intl.DateTimeFormat().resolvedOptions().timeZone)] },
  ];
}

/** The filters of a question and its conditions on single records, each with what holds. */
export function scopeFilterLines(
  { filters, where = [] }: Pick<ReportQuery, 'filters' | 'where'>,
  language: Language,
): AboutLine[] {
  const conditions = where.map((condition) => {
    const { name, holds } = conditionInWords(condition, language, String);
    return { name, cells: [asText(holds)] };
  });
  return [...filterLines(filters, language), ...conditions];
}

export function filterLines(filters: readonly Filter[], language: Language): AboutLine[] {
  const words = reportWords[language];
  return filters.map(({ field, in: values, not }) => {
    const name = labels[language].dimensions[field];
    const list = values.map((value) => value ?? words.notRecorded).join(', ');
    return { name: not ? words.without(name) : name, cells: [asText(list)] };
  });
}

function rangeLines({ groupRanges = [] }: ReportQuery, language: Language): AboutLine[] {
  const words = reportWords[language];
  return groupRanges.map(({ measure, from, to }) => {
    const written = (value: number) =>
      measures[measure].kind === 'ratio' ? `${Number((value * 100).toPrecision(DIGITS_HELD))} %` : String(value);
    const bounds = [
      ...(from === undefined ? [] : [words.atLeast(written(from))]),
      ...(to === undefined ? [] : [words.atMost(written(to))]),
    ];
    return { name: labels[language].measures[measure], cells: [asText(bounds.join(', '))] };
  });
}

export function warningSection(warnings: readonly string[], language: Language): AboutSection[] {
  if (warnings.length === 0) return [];
  const { warnings: title } = reportWords[language];
  return [{ title, lines: warnings.map((warning) => ({ name: warning, cells: [] })) }];
}
