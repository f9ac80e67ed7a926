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
import { setTimeout as pause } from 'node:timers/promises';
import { z } from 'zod';
import type { Catalog } from '../../../db/store/catalog.ts';
import { LIVE } from '../../../db/store/folder.ts';
import type { ReportQuery } from '../../../shared/query/report-query.ts';
import { ifMissing } from '../if-missing.ts';
import type { Question } from '../monitor/question-run.ts';
import type { AnswerCache } from './answer-cache.ts';
import { spanOf } from './asked-range.ts';
import { partitionsSeen } from './freshness.ts';
import { neighboursOf, type OtherValues } from './neighbours.ts';
import { Quiet } from './quiet.ts';
import {
  expected,
  type KeptQuestion,
  type RememberedQuestions,
  remember,
  rememberedFrom,
  rememberedSchema,
  reportsAskedLast,
} from './remembered-questions.ts';

export interface WarmingParts {
  /** Computes an answer unless it is there. */
  warm(question: KeptQuestion, signal: AbortSignal): Promise<unknown>;
  catalog(): Promise<Catalog>;
  /** Whether a report is so quick that it may be computed on the mere chance that it is asked. */
  isQuick(query: ReportQuery, catalog: Catalog): boolean;
  /** The values of fields that have few. */
  otherValues(): Promise<OtherValues>;
  /** Where questions are remembered. */
  path: string;
  /** Whether this process owns the store, and warms at all. */
  owns: boolean;
  now(): number;
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

export class Warming {
  readonly #parts: WarmingParts;
  readonly #quiet = new Quiet();
  readonly #closing = new AbortController();
  readonly #started = Promise.withResolvers<void>();
  readonly #saving: NodeJS.Timeout;
  #remembered: RememberedQuestions;
  /** What was computed of the store as it is, and need not be looked at again. */
  #done = { of: '', questions: new Set<string>() };
  /** Asked and not remembered yet. */
  readonly #asked: KeptQuestion[] = [];
  #isSaved = true;
  #isWanted = false;
  #hasStarted = false;
  #round: Promise<void> | null = null;
  /** Aborted when somebody asks. */
  #calmed: AbortSignal = AbortSignal.abort();

  private constructor(parts: WarmingParts, remembered: RememberedQuestions) {
    this.#parts = parts;
    this.#remembered = remembered;
    this.#saving = setInterval(() => void this.#save(), SAVE_EVERY_MS).unref();
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
    this.#round ??= this.#run().finally(() => {
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
    await rm(this.#parts.path, { force: true });
  }

  async close(): Promise<void> {
    clearInterval(this.#saving);
    this.#closing.abort();
    this.#started.resolve();
    await this.#round;
    await this.#save();
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
        await this.#warmAll(await this.#neighbours());
      }
    } catch (error) {
      this.#isWanted = false; // until somebody asks, or something changes
      if (!signal.aborted) this.#parts.onFailure(error);
    }
  }

  async #warmAll(questions: readonly KeptQuestion[]): Promise<void> {
    for (const question of questions) {
      if (this.#isWanted || this.#closing.signal.aborted) return;
      await this.#warm(question);
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
    if (this.#done.of !== state) this.#done = { of: state, questions: new Set() };
    const likely = expected(this.#remembered, span, this.#parts.now());
    const questions = likely.filter((question) => !this.#done.questions.has(JSON.stringify(question)));
    return [...questions.filter(seesLive), ...questions.filter((each) => !seesLive(each))];
  }

  /** What is a click away from what was asked last, once for each such state of things. */
  async #neighbours(): Promise<KeptQuestion[]> {
    const catalog = await this.#parts.catalog();
    const span = spanOf(catalog);
    if (!span) return [];
    const asked = reportsAskedLast(this.#remembered, span).filter((query) => this.#parts.isQuick(query, catalog));
    const state = JSON.stringify(asked);
    if (this.#done.questions.has(state)) return [];
    this.#done.questions.add(state);
    return neighboursOf(asked, span, await this.#parts.otherValues()).flatMap((query) => {
      const question: KeptQuestion = { kind: 'report', question: query };
      return this.#done.questions.has(JSON.stringify(question)) ? [] : [question];
    });
  }

  async #warm(question: KeptQuestion): Promise<void> {
    const { questions: done } = this.#done;
    for (let tries = 0; tries < MOST_TRIES && !this.#closing.signal.aborted; tries++) {
      const stop = await this.#undisturbed();
      try {
        await this.#parts.warm(question, stop);
        done.add(JSON.stringify(question));
        return;
      } catch {
        if (!stop.aborted) return; // whoever asks it is told why
      }
    }
  }

  /** At once where nobody has asked since it was calm. */
  async #undisturbed(): Promise<AbortSignal> {
    if (this.#calmed.aborted) this.#calmed = await this.#calm();
    return this.#calmed;
  }

  async #save(): Promise<void> {
    const { path } = this.#parts;
    try {
      if (this.#asked.length > 0) await this.#rememberAsked();
      if (this.#isSaved) return;
      this.#isSaved = true;
      await writeFile(`${path}.new`, JSON.stringify([...this.#remembered.values()]));
      await rename(`${path}.new`, path);
    } catch (error) {
      this.#parts.onFailure(error);
    }
  }
}

/** Computes answers for a cache to keep. */
export function warmIn(cache: AnswerCache): WarmingParts['warm'] {
  return ({ kind, question }, signal) => {
    switch (kind) {
      case 'report':
        return cache.reports.warm(question, signal);
      case 'count':
        return cache.counts.warm(question, signal);
      case 'values':
        return cache.values.warm(question, signal);
    }
  };
}
