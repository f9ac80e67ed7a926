import { dayFromIso, daysOfMonthIndex, isoFromDay, monthIndexOfDay } from '../../shared/domain/day.ts';
import {
  dimensionNames,
  dimensions,
  type FilterField,
  filterFields,
  type Reason,
} from '../../shared/query/dimensions.ts';
import { measures as definitions, type Measure, measureNames, measuresByReason } from '../../shared/query/measures.ts';
import {
  type ConditionField,
  conditionFields,
  isNumberOfRecord,
  numbersOfRecord,
  type RecordCondition,
} from '../../shared/query/record-conditions.ts';
import { type Filter, type GroupRange, parseReportQuery, type ReportQuery } from '../../shared/query/report-query.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import type { Random } from '../sample/random.ts';
import { valuesByBruteForce } from './oracle.ts';

/** A year back, to the same weekday. */
const DAYS_OF_52_WEEKS = 364;

/** What there is to ask about. */
export interface QueryFacts {
  /** First and last production date, 'YYYY-MM-DD'. */
  from: string;
  to: string;
  values: Record<FilterField, (string | null)[]>;
}

/** What a random query over these records can name. Throws when there are none. */
export function queryFacts(records: readonly RecordDraft[]): QueryFacts {
  const days = records.map((record) => record.day).sort((a, b) => a - b);
  const [first] = days;
  const last = days.at(-1);
  if (first === undefined || last === undefined) throw new Error('There are no records to ask about');
  const values = Object.fromEntries(filterFields.map((field) => [field, valuesByBruteForce(records, field)]));
  return { from: isoFromDay(first), to: isoFromDay(last), values: values as QueryFacts['values'] };
}

/**
 * A valid query: any measures by up to four dimensions, over days, whole months and years or everything, with filters
 * (also for what does not exist or was not recorded), orders and limits.
 */
export function randomQuery(random: Random, facts: QueryFacts): ReportQuery {
  const chosen = sample(random, dimensionNames, random.below(random.chance(0.2) ? 5 : 3));
  const reason = chosen.find((name): name is Reason => dimensions[name].kind === 'reason');
  const dimensionsOfQuery = chosen.filter((name) => dimensions[name].kind !== 'reason' || name === reason);
  const askable = reason ? measuresByReason[reason] : measureNames;
  const measures = sample(random, askable, 1 + random.below(Math.min(askable.length, 6)));
  const orderable = [...measures, ...dimensionsOfQuery];
  return parseReportQuery({
    measures,
    dimensions: dimensionsOfQuery,
    ...randomRange(random, facts),
    filters: filteredFields(random).map((field) => filterOn(random, field, facts)),
    ...(random.chance(0.08) ? { where: randomConditions(random) } : {}),
    orderBy: sample(random, orderable, random.below(3)).map((field) => ({
      field,
      direction: random.chance(0.5) ? 'asc' : 'desc',
    })),
    ...(dimensionsOfQuery.length > 0 && random.chance(0.2) ? { groupRanges: randomRanges(random, measures) } : {}),
    ...(random.chance(0.3) ? { limit: 1 + random.below(20) } : {}),
    ...(random.chance(0.1) ? { withSums: true as const } : {}),
  });
}

/**
 * So many random queries. Some are followed by themselves over the days of the same number right before, or over the
 * same weekdays a year before: what a screen asks that compares.
 */
export function randomQueries(random: Random, facts: QueryFacts, count: number): ReportQuery[] {
  const queries: ReportQuery[] = [];
  while (queries.length < count) {
    const query = randomQuery(random, facts);
    queries.push(query);
    if (queries.length < count && random.chance(0.2)) queries.push(...comparedWith(random, query));
  }
  return queries;
}

/** Nothing where the range is open: there is no period before it. */
function comparedWith(random: Random, query: ReportQuery): ReportQuery[] {
  const [from, to] = [dayFromIso(query.from ?? ''), dayFromIso(query.to ?? '')];
  if (from === null || to === null) return [];
  const back = random.chance(0.5) ? to - from + 1 : DAYS_OF_52_WEEKS;
  return [{ ...query, from: isoFromDay(from - back), to: isoFromDay(to - back) }];
}

/** So many of a list, in any order, each at most once. */
function sample<T>(random: Random, list: readonly T[], count: number): T[] {
  const left = [...list];
  return Array.from({ length: Math.min(count, list.length) }, () => left.splice(random.below(left.length), 1)).flat();
}

