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
import type { Dimension } from '../../../shared/query/dimensions.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import type { Filter, ReportQuery } from '../../../shared/query/report-query.ts';
import { decimalsFor } from '../../../shared/text/format.ts';
import { formulas } from '../../../shared/text/formulas.ts';
import { type Language, labels } from '../../../shared/text/labels.ts';
import { reportWords } from '../../../shared/text/report.ts';
import type { AskedReport } from './ask-report.ts';
import { chartOfReport } from './chart-of-report.ts';

/** Beyond them a product of two fractions is noise. */
const DIGITS_HELD = 12;

/** What is written of a report; its title may come from the question. */
export type Wording = Omit<ReportWording, 'title'> & { title?: string | undefined };

/** A column of the file: a column of the answer, or the names of the items of the one before it. */
interface Source {
  at: number;
  named: boolean;
  column: ReportColumn;
}

/** The content of a file, its rows as it holds them, and what tells of them. */
export function contentOfReport(
  asked: AskedReport,
  wording: Wording,
  writtenAt: string,
): { content: ReportContent; rows: Cell[][]; about: AboutSection[] } {
  const { query, answer, itemNames } = asked;
  const { language, locale, view } = wording;
  const words = reportWords[language];
  const sources = sourcesOf(asked, language);
  const drawn = sources.find(({ at }) => answer.columns[at]?.name === query.measures[0])?.column;
  const chart = drawn && chartOfReport(asked, drawn, drawn.heading, { language, locale });
  const isDimension = answer.columns.map(({ name }) => query.dimensions.includes(name as Dimension));
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
    rows: answer.rows.map((row) =>
      sources.map(({ at, named }) => {
        const cell = row[at] ?? null;
        if (named) return cell === null ? null : (itemNames.get(String(cell)) ?? null);
        return cell === null && isDimension[at] ? words.notRecorded : cell;
      }),
    ),
    about: aboutReport(asked, sources, language, writtenAt),
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

function sourcesOf({ query, answer, itemNames }: AskedReport, language: Language): Source[] {
  const { measures: measureNames, dimensions: dimensionNames, fields } = labels[language];
  return answer.columns.flatMap((column, at): Source[] => {
    const dimension = query.dimensions.find((name) => name === column.name);
    if (dimension !== undefined) {
      const source = {
        at,
        named: false,
        column: { heading: dimensionNames[dimension], ...typeOfDimension(dimension) },
      };
      if (dimension !== 'item' || itemNames.size === 0) return [source];
      return [source, { at, named: true, column: { heading: fields.itemName, kind: 'text', decimals: null } }];
    }
    const measure = column.name as Measure;
    const values = answer.rows.map((row) => row[at]).map((cell) => (typeof cell === 'number' ? cell : null));
    const unit = unitOf(column);
    const heading = measureNames[measure] + (unit === null ? '' : ` (${unit})`);
    return [{ at, named: false, column: { heading, ...typeOfMeasure(measure, values) } }];
  });
}

function typeOfDimension(dimension: Dimension): CellType {
  if (dimension === 'year') return { kind: 'ordinal', decimals: null };
  return { kind: dimension === 'day' || dimension === 'month' ? dimension : 'text', decimals: null };
}

/** Shares that hardly differ are told apart by one decimal more. */
function typeOfMeasure(measure: Measure, values: readonly (number | null)[]): CellType {
  const { kind } = measures[measure];
  if (kind === 'count') return { kind: 'number', decimals: 0 };
  if (kind !== 'ratio') return { kind: 'number', decimals: decimalsFor(values) };
  const known = values.filter((value) => value !== null);
  const [least, most] = known.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [1, 0]);
  return { kind: 'share', decimals: known.length > 1 && most - least < 0.02 ? 2 : 1 };
}

/** The unit beside a heading; a share carries its sign itself, and several units are told of elsewhere. */
function unitOf({ type, unit }: Column): string | null {
  return type === 'ratio' || isMixed(unit) ? null : unit;
}

/** Several units are added together, perhaps an hour: 'mixed', 'mixed/h'. */
function isMixed(unit: string | null): boolean {
  return unit?.startsWith('mixed') ?? false;
}

function aboutReport(
  asked: AskedReport,
  sources: readonly Source[],
  language: Language,
  writtenAt: string,
): AboutSection[] {
  const { query, answer, totals } = asked;
  const words = reportWords[language];
  const { measures: names } = labels[language];
  const typeOf = (measure: Measure): CellType =>
    sources.find(({ at }) => answer.columns[at]?.name === measure)?.column ?? { kind: 'number', decimals: null };
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
        ...(answer.groups > answer.rows.length ? [{ name: words.groupsInAll, cells: [asCount(answer.groups)] }] : []),
      ],
    },
    { title: words.filters, lines: [...filterLines(query.filters, language), ...rangeLines(query, language)] },
    {
      title: words.definitions,
      headings: [words.definition, words.unit],
      lines: query.measures.map((measure) => ({
        name: names[measure],
        cells: [asText(formulas[language][measure]), asText(unitInWords(asked, measure, language))],
      })),
    },
    {
      title: words.totals,
      headings: [words.ofRows, words.ofRecords],
      lines: totals.map(({ measure, ofRows, ofRecords }) => ({
        name: names[measure],
        cells: [total(measure, ofRows), total(measure, ofRecords)],
      })),
    },
    ...warningSection(asked.warnings, language),
  ].map((section) =>
    section.title === words.filters && section.lines.length === 0
      ? { ...section, lines: [{ name: words.noFilters, cells: [] }] }
      : section,
  );
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
