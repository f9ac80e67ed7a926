import type { DayCounts } from '../../../db/engine/pages/day-counts.ts';
import type { ValueList } from '../../../db/engine/pages/values.ts';
import type { CacheMetrics } from '../../../shared/contract/health.ts';
import type { LotAnswers, LotQuestion } from '../../../shared/contract/lots.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import type { RecordsPage, RecordsQuery } from '../../../shared/query/records-query.ts';
import { passes } from '../../../shared/query/report-query.ts';
import { Entries, type Entry } from './entries.ts';
import { partitionsSeen, viewOf } from './freshness.ts';
import { type CacheSurroundings, KeptAnswers } from './kept-answers.ts';
import { type Compute, counts, type KeptParts, type LotAnswer, lots, pages, reports, values } from './kinds.ts';
import { CacheTally, cacheMetrics } from './metrics.ts';

const BYTES_A_MEGABYTE = 1_000_000;

/** How each kind of answer is computed. */
export interface Computations {
  report: Compute<'report', Answer, KeptParts['report']>;
  page: Compute<'page', RecordsPage, KeptParts['page']>;
  count: Compute<'count', DayCounts, KeptParts['count']>;
  values: Compute<'values', ValueList, KeptParts['values']>;
  lots: Compute<'lots', LotAnswer, KeptParts['lots']>;
}

/** What answers are dropped by: those that concern one item, one line or one file. */
export interface Tag {
  item?: string | undefined;
  line?: string | undefined;
  partition?: string | undefined;
}

/** All answers that are kept, of all kinds in one room: what was used longest ago makes way for what is asked now. */
export class AnswerCache {
  readonly reports: KeptAnswers<'report', Answer, KeptParts['report']>;
  readonly pages: KeptAnswers<'page', RecordsPage, KeptParts['page']>;
  readonly counts: KeptAnswers<'count', DayCounts, KeptParts['count']>;
  readonly values: KeptAnswers<'values', ValueList, KeptParts['values']>;
  readonly lots: KeptAnswers<'lots', LotAnswer, KeptParts['lots']>;
  readonly #surroundings: CacheSurroundings;
  readonly #tally: CacheTally;
  readonly #entries: Entries;

  constructor(compute: Computations, surroundings: CacheSurroundings) {
    this.#surroundings = surroundings;
    this.#tally = new CacheTally(surroundings.now);
    this.#entries = new Entries(this.#mostBytes(), () => this.#tally.count('evictions'));
    const shared = { entries: this.#entries, tally: this.#tally, surroundings };
    this.reports = new KeptAnswers(reports, compute.report, shared);
    this.pages = new KeptAnswers(pages, compute.page, shared);
    this.counts = new KeptAnswers(counts, compute.count, shared);
    this.values = new KeptAnswers(values, compute.values, shared);
    this.lots = new KeptAnswers(lots, compute.lots, shared);
  }

  /** How many records each day has of what a page is of; looked up for the page, by nobody who asks for a count. */
  async dayCounts(query: RecordsQuery, signal: AbortSignal | undefined): Promise<DayCounts> {
    return (await this.counts.get(query, { signal, counted: false })).value;
  }

  /** What is asked of lots, as the contract serves it. Throws what reading throws. */
  async ofLots<Of extends LotQuestion['of']>(
    question: Extract<LotQuestion, { of: Of }>,
    signal: AbortSignal | undefined,
  ): Promise<LotAnswers[Of] & { cache: 'fresh' | 'miss' }> {
    const { value, outcome } = await this.lots.get(question, { signal });
    return { ...(value as LotAnswers[Of]), cache: outcome }; // what is asked stands in the key
  }

  metrics(): CacheMetrics {
    return cacheMetrics(this.#entries, this.#tally);
  }

  /** Keeps within the bytes that the settings allow now. */
  applySettings(): void {
    this.#entries.resize(this.#mostBytes());
  }

  /** Notes which answers the store has overtaken, for an answer is as old as that and not as the next question; returns how many. */
  async noteChange(): Promise<number> {
    const catalog = await this.#surroundings.catalog();
    let overtaken = 0;
    for (const { entry } of this.#entries.all()) {
      if (entry.staleSinceMs !== null || entry.content === viewOf(entry.sight, catalog).content) continue;
      entry.staleSinceMs = this.#surroundings.now();
      overtaken++;
    }
    return overtaken;
  }

  /** Drops the answers that all parts of a tag concern, all where it has none; returns how many. */
  async drop(tag: Tag): Promise<number> {
    const catalog = await this.#surroundings.catalog();
    const concerned = [...this.#entries.all()].filter(
      ({ entry }) =>
        letsThrough(entry, 'item', tag.item) &&
        letsThrough(entry, 'line', tag.line) &&
        (tag.partition === undefined || partitionsSeen(entry.sight, catalog).includes(tag.partition)),
    );
    for (const { key } of concerned) this.#entries.delete(key);
    return concerned.length;
  }

  #mostBytes(): number {
    return this.#surroundings.settings().cacheMegabytes * BYTES_A_MEGABYTE;
  }
}

/** Whether records with this value can be in an answer. */
function letsThrough({ filters }: Entry, field: 'item' | 'line', value: string | undefined): boolean {
  return value === undefined || filters.every((filter) => filter.field !== field || passes(filter, value));
}