/** None to two fields, seldom one of them twice: both filters then hold together. */
function filteredFields(random: Random): FilterField[] {
  const fields = sample(random, filterFields, Math.max(0, random.below(5) - 2));
  return random.chance(0.1) ? [...fields, ...fields.slice(0, 1)] : fields;
}

/** Mostly a few of the values there are; now and then one that is not there. */
function filterOn(random: Random, field: FilterField, facts: QueryFacts): Filter {
  const values = sample(random, facts.values[field], 1 + random.below(4));
  if (random.chance(0.1)) values.push(null);
  if (values.length === 0 || random.chance(0.1)) values.push('not there');
  return { field, in: values, ...(random.chance(0.25) ? { not: true } : {}) };
}

/** Texts that are in some names, notes and numbers, one of them with a sign that patterns know. */
const partsOfText = ['a', 'L', '1', '-0', 'E', '%', 'no part of any'];

/** A draft need not hold the name that its item has in the store. */
const fieldsOfDrafts = conditionFields.filter((field) => field !== 'itemName');

/** One or two conditions on what single records hold, seldom on the same field. */
function randomConditions(random: Random): RecordCondition[] {
  // Numbers alone are read elsewhere than texts, so that half of all ask for nothing else.
  const fields: readonly ConditionField[] = random.chance(0.5) ? numbersOfRecord : fieldsOfDrafts;
  return Array.from({ length: 1 + random.below(2) }, () => {
    const field = pick(random, fields);
    if (random.chance(0.3)) return { field, is: random.chance(0.5) ? 'recorded' : 'missing' };
    if (!isNumberOfRecord(field)) {
      return { field, is: random.chance(0.5) ? 'contains' : 'begins', text: pick(random, partsOfText) };
    }
    const [from = 0, to = 0] = [random.below(2_000) / 4, random.below(2_000) / 4].sort((a, b) => a - b);
    return random.chance(0.5) ? { field, is: 'between', from } : { field, is: 'between', from: from / 4, to };
  });
}

function pick<T>(random: Random, list: readonly T[]): T {
  return list[random.below(list.length)] as T;
}

/** Ranges that some groups lie in: numbers from 0 on, ratios within one, either end open at times. */
function randomRanges(random: Random, measures: readonly Measure[]): GroupRange[] {
  return sample(random, measures, 1 + random.below(2)).map((measure) => {
    const most = definitions[measure].kind === 'ratio' ? 1 : 10 ** (1 + random.below(4));
    const [from = 0, to = 0] = [random.below(1_000), random.below(1_000)].sort((a, b) => a - b);
    return {
      measure,
      ...(random.chance(0.7) ? { from: (from * most) / 1_000 } : {}),
      ...(random.chance(0.5) ? { to: (to * most) / 1_000 } : {}),
    };
  });
}

/** Open or closed, cut anywhere, along months and years or around New Year, within the records or beyond them. */
function randomRange(random: Random, facts: QueryFacts): { from?: string; to?: string } {
  const first = dayFromIso(facts.from) ?? 0;
  const last = dayFromIso(facts.to) ?? 0;
  const anyDay = () => first - 40 + random.below(last - first + 80);
  let [from, to] = [anyDay(), anyDay()].sort((a, b) => a - b) as [number, number];
  if (random.chance(0.4)) {
    from = daysOfMonthIndex(monthIndexOfDay(from)).first;
    to = daysOfMonthIndex(monthIndexOfDay(to)).last;
  } else if (random.chance(0.2)) {
    from = dayFromIso(`${isoFromDay(from).slice(0, 4)}-01-01`) ?? from;
    to = dayFromIso(`${isoFromDay(to).slice(0, 4)}-12-31`) ?? to;
  } else if (random.chance(0.25)) {
    const newYear = dayFromIso(`${isoFromDay(to).slice(0, 4)}-01-01`) ?? to;
    from = newYear - random.below(20);
    to = newYear + random.below(20);
  } else if (random.chance(0.1)) {
    to = from;
  }
  return {
    ...(random.chance(0.75) ? { from: isoFromDay(from) } : {}),
    ...(random.chance(0.75) ? { to: isoFromDay(to) } : {}),
  };
}
