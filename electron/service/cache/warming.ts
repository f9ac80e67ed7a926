/**
 * Computes in idle time what is likely asked next, on start and after each change of the store.
 * 1. One question at a time, those of the newest records first; what a person asks stops it at once, and it goes on when
 *    nobody has asked for a moment.
 * 2. What was asked is kept in a small file of the store's folder: questions with the values of their filters, beside the
 *    records that these are from, and no answers.
 * 3. Then what is a click away from it, as far as that is computed in a moment (neighbours.ts).
 * 4. A failure costs nothing but the time: whoever asks the question will be told of it.
 */
import { readFile, rename, rm, writeFile } from 'node:fs/promises';
import { setImmediate as eventsTurn, setTimeout as pause } from 'node:timers/promises';
import { LRUCache } from 'lru-cache';
import { z } from 'zod';
import type { Catalog } from '../../../db/store/catalog.ts';
import { LIVE } from '../../../db/store/folder.ts';
import type { ReportQuery } from '../../../shared/query/report-query.ts';
import { ifMissing } from '../if-missing.ts';
import { onNobodysBehalf } from '../indexes/asking.ts';
import type { Question } from '../monitor/question-run.ts';
import type { AnswerCache } from './answer-cache.ts';
import { spanOf } from './asked-range.ts';
import { partitionsSeen } from './freshness.ts';
import { LATEST, neighboursOf, type OtherValues, scopeNow } from './neighbours.ts';
import { Quiet } from './quiet.ts';
import {
  askedLast,
  expected,
  type KeptQuestion,
  type RememberedQuestions,
  remember,
  rememberedFrom,
  rememberedSchema,
} from './remembered-questions.ts';

export interface WarmingParts {
  /** Computes an answer unless it is there; one on the mere chance that it is asked has a share of the room and no more. */
  warm(question: KeptQuestion, signal: AbortSignal, chance: 'likely' | 'guess'): Promise<unknown>;
  catalog(): Promise<Catalog>;
  /** What would answer a report now. From memory it is so quick that it may be computed on the mere chance that it is asked. */
  answeredFrom(query: ReportQuery, catalog: Catalog): 'memory' | 'files' | 'records';
  /** The values of fields that have few. */
  fewValues(): Promise<OtherValues>;
  /** The values that one has before his eyes who asked these. */
  valuesInSight(questions: readonly KeptQuestion[], signal: AbortSignal): Promise<OtherValues>;
  /** Where questions are remembered. */
  path: string;
  /** Whether this process owns the store, and warms at all. */
  owns: boolean;
  now(): number;
  /** Milliseconds of a clock that is never set. */
  elapsed(): number;
  /** A moment without questions, cut short by the signal. */
  rest(signal: AbortSignal): Promise<unknown>;
  onFailure(error: unknown): void;
}

/** A screen asks several questions one after the other. */
const REST_MS = 250;

/** The moment without questions that a person leaves who has all answers. */
export function restOfAScreen(signal: AbortSignal): Promise<void> {
  return pause(REST_MS, undefined, { signal }).catch(() => {}); // whoever rests looks at the signal
}

const SAVE_EVERY_MS = 60_000;
/** More are asked between two rounds by a script alone, which need not be remembered. */
const MOST_NOTED = 1_000;
/** Who is stopped so often takes too long for the pauses there are. */
const MOST_TRIES = 3;
/** Far more than is computed ahead between two changes of the store on most days. */
const MOST_DONE = 10_000;

export class Warming {
  readonly #parts: WarmingParts;
  readonly #quiet: Quiet;
  readonly #closing = new AbortController();
  readonly #started = Promise.withResolvers<void>();
  readonly #saving: NodeJS.Timeout;
  #remembered: RememberedQuestions;
  /** What was computed of the store as it is, and need not be looked at again. */
  #done = nothingDone('');
  /** Asked and not remembered yet. */
  readonly #asked: KeptQuestion[] = [];
  #isSaved = true;
  #saved: Promise<void> = Promise.resolve();
  #isWanted = false;
  #hasStarted = false;
  #round: Promise<void> | null = null;
  /** Aborted when somebody asks. */
  #calmed: AbortSignal = AbortSignal.abort();

  private constructor(parts: WarmingParts, remembered: RememberedQuestions) {
    this.#parts = parts;
    this.#quiet = new Quiet(parts.elapsed);
    this.#remembered = remembered;
    this.#saving = setInterval(() => void this.#saveInTurn(), SAVE_EVERY_MS).unref();
  }

