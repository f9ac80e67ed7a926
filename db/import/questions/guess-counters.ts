/**
 * Recognises counters: a quantity that never falls from one row of a lot to the next, however many rows, shows what was made so
 * far. Read as amounts, its rows would add up to many times what the plant made. Without lots a line, a machine or the file goes on counting,
 * and may begin anew near zero, as after a restart, or with each day.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import { type RecordField, recordFieldNames, recordFields } from '../../../shared/domain/fields.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import type { Counter, CounterField } from '../../../shared/import/derive.ts';
import type { ImportProfile, Source } from '../../../shared/import/profile.ts';
import { numbersIn } from '../numbers/numbers-in-rows.ts';
import { compileDateFormat } from '../times/dates.ts';
import type { AskedFile } from './ambiguities.ts';

/** Numbers that have nothing to do with each other do not rise so often without ever falling; so often for each time that they begin anew. */
const LEAST_RISES = 20;
/** A counter that begins anew falls to less than this part of what it was. */
const ANEW_BELOW = 0.1;

/** A counter that begins anew each day has several readings of it, and hardly a day on which it goes on. */
const LEAST_RISES_A_DAY = 4;
const MOST_DAYS_ON = 0.2;
/** How unlikely it is that amounts rise on each day by chance, as a power of ten: 20 in a row are. */
const UNLIKELY = 18;

/** A guessed profile with its counters taken by what they grew. */
export function withCounters(profile: ImportProfile, columns: readonly string[], rows: Rows): ImportProfile {
  const fields = { ...profile.fields };
  const within = fieldsWithin(profile);
  const take = within.includes('lotNumber') ? 'maximum' : 'differences';
  for (const [field, source] of countersAmong(profile, columns, rows)) {
    fields[field] = { ...source, counter: { take, within, order: profile.fields.startedAt ? 'time' : 'file' } };
  }
  return { ...profile, fields };
}

/** A counter is a guess: an amount may rise by chance, and one that begins anew within a lot is not its maximum. */
export function counterQuestions({ profile, columns, rows, textsOf }: AskedFile): Question[] {
  const within = profile.fields.lotNumber ? 'lot' : 'line';
  return countersAmong(profile, columns, rows).map(([, { column, counter }]) => {
    const inUse = counter?.take ?? 'amount';
    const texts = textsOf(column);
    const sample = `${texts[0]} … ${texts.at(-1)}`;
    const how = { maximum: 'up to the highest of each lot', differences: 'from the row before', amount: 'not' }[inUse];
    return {
      field: 'counter',
      column,
      sample,
      message: `Column '${column}' rises from row to row of a ${within} (${sample}), as a counter does. Its growth is taken ${how}: check that this is what it holds.`,
      choices: [inUse, ...ways.filter((way) => way !== inUse)],
    };
  });
}

const ways = ['maximum', 'differences', 'amount'] as const;
type Rows = readonly (readonly string[])[];

/** Quantities that only rise, and where they come from. */
function countersAmong(profile: ImportProfile, columns: readonly string[], rows: Rows): [RecordField, ColumnSource][] {
  const within = fieldsWithin(profile);
  const groupOf = groupBy(profile, columns, within);
  const dayOf = daysIn(profile, columns);
  const isByLot = within.includes('lotNumber'); // whose highest reading would not be all of it
  return recordFieldNames.flatMap((field) => {
    const source = profile.fields[field];
    if (!source || !isCounted(field, source)) return [];
    const numberOf = numbersIn(profile, columns, source.column);
    const isCounter =
      onlyRises(rows, groupOf, numberOf, !isByLot) || (!isByLot && risesEachDay(rows, groupOf, numberOf, dayOf));
    return isCounter ? [[field, source] as [RecordField, ColumnSource]] : [];
  });
}

type ColumnSource = Extract<Source, { column: string }>;

function isCounted(field: RecordField, source: Source): source is ColumnSource {
  if (recordFields[field].kind !== 'quantity' || field === 'plannedQuantity' || !('column' in source)) return false;
  return source.times === undefined && source.minus === undefined;
}

