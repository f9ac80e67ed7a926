/** The kinds of question whose answers are kept, as data. */
import type { DayCounts } from '../../../db/engine/pages/day-counts.ts';
import type { ValueList } from '../../../db/engine/pages/values.ts';
import type { Catalog } from '../../../db/store/catalog.ts';
import type { QuestionKind } from '../../../shared/contract/health.ts';
import type { LotAnswers } from '../../../shared/contract/lots.ts';
import type { SettingName } from '../../../shared/contract/settings.ts';
import type { Answer, PartialAnswer } from '../../../shared/query/answer.ts';
import { normalizeConditions } from '../../../shared/query/record-conditions.ts';
import {
  type PartialCount,
  type PartialPage,
  type RecordsPage,
  type RecordsScope,
  sortLevels,
} from '../../../shared/query/records-query.ts';
import { type Filter, normalizeFilters } from '../../../shared/query/report-query.ts';
import type { Questions } from '../monitor/shape.ts';
import type { Sight } from './freshness.ts';

/** What a computation is told. */
export interface ComputeOptions<Part> {
  signal: AbortSignal;
  onPartial: (part: Part) => void;
  /** As the one asked for it who began it; the setting holds when absent, 0 for no limit. */
  timeLimitSeconds: number | undefined;
}

/**
 * Computes an answer. `catalogs` are what it was made by, or what the store was before and after it where reading does not tell:
 * an answer that fell between two states of what it sees is not kept, as it may be of neither.
 */
export type Compute<Kind extends QuestionKind, Value, Part> = (
  question: Questions[Kind],
  options: ComputeOptions<Part>,
) => Promise<{ value: Value; catalogs: readonly Catalog[] }>;

export interface KeptKind<Kind extends QuestionKind, Value> {
  kind: Kind;
  /** How long an answer counts as fresh though nothing changed; null where that is for ever. */
  keepMinutes: SettingName | null;
  /** What took less is not kept, and counts for nothing: it would push out what takes longer to make anew. */
  leastCostMs: number;
  /** One form for questions that mean the same wherever they are asked: its JSON is the key. */
  rephrase(question: Questions[Kind]): Questions[Kind];
  /** What such questions share but for their days and how much of the answer they ask for. */
  theme(question: Questions[Kind]): object;
  sight(question: Questions[Kind]): Sight;
  filters(question: Questions[Kind]): readonly Filter[];
  /** The answer out of one to a question of the same theme over the same records; null where that does not hold it. */
  takeFrom(value: Value, question: Questions[Kind]): Value | null;
}

export const reports: KeptKind<'report', Answer> = {
  kind: 'report',
  keepMinutes: 'keepReportsMinutes',
  leastCostMs: 0,
  rephrase: ({ measures, dimensions, from, to, filters, where, groupRanges, orderBy, limit, withSums }) => {
    return { measures, dimensions, from, to, filters, where, groupRanges, orderBy, limit, withSums };
  },
  theme: ({ from: _from, to: _to, limit: _limit, ...theme }) => theme,
  sight: ({ from, to }) => ({ range: { from, to }, texts: 'none', files: false }),
  filters: ({ filters }) => filters,
  // The order leaves no two groups equal, so that the first ones are the same whatever the limit was.
  takeFrom: (answer, { limit }) => {
    const { rows, groups } = answer;
    const isWhole = rows.length === groups;
    if (limit === undefined || limit >= groups) return isWhole ? answer : null;
    return rows.length >= limit ? { ...answer, rows: rows.slice(0, limit) } : null;
  },
};

/** One form for scopes that keep the same records; without conditions it has none. */
function rephraseScope({ from, to, filters, where, search }: RecordsScope): RecordsScope {
  const conditions = normalizeConditions(where);
  return {
    from,
    to,
    filters: normalizeFilters(filters),
    ...(conditions.length === 0 ? {} : { where: conditions }),
    search,
  };
}

/**
 * Most pages take a millisecond or two and as much room as many reports, and windows hold those in sight themselves. What is
 * looked for record by record, or sorted by lot, takes a third of a second for each million records.
 */
export const pages: KeptKind<'page', RecordsPage> = {
  kind: 'page',
  keepMinutes: null,
  leastCostMs: 50,
  rephrase: ({ limit, cursor, position, sort: by, thenBy: further, ...scope }) => {
    const [sort, ...thenBy] = sortLevels({ sort: by, thenBy: further });
    return { ...rephraseScope(scope), sort, thenBy, limit, cursor, position };
  },
  theme: ({ from: _from, to: _to, ...theme }) => theme,
  sight: ({ from, to }) => ({ range: { from, to }, texts: 'of live records', files: true }),
  filters: ({ filters }) => filters,
  takeFrom: (page) => page,
};

export const counts: KeptKind<'count', DayCounts> = {
  kind: 'count',
  keepMinutes: 'keepCountsMinutes',
  leastCostMs: 0,
  rephrase: rephraseScope,
  theme: ({ filters, where, search }) => ({ filters, where, search }),
  // A text is sought in the names of items too.
  sight: ({ from, to, search }) => ({
    range: { from, to },
    texts: search === '' ? 'none' : 'of live records',
    files: false,
  }),
  filters: ({ filters }) => filters,
  takeFrom: (days) => days,
};

export const values: KeptKind<'values', ValueList> = {
  kind: 'values',
  keepMinutes: 'keepValuesMinutes',
  leastCostMs: 0,
  rephrase: ({ field, search, limit }) => ({ field, search, limit }),
  theme: (question) => question,
  // Lots stand in the records alone; whether a field is missing somewhere is asked of them where no text is sought.
  sight: ({ field, search }) => ({ range: field === 'lot' || search === '' ? {} : null, texts: 'all', files: false }),
  filters: () => [],
  takeFrom: (list) => list,
};

/** An answer to any question of lots. */
export type LotAnswer = LotAnswers[keyof LotAnswers];

/** Lots are of all years, and their stories tell the files that hold their records and what imports changed. */
export const lots: KeptKind<'lots', LotAnswer> = {
  kind: 'lots',
  keepMinutes: null,
  leastCostMs: 10,
  rephrase: (question) => question,
  theme: (question) => question,
  sight: () => ({ range: {}, texts: 'all', files: true }),
  filters: () => [],
  takeFrom: (answer) => answer,
};

export interface KeptParts {
  report: PartialAnswer;
  page: PartialPage;
  count: PartialCount;
  values: never;
  lots: never;
}