  /** Reads what was asked before; tells of a file that cannot be read, and begins without it. */
  static async open(parts: WarmingParts): Promise<Warming> {
    try {
      const text = await readFile(parts.path, 'utf8').catch(ifMissing('[]'));
      const listed = z.array(z.unknown()).parse(JSON.parse(text));
      // A question that this version does not know any more is left out.
      const known = listed.flatMap((each) => rememberedSchema.safeParse(each).data ?? []);
      return new Warming(parts, rememberedFrom(known));
    } catch (error) {
      parts.onFailure(error);
      return new Warming(parts, rememberedFrom([]));
    }
  }

  /** Somebody asks: gives way, and remembers it. The returned function is called when he has his answer. */
  asked({ kind, question }: Question): () => void {
    const leave = this.#quiet.disturb();
    if (kind === 'page' || !this.#parts.owns) return leave;
    if (this.#asked.length < MOST_NOTED) this.#asked.push({ kind, question } as KeptQuestion);
    return () => {
      leave();
      this.#renewSoon();
    };
  }

  /** For how many milliseconds nobody has asked anything. */
  calmMs(): number {
    return this.#quiet.calmMs();
  }

  /** There may be something to warm: the program has started, or the store has changed. */
  renew(): void {
    if (!this.#parts.owns || this.#closing.signal.aborted) return;
    this.#hasStarted = true;
    this.#isWanted = true;
    this.#round ??= onNobodysBehalf(() => this.#run()).finally(() => {
      this.#round = null;
      if (this.#isWanted) this.renew(); // just as it ended
    });
    this.#started.resolve();
  }

  /** What was asked tells what is asked next; not before the program has started, which has other things to do. */
  #renewSoon(): void {
    if (this.#hasStarted) this.renew();
  }

  /** Settles once it has begun and nothing is left to be warmed. */
  async rest(): Promise<void> {
    if (!this.#parts.owns) return;
    await this.#started.promise;
    while (this.#round) await this.#round;
  }

  /** Forgets what was asked. */
  async forget(): Promise<void> {
    this.#asked.length = 0;
    this.#remembered = rememberedFrom([]);
    this.#done.questions.clear();
    this.#isSaved = true;
    if (this.#round) this.#isWanted = true; // it goes on with nothing
    await this.#inTurn(() => rm(this.#parts.path, { force: true }));
  }

  async close(): Promise<void> {
    clearInterval(this.#saving);
    this.#closing.abort();
    this.#started.resolve();
    await this.#round;
    await this.#saveInTurn();
  }

  /** Takes in what was asked since; in nobody's way, as that takes as long as the quickest answers do. */
  async #rememberAsked(): Promise<void> {
    const span = spanOf(await this.#parts.catalog());
    for (const question of this.#asked.splice(0)) {
      if (span) this.#remembered = remember(this.#remembered, question, span, this.#parts.now());
      this.#isSaved = false;
    }
  }

  async #run(): Promise<void> {
    const { signal } = this.#closing;
    try {
      while (this.#isWanted && !signal.aborted) {
        await this.#undisturbed();
        this.#isWanted = false;
        await this.#rememberAsked();
        await this.#warmAll(await this.#expected());
        await this.#warmNeighbours();
      }
    } catch (error) {
      this.#isWanted = false; // until somebody asks, or something changes
      if (!signal.aborted) this.#parts.onFailure(error);
    }
  }

  async #warmAll(questions: readonly KeptQuestion[]): Promise<void> {
    for (const question of questions) {
      if (this.#isWanted || this.#closing.signal.aborted) return;
      await this.#warm(question, 'likely');
    }
  }

  /** Waits until nobody has asked for a moment; gives a signal that is aborted when somebody does, or at the end. */
  async #calm(): Promise<AbortSignal> {
    const { signal: closing } = this.#closing;
    for (;;) {
      const stop = AbortSignal.any([await this.#quiet.wait(), closing]);
      await this.#parts.rest(stop);
      if (closing.aborted || !stop.aborted) return stop;
    }
  }

  /** Those that see the live file first, whose records are the newest. */
  async #expected(): Promise<KeptQuestion[]> {
    const catalog = await this.#parts.catalog();
    const span = spanOf(catalog);
    if (!span) return [];
    const seesLive = ({ kind, question }: KeptQuestion) =>
      kind === 'values' || partitionsSeen({ range: question, texts: 'none', files: false }, catalog).includes(LIVE);
    const state = `${catalog.version} ${catalog.generation}`;
    if (this.#done.of !== state) this.#done = nothingDone(state);
    const likely = expected(this.#remembered, span, this.#parts.now());
    const questions = likely.filter((question) => !this.#done.questions.has(JSON.stringify(question)));
    return [...questions.filter(seesLive), ...questions.filter((each) => !seesLive(each))];
  }

  /** Computes what is a click away from what was asked last, as far as that takes a moment; once for each such state of things. */
  async #warmNeighbours(): Promise<void> {
    const { catalog: readCatalog, valuesInSight, fewValues } = this.#parts;
    const catalog = await readCatalog();
    const span = spanOf(catalog);
    const last = span && askedLast(this.#remembered, span);
    const here = last && scopeNow(last.reports);
    const state = JSON.stringify(last);
    const { questions: done } = this.#done;
    if (!here || this.#isWanted || done.has(state)) return;
    const screen = last.reports.slice(0, LATEST).map((question): KeptQuestion => ({ kind: 'report', question }));
    const asked = last.list ? [last.list, ...screen] : screen;
    const inSight = await this.#inPauses((stop) => valuesInSight(asked, stop));
    const near = neighboursOf(last.reports, span, { inSight: inSight ?? new Map(), few: await fewValues() });
    let isWhole = await this.#guess({ kind: 'count', question: { ...here, search: '' } }, catalog);
    for (const question of near) {
      if (this.#isWanted || this.#closing.signal.aborted) return;
      isWhole = (await this.#guess({ kind: 'report', question }, catalog)) && isWhole;
    }
    if (isWhole) done.set(state, true);
  }

  /** Computes what memory answers; says whether that is all there is to do, or memory may answer it when more is loaded. */
  async #guess(question: Exclude<KeptQuestion, { kind: 'values' }>, catalog: Catalog): Promise<boolean> {
    await this.#undisturbed();
    if (this.#done.questions.has(JSON.stringify(question))) return true;
    const from = this.#parts.answeredFrom(asReport(question), catalog);
    if (from === 'memory') await this.#warm(question, 'guess');
    return from !== 'files';
  }

  async #warm(question: KeptQuestion, chance: 'likely' | 'guess'): Promise<void> {
    const { questions: done } = this.#done;
    await this.#inPauses(async (stop) => {
      await this.#parts.warm(question, stop, chance);
      done.set(JSON.stringify(question), true);
    });
  }

  /** Does something in the pauses that there are; null where it takes too long for them, or fails, of which whoever asks is told. */
  async #inPauses<Result>(work: (stop: AbortSignal) => Promise<Result>): Promise<Result | null> {
    for (let tries = 0; tries < MOST_TRIES && !this.#closing.signal.aborted; tries++) {
      const stop = await this.#undisturbed();
      try {
        return await work(stop);
      } catch {
        if (!stop.aborted) return null;
      }
    }
    return null;
  }

  /** After a turn of the event loop, in which somebody may ask; at once then where nobody has since it was calm. */
  async #undisturbed(): Promise<AbortSignal> {
    await eventsTurn();
    if (this.#calmed.aborted) this.#calmed = await this.#calm();
    return this.#calmed;
  }

  /** Saves, and forgets, one after the other: what is being written would else come back after it was forgotten. */
  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#saved.then(work);
    this.#saved = done.catch(() => {}); // told to who wants it done
    return done;
  }

  #saveInTurn(): Promise<void> {
    return this.#inTurn(() => this.#save()).catch(this.#parts.onFailure);
  }

  async #save(): Promise<void> {
    const { path } = this.#parts;
    if (this.#asked.length > 0) await this.#rememberAsked();
    if (this.#isSaved) return;
    this.#isSaved = true;
    await writeFile(`${path}.new`, JSON.stringify([...this.#remembered.values()]));
    await rename(`${path}.new`, path);
  }
}

function nothingDone(of: string) {
  return { of, questions: new LRUCache<string, true>({ max: MOST_DONE }) };
}

/** A count as the report that it is made of. */
function asReport({ kind, question }: Exclude<KeptQuestion, { kind: 'values' }>): ReportQuery {
  if (kind === 'report') return question;
  return { measures: ['records'], dimensions: ['day'], orderBy: [], ...question };
}

/** Computes answers for a cache to keep. */
export function warmIn(cache: AnswerCache): WarmingParts['warm'] {
  return ({ kind, question }, signal, chance) => {
    switch (kind) {
      case 'report':
        return cache.reports.warm(question, signal, chance);
      case 'count':
        return cache.counts.warm(question, signal, chance);
      case 'values':
        return cache.values.warm(question, signal, chance);
    }
  };
}
