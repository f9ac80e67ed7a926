import type { Client } from '../../electron/cli/local-client.ts';
import type { CacheOutcome, QuestionKind } from '../../shared/contract/health.ts';
import type { Answer } from '../../shared/query/answer.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import { type Extent, firstView, type Question, questionsOf, type View } from './view.ts';

/** How long a window shows an answer without asking again, as its own settings say. */
const HELD_MS = 60_000;

/** An answer that was served as true at that moment. */
export type Claim =
  | { of: 'report'; query: ReportQueryInput; answer: Pick<Answer, 'columns' | 'rows' | 'groups'> }
  | { of: 'count'; question: Extract<Question, { kind: 'count' }>; count: number };

/** One question that reached the service, as whoever waited for it saw it. */
export interface Asked {
  kind: QuestionKind;
  outcome: CacheOutcome;
  /** Until there was something whole to look at. */
  elapsedMs: number;
}

export interface Notes {
  asked: Asked[];
  claims: Claim[];
  /** Questions that the window answered itself, from what it held. */
  held: number;
}

/** A window over the service: what it shows, what it holds, and what it asks. Time is the hour's, not the machine's. */
export class Window {
  readonly #client: Client;
  readonly #notes: Notes;
  readonly #held = new Map<string, number>();
  #view: View = firstView;

  constructor(client: Client, notes: Notes) {
    this.#client = client;
    this.#notes = notes;
  }

  /** Shows a view; asks what it does not hold. */
  async show(view: View, extent: Extent, nowMs: number): Promise<void> {
    this.#view = view;
    await this.#askAll(extent, nowMs);
  }

  /** Forgets all it holds and shows the same again. */
  async reload(extent: Extent, nowMs: number): Promise<void> {
    this.#held.clear();
    await this.#askAll(extent, nowMs);
  }

  /** Another state of the store: all that is shown is asked again, and nothing held counts any more. */
  storeChanged(extent: Extent, nowMs: number): Promise<void> {
    return this.reload(extent, nowMs);
  }

  async #askAll(extent: Extent, nowMs: number): Promise<void> {
    const codes = await this.#askAbout(questionsOf(this.#view, extent), nowMs);
    if (codes.length > 0) await this.#askAbout([itemNames], nowMs);
  }

  /** Returns the items whose names the answers call for. */
  async #askAbout(all: readonly Question[], nowMs: number): Promise<string[]> {
    const questions = new Map(all.map((question) => [JSON.stringify(question), question]));
    const wanted = [...questions].filter(
      ([key]) => nowMs - (this.#held.get(key) ?? Number.NEGATIVE_INFINITY) > HELD_MS,
    );
    this.#notes.held += questions.size - wanted.length;
    const codes = await Promise.all(
      wanted.map(async ([key, question]) => {
        const found = await this.#ask(question);
        this.#held.set(key, nowMs);
        return found;
      }),
    );
    return codes.flat();
  }

  #ask(question: Question): Promise<string[]> {
    switch (question.kind) {
      case 'report':
        return this.#askReport(question.query);
      case 'count':
        return this.#askCount(question);
      case 'values':
        return this.#askValues(question);
      case 'page':
        return this.#askPage(question);
    }
  }

  async #askReport(query: ReportQueryInput): Promise<string[]> {
    const startedAt = performance.now();
    let codes: string[] = [];
    let isFirst = true;
    for await (const seen of await this.#client.query.follow({ query })) {
      if (seen.type === 'failed') throw new Error(`An answer could not be made new: ${seen.message}`);
      if (seen.type !== 'answer') continue;
      const { cache, columns, rows, groups } = seen.answer;
      if (isFirst) this.#note('report', cache, startedAt);
      isFirst = false;
      if (cache !== 'stale') this.#notes.claims.push({ of: 'report', query, answer: { columns, rows, groups } });
      if (query.dimensions?.[0] === 'item') codes = rows.flatMap(([code]) => (typeof code === 'string' ? code : []));
    }
    return codes;
  }

  async #askCount(question: Extract<Question, { kind: 'count' }>): Promise<string[]> {
    const startedAt = performance.now();
    for await (const seen of await this.#client.records.count(question.scope)) {
      if (seen.type !== 'count') continue;
      this.#note('count', seen.cache, startedAt);
      this.#notes.claims.push({ of: 'count', question, count: seen.count });
    }
    return [];
  }

  async #askValues({ field, search, limit }: Extract<Question, { kind: 'values' }>): Promise<string[]> {
    const startedAt = performance.now();
    const { cache } = await this.#client.values.list({ field, search, limit });
    this.#note('values', cache, startedAt);
    return [];
  }

  async #askPage({ query }: Extract<Question, { kind: 'page' }>): Promise<string[]> {
    const startedAt = performance.now();
    await this.#client.records.page(query);
    this.#note('page', 'none', startedAt);
    return [];
  }

  #note(kind: QuestionKind, outcome: CacheOutcome, startedAt: number): void {
    this.#notes.asked.push({ kind, outcome, elapsedMs: performance.now() - startedAt });
  }
}

/** As the window asks for the names of the items that it shows. */
const itemNames: Question = { kind: 'values', field: 'item', search: '', limit: 1_000 };