/** What tells one counter from another: the lot and its line, or the line alone. */
function fieldsWithin({ fields }: ImportProfile): Counter['within'] {
  const among: CounterField[] = ['site', 'line', ...(fields.lotNumber ? (['lotNumber'] as const) : [])];
  const there = among.filter((field) => fields[field] !== undefined);
  return there.length > 0 ? there : ['line'];
}

function groupBy(profile: ImportProfile, columns: readonly string[], within: readonly CounterField[]) {
  const places = within.flatMap((field) => {
    const source = profile.fields[field];
    if (!source || 'value' in source) return [];
    return ('column' in source ? [source.column] : source.columns).map((column) => columns.indexOf(column));
  });
  return (cells: readonly string[]) => JSON.stringify(places.map((place) => cells[place]?.trim()));
}

function onlyRises(
  rows: Rows,
  groupOf: (cells: readonly string[]) => string,
  numberOf: (cells: readonly string[]) => number | null,
  mayBeginAnew: boolean,
): boolean {
  const before = new Map<string, { last: number; fellFrom: number | null }>();
  let rises = 0;
  let falls = 0;
  for (const cells of rows) {
    const now = numberOf(cells);
    if (now === null) continue;
    const group = groupOf(cells);
    const { last, fellFrom } = before.get(group) ?? { last: now, fellFrom: null };
    // A single low reading between high ones is an amount, or a slip, and no counter.
    if (fellFrom !== null && now >= fellFrom) return false;
    if (now < last) {
      if (!mayBeginAnew || now >= last * ANEW_BELOW) return false;
      falls++;
    }
    if (now > last) rises++;
    before.set(group, { last: now, fellFrom: now < last ? last : null });
  }
  return rises >= LEAST_RISES * (1 + falls);
}

/** The day that a row says, as a number; null where it says none. */
function daysIn({ fields, ...profile }: ImportProfile, columns: readonly string[]) {
  const source = fields.productionDate;
  if (!source || !('column' in source)) return () => null;
  const own = readingOfColumn(profile.columns, source.column);
  const parse = compileDateFormat(own.dateFormat ?? profile.dateFormat, own.monthNames ?? profile.monthNames);
  const place = columns.indexOf(source.column);
  return (cells: readonly string[]): number | null => parse((cells[place] ?? '').trim())?.day ?? null;
}

/** Whether a quantity rises from reading to reading of each day, and falls with the next: what a shift or a day made so far. */
function risesEachDay(
  rows: Rows,
  groupOf: (cells: readonly string[]) => string,
  numberOf: (cells: readonly string[]) => number | null,
  dayOf: (cells: readonly string[]) => number | null,
): boolean {
  const before = new Map<string, { last: number; day: number | null; rises: number }>();
  const found = { rises: 0, days: 0, daysOn: 0, unlikely: 0 };
  const endDay = (rises: number) => {
    found.days += 1;
    found.rises += rises;
    // Of n + 1 numbers in any order one order in (n + 1)! rises.
    for (let nth = 2; nth <= rises + 1; nth += 1) found.unlikely += Math.log10(nth);
  };
  for (const cells of rows) {
    const [now, day] = [numberOf(cells), dayOf(cells)];
    if (now === null) continue;
    const group = groupOf(cells);
    const { last, rises, ...known } = before.get(group) ?? { last: now, day, rises: 0 };
    const isSameDay = known.day === day;
    if (isSameDay && now < last) return false;
    if (!isSameDay) {
      endDay(rises);
      if (now >= last) found.daysOn += 1;
    }
    before.set(group, { last: now, day, rises: isSameDay ? rises + (now > last ? 1 : 0) : 0 });
  }
  for (const { rises } of before.values()) endDay(rises);
  const { days, daysOn, unlikely } = found;
  const isAnew = days > before.size && daysOn <= MOST_DAYS_ON * (days - before.size);
  return isAnew && found.rises >= LEAST_RISES_A_DAY * days && unlikely >= UNLIKELY;
}
