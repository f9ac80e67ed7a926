/**
 * 1. Every pair of a field and a column gets a score: how well the heading names the field, if what stands in the
 *    column can be such a field at all.
 * 2. The best pair is taken, then the best of what is left; a column serves one field, except that a stamp with a time
 *    of day is both the production date and the start.
 * 3. What the names leave open and a record needs (its date, its line) is chosen by content.
 */
import { createHash } from 'node:crypto';
import { type RecordField, recordFieldNames, recordFields } from '../../../shared/domain/fields.ts';
import { type ImportProfile, importProfileSchema, type Source } from '../../../shared/import/profile.ts';
import { unitNamed } from '../../../shared/import/units.ts';
import { labels, languages } from '../../../shared/text/labels.ts';
import { bareScore } from '../headings/bare-names.ts';
import { datePartNames, fieldNames } from '../headings/field-names.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { isShareHeading, isTimeHeading, scaleOfHeading } from '../headings/heading-amounts.ts';
import { areAmounts, timesOfDay } from '../numbers/written-numbers.ts';
import { withCounters } from '../questions/guess-counters.ts';
import { withYield } from '../questions/guess-yields.ts';
import { columnNames } from '../rows/columns.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { datesInFileName } from '../times/file-name-date.ts';
import { isRunSpanAlone } from '../times/run-span.ts';
import { languageOf } from '../times/sniff-dates.ts';
import { withColumnReadings } from './guess-readings.ts';
import { type ColumnFacts, nullsFor, sniffColumns } from './sniff.ts';
import { textsByColumn } from './texts-by-column.ts';

/**
 * The key under which a profile is remembered: the same for files of the same columns in the same order, however
 * their headings are spaced or capitalised.
 */
export function headerFingerprint(header: readonly string[], delimiter: string): string {
  const canonical = columnNames(header).map((name) => name.normalize('NFC').toLowerCase());
  return createHash('sha256')
    .update(JSON.stringify([delimiter, canonical]))
    .digest('hex')
    .slice(0, 32);
}

/** The likeliest profile of a file, from its header cells and its first rows (about 1,000 are looked at). */
export function guessProfile(
  header: readonly string[],
  rows: readonly CsvRow[],
  delimiter = ',',
  fileName = '',
): ImportProfile {
  const names = columnNames(header);
  const cells = rows.map((row) => row.cells);
  const sniffed = sniffColumns(names, cells, delimiter);
  const date = guessDate(sniffed.columns, cells, fileName);
  const taken = new Set(date.columns);
  const fields: Partial<Record<RecordField, Source>> = { ...date.fields };
  for (const { field, column } of pairs(sniffed.columns)) {
    if (fields[field] || taken.has(column)) continue;
    fields[field] = { column, ...scaled(field, column) };
    taken.add(column);
  }
  completeSubject(fields, sniffed.columns, taken);
  const plain = importProfileSchema.parse({ fields: inFieldOrder(fields) });
  const guessed = {
    ...plain,
    delimiter,
    decimalMark: sniffed.numbers.decimalMark,
    thousandsMark: sniffed.numbers.thousandsMark,
    nulls: nullsFor(plain.nulls, sniffed.nulls),
    ...(date.dateFormat ? { dateFormat: date.dateFormat, monthNames: date.monthNames } : {}),
    dates: {
      ...(date.inFileName === undefined ? {} : { inFileName: date.inFileName }),
      ...(isRunSpanAlone(fields) ? { runIs: 'startToEnd' as const } : {}),
    },
  };
  const textsOf = textsByColumn(names, cells, guessed.nulls);
  const complete = withYield(guessed, { columns: names, textsOf });
  return withCounters(withColumnReadings(complete, sniffed), names, cells);
}

/** A date by which something was to be done, or may be used: any other says better when it was made. */
const OF_PLAN = new RegExp(
  [
    '(?:^|_)(?:plan|planned|planning|plandatum|geplant|soll|solldatum|planejada|planificada|prevista|prevu|prevue|pianificata)(?:_|$)',
    '(?:^|_)(?:due|target|scheduled|requested|promised|ordered|delivery|expiry|expiration|exp|mhd|liefertermin|liefer)(?:_|$)',
    '예정|계획|납기|목표|유통기한|유효기[한간]|予定|計画|计划|納期|交期|期限',
  ].join('|'),
);

function isOfPlan({ name }: ColumnFacts): boolean {
  return OF_PLAN.test(foldHeading(name));
}

interface GuessedDate {
  fields: Partial<Record<RecordField, Source>>;
  columns: string[];
  dateFormat: string;
  monthNames: string;
  inFileName?: string;
}

