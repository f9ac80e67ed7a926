import type { ValueList } from '../../db/engine/pages/values.ts';
import type { Client } from '../../electron/cli/local-client.ts';
import type { CacheOutcome, QuestionKind } from '../../shared/contract/health.ts';
import type { Answer } from '../../shared/query/answer.ts';
import type { ProductionRecord } from '../../shared/query/records-query.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import type { Before, History } from './history.ts';
import { type Extent, firstView, type Question, questionsOf, type View } from './view.ts';

/** How long a window shows an answer without asking again, as its own settings say. */
const HELD_MS = 60_000;

/** An answer that was served as true at that moment. */
export type Claim =
  | { of: 'report'; query: ReportQueryInput; answer: Pick<Answer, 'columns' | 'rows' | 'groups'> }
  | { of: 'count'; question: Asking<'count'>; count: number }
  | { of: 'values'; question: Asking<'values'>; list: ValueList }
  | { of: 'page'; question: Asking<'page'>; rows: ProductionRecord[]; isLast: boolean };

/** A question of some kind. */
export type Asking<Kind extends Question['kind']> = Extract<Question, { kind: Kind }>;

/** One question that reached the service, as whoever waited for it saw it. */
export interface Asked {
  kind: QuestionKind;
  outcome: CacheOutcome;
  /** Until there was something whole to look at. */
  elapsedMs: number;
  before: Before;
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
  readonly #history: History;
  readonly #held = new Map<string, number>();
  #view: View = firstView;

  constructor(client: Client, notes: Notes, history: History) {
    this.#client = client;
    this.#notes = notes;
    this.#history = history;
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
    const begun = { atMs: performance.now(), before: this.#history.ask(question) };
    switch (question.kind) {
      case 'report':
        return this.#askReport(question.query, begun);
      case 'count':
        return this.#askCount(question, begun);
      case 'values':
        return this.#askValues(question, begun);
      case 'page':
        return this.#askPage(question, begun);
    }
  }

  async #askReport(query: ReportQueryInput, begun: Begun): Promise<string[]> {
    let codes: string[] = [];
    let isFirst = true;
    for await (const seen of await this.#client.query.follow({ query })) {
      if (seen.type === 'failed') throw new Error(`An answer could not be made new: ${seen.message}`);
      if (seen.type !== 'answer') continue;
      const { cache, columns, rows, groups } = seen.answer;
      if (isFirst) this.#note('report', cache, begun);
      isFirst = false;
      if (cache !== 'stale') this.#notes.claims.push({ of: 'report', query, answer: { columns, rows, groups } });
      if (query.dimensions?.[0] === 'item') codes = rows.flatMap(([code]) => (typeof code === 'string' ? code : []));
    }
    return codes;
  }

  async #askCount(question: Asking<'count'>, begun: Begun): Promise<string[]> {
    for await (const seen of await this.#client.records.count(question.scope)) {
      if (seen.type !== 'count') continue;
      this.#note('count', seen.cache, begun);
      this.#notes.claims.push({ of: 'count', question, count: seen.count });
    }
    return [];
  }

  async #askValues(question: Asking<'values'>, begun: Begun): Promise<string[]> {
    const { field, search, limit } = question;
    const { cache, ...list } = await this.#client.values.list({ field, search, limit });
    this.#note('values', cache, begun);
    this.#notes.claims.push({ of: 'values', question, list });
    return [];
  }

  async #askPage(question: Asking<'page'>, begun: Begun): Promise<string[]> {
    const { rows, nextCursor } = await this.#client.records.page(question.query);
    this.#note('page', 'none', begun);
    this.#notes.claims.push({ of: 'page', question, rows, isLast: nextCursor === null });
    return [];
  }

  #note(kind: QuestionKind, outcome: CacheOutcome, { atMs, before }: Begun): void {
    this.#notes.asked.push({ kind, outcome, elapsedMs: performance.now() - atMs, before });
  }
}

/** A question as it was when it was asked. */
interface Begun {
  atMs: number;
  before: Before;
}

/** As the window asks for the names of the items that it shows. */
const itemNames: Question = { kind: 'values', field: 'item', search: '', limit: 1_000 };