function guessDate(columns: readonly ColumnFacts[], rows: readonly string[][], fileName: string): GuessedDate {
  const best = columns
    .filter((column) => column.dates.length > 0)
    .map((column, index) => ({ column, score: nameScore('productionDate', column.name) - index / 1_000 }))
    .sort((a, b) => Number(isOfPlan(a.column)) - Number(isOfPlan(b.column)) || b.score - a.score)[0]?.column;
  const reading = best && likeliest(best, columns);
  if (!best || !reading) {
    return guessDateOfParts(columns, rows) ?? guessDateOfFileName(fileName) ?? guessDateByName(columns);
  }
  const source = { column: best.name };
  const fields: GuessedDate['fields'] = { productionDate: source };
  const startHasName = columns.some((column) => column !== best && nameScore('startedAt', column.name) > 0);
  if (reading.hasTime && !startHasName) fields.startedAt = source;
  return { fields, columns: [best.name], dateFormat: reading.format, monthNames: reading.monthNames };
}

/** The reading that another column of dates leaves no doubt about, else the likeliest by itself. */
function likeliest(best: ColumnFacts, columns: readonly ColumnFacts[]): ColumnFacts['dates'][number] | undefined {
  const settled = new Set(
    columns.filter((column) => column !== best && column.dates.length === 1).map((column) => column.dates[0]?.format),
  );
  return best.dates.find(({ format }) => settled.has(format)) ?? best.dates[0];
}

function guessDateOfFileName(fileName: string): GuessedDate | null {
  const [reading] = datesInFileName(fileName).readings;
  return reading ? { fields: {}, columns: [], dateFormat: '', monthNames: 'en', inFileName: reading.format } : null;
}

/** A year and a month (and perhaps a day), or a week, in columns of their own. */
function guessDateOfParts(columns: readonly ColumnFacts[], rows: readonly string[][]): GuessedDate | null {
  const find = (part: keyof typeof datePartNames) =>
    columns.findIndex((column) => datePartNames[part].includes(foldHeading(column.name)));
  const [year, month, day, week] = [find('year'), find('month'), find('day'), find('week')];
  const textsOf = (index: number) => rows.map((cells) => (cells[index] ?? '').trim()).filter((text) => text !== '');
  const isOfShortNumbers = (index: number) => index >= 0 && textsOf(index).every((text) => /^\d{1,2}$/.test(text));
  if (year >= 0 && month < 0 && isOfShortNumbers(week)) {
    const parts = [year, week].map((index) => columns[index]?.name ?? '');
    const productionDate = { columns: parts, join: '-W' };
    return { fields: { productionDate }, columns: parts, dateFormat: 'YYYY-Www', monthNames: 'en' };
  }
  if (year < 0 || month < 0) return null;
  const months = textsOf(month);
  const named = months.some((text) => /\p{L}/u.test(text));
  const monthNames = named ? languageOf(months) : 'en';
  const hasDay = isOfShortNumbers(day);
  const dateFormat = `YYYY ${named ? 'MMM' : 'M'}${hasDay ? ' D' : ''}`;
  const parts = (hasDay ? [year, month, day] : [year, month]).map((index) => columns[index]?.name ?? '');
  return { fields: { productionDate: { columns: parts, join: ' ' } }, columns: parts, dateFormat, monthNames };
}

/** A column that is called the date but holds none: its rows then say what is wrong with what stands there. */
function guessDateByName(columns: readonly ColumnFacts[]): GuessedDate {
  const none = { fields: {}, columns: [], dateFormat: '', monthNames: 'en' };
  const best = columns
    .filter((column) => column.kind === 'text')
    .map(({ name }) => ({ name, score: nameScore('productionDate', name) }))
    .sort((a, b) => b.score - a.score)[0];
  if (!best || best.score === 0) return none;
  return { ...none, fields: { productionDate: { column: best.name } }, columns: [best.name] };
}

function pairs(columns: readonly ColumnFacts[]) {
  const found: { field: RecordField; column: string; score: number }[] = [];
  for (const field of recordFieldNames) {
    if (field === 'productionDate') continue;
    for (const column of columns) {
      const score = nameScore(field, column.name);
      const isSurelyNamed = score >= SURELY_NAMED;
      if (score === 0 || !canHold(field, column, isSurelyNamed)) continue;
      // Of two columns with the same heading the one that holds nothing is not meant.
      found.push({ field, column: column.name, score: column.kind === 'empty' ? score - 0.5 : score });
    }
  }
  return found.sort((a, b) => b.score - a.score);
}

// Where a record came from, in our own exports.
const bookkeeping = ['source_file', 'source_line', 'import_batch'];

// What headings add to the name of a field without changing what it is.
export const SUFFIXES =
  /_(pcs|pieces|stk|ea|kg|m3|units|count|total|qty|quantity|min|minutes|no|nr|id|number|name|code)$/;

/** Names of each field, folded, in their order; as they are, and with nothing between their words. */
const namesOfFields = new Map(
  recordFieldNames.map((field) => {
    const ofLabels = languages.map((language) => foldHeading(labels[language].fields[field]));
    const names = [...(fieldNames[field] ?? []), ...ofLabels];
    return [field, { names, compact: names.map((name) => name.replaceAll('_', '')) }];
  }),
);

/** The field that a name, with nothing between its words, names best, with its score. */
export const exactScores: ReadonlyMap<string, { field: RecordField; score: number }> = new Map(
  [...namesOfFields]
    .flatMap(([field, { compact }]) => compact.map((name, at) => [name, { field, score: 200 - at }] as const))
    .sort(([, a], [, b]) => a.score - b.score),
);

/** 200 for the surest name of a field, less for later ones, and less again for a heading that only ends with one. */
function nameScore(field: RecordField, heading: string): number {
  const folded = foldHeading(heading);
  const { names, compact } = namesOfFields.get(field) ?? { names: [], compact: [] };
  if (bookkeeping.includes(folded)) return 0;
  const exact = compact.indexOf(folded.replaceAll('_', ''));
  if (exact >= 0) return 200 - exact;
  const withoutSuffix = compact.indexOf(folded.replace(SUFFIXES, '').replaceAll('_', ''));
  if (withoutSuffix >= 0) return 120 - withoutSuffix;
  // 'cycle_time_good' is no quantity: only who, where and what may have any word in front.
  if (recordFields[field].kind !== 'text') return BARELY_NAMED * bareScore(field, folded);
  const atEnd = names.findIndex((name) => name.length > 3 && folded.endsWith(`_${name}`));
  return atEnd >= 0 ? 70 - atEnd / 2 : 0;
}

/** The most for what is called as a field only without words that say that it is counted. */
const BARELY_NAMED = 60;

/** What a heading counts in, where it says so: 'Good (x1000)'. */
function scaled(field: RecordField, column: string): { scale?: number } {
  const scale = recordFields[field].kind === 'quantity' ? scaleOfHeading(column) : 0;
  return scale === 0 ? {} : { scale };
}

/** A heading that is the very name of a field, whatever it has in brackets behind it. */
export const SURELY_NAMED = 130;
/** A number with marks before it that say more than can be read: '~120', '<5', '="107"'. */
const BEGINS_AS_NUMBER = /^[~≈<>=≤≥±#"'\s]*\d/;

function canHold(field: RecordField, column: ColumnFacts, isSurelyNamed: boolean): boolean {
  const kind = recordFields[field].kind;
  if (column.kind === 'empty') return true;
  // A column of 'min' and 'h' says how times count, and is no unit of what was made.
  if (field === 'unit' && column.samples.length > 0 && column.samples.every(isTimeUnit)) return false;
  if (kind === 'text') return column.kind !== 'date';
  if (kind === 'date') return column.kind === 'date';
  if (kind === 'instant') return column.kind === 'date' || timesOfDay(column.written) !== null;
  // A percent sign beside each number is asked about; a heading alone makes no pieces of a share.
  if (isShareHeading(column.name) && !column.written.units.has('%')) return false;
  if (kind === 'quantity' && isTimeHeading(column.name)) return false;
  if (column.kind === 'number' || areAmounts(column.written)) return true;
  // Rows that cannot be read are then set aside with their reason, rather than become records that lack the quantity.
  if (kind === 'quantity' && isSurelyNamed && column.kind === 'text' && beginsAsNumbers(column)) return true;
  return kind !== 'quantity' && column.written.clock !== null;
}

function isTimeUnit(text: string): boolean {
  return unitNamed(text)?.kind === 'time';
}

function beginsAsNumbers({ samples, written }: ColumnFacts): boolean {
  const alike = samples.filter((text) => BEGINS_AS_NUMBER.test(text)).length;
  return written.numeric >= 0.5 || (samples.length > 0 && alike >= 0.8 * samples.length);
}

/** A record needs a line or an item: failing both, the site, else the text column of the fewest values, is the line. */
function completeSubject(
  fields: Partial<Record<RecordField, Source>>,
  columns: readonly ColumnFacts[],
  taken: ReadonlySet<string>,
): void {
  if (fields.line || fields.itemCode || fields.itemName) return;
  if (fields.site) {
    fields.line = fields.site;
    delete fields.site;
    return;
  }
  const texts = columns.filter((column) => column.kind === 'text' && !taken.has(column.name));
  const grouping = texts.sort((a, b) => a.distinct - b.distinct).find((column) => column.distinct < column.filled);
  if (grouping) fields.line = { column: grouping.name };
}

function inFieldOrder(fields: Partial<Record<RecordField, Source>>): Partial<Record<RecordField, Source>> {
  const ordered: Partial<Record<RecordField, Source>> = {};
  for (const field of recordFieldNames) {
    const source = fields[field];
    if (source) ordered[field] = source;
  }
  return ordered;
}
