/**
 * An hour of an analyst with two windows over one store, while the plant's files come in, played against the real service.
 * 1. Its clock is the hour's own, and what a window holds ages by it. Between two clicks it waits until the service has
 *    nothing more to do, for as long as the look at the screen takes at most: that is when the service computes ahead.
 * 2. What an answer claims is compared with the records as they are at that moment; while a change is written, with
 *    those before it or those after it, as either may be seen.
 */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createRandom, type Random } from '../../db/sample/random.ts';
import { type Client, createLocalClient } from '../../electron/cli/local-client.ts';
import { createService, type Service } from '../../electron/service/service.ts';
import { dayFromIso, isoFromDay } from '../../shared/domain/day.ts';
import { type Click, clicksOf, type Plant } from './clicks.ts';
import { corrected, recordsOfDay, writeDayFile } from './day-files.ts';
import { History } from './history.ts';
import { Moment } from './judge.ts';
import { storeNow } from './records-of.ts';
import type { Extent } from './view.ts';
import { type Claim, type Notes, Window } from './window.ts';

export interface HourOptions {
  records: number;
  seed: number;
  minutes: number;
  /** How many are played; the last one counts. */
  hours: number;
  folder: string;
  onMinute?: (minute: number) => void;
}

export interface Hour extends Notes {
  clicks: number;
  changes: string[];
  compared: number;
  /** Claims that were not true, as text. */
  wrong: string[];
}

const SPAN = { from: '2023-01-01', to: '2025-03-09' };
const MINUTE_MS = 60_000;
/** One looks at a screen for so long before the next click, at least and at most. */
const LOOK_MS = { least: 2_000, most: 25_000 };
const WINDOWS = 2;
/** How often the other window is the one that is clicked in. */
const OTHER_WINDOW = 0.15;

/**
 * Plays hours, one a day, in a new store in `folder`, each in a program started anew; gives the last, but what was compared
 * of all. Throws what the service throws.
 */
export async function playHours({ hours, folder, seed, ...options }: HourOptions): Promise<Hour> {
  let played: Hour | null = null;
  const proof: Pick<Hour, 'compared' | 'wrong'> = { compared: 0, wrong: [] };
  for (let nth = 0; nth < hours; nth++) {
    const service = await createService({ storeFolder: join(folder, 'store'), appVersion: 'hour', access: 'own' });
    try {
      const hour = new PlayedHour(service, folder, { ...options, seed: seed + nth, nth });
      await hour.play(options.onMinute);
      played = hour.outcome();
      proof.compared += played.compared;
      proof.wrong.push(...played.wrong);
    } finally {
      await service.close();
    }
  }
  if (!played) throw new RangeError('There is no hour to play.');
  return { ...played, ...proof };
}

/** One of the hours; the first begins with an empty store. */
type HourPlan = Pick<HourOptions, 'records' | 'seed' | 'minutes'> & { nth: number };

interface Change {
  atMinute: number;
  name: string;
  start: () => Promise<string>;
}

class PlayedHour {
  readonly #service: Service;
  readonly #client: Client;
  readonly #folder: string;
  readonly #options: HourPlan;
  readonly #random: Random;
  readonly #notes: Notes = { asked: [], claims: [], held: 0 };
  readonly #history = new History();
  readonly #windows: { window: Window; clicks: Generator<Click> }[] = [];
  readonly #changes: string[] = [];
  readonly #wrong: string[] = [];
  #extent: Extent = { first: SPAN.from, last: SPAN.to };
  #clicks = 0;
  #compared = 0;
  #nowMs = 0;

  constructor(service: Service, folder: string, options: HourPlan) {
    this.#service = service;
    this.#client = createLocalClient(service.router);
    this.#folder = folder;
    this.#options = options;
    this.#random = createRandom(options.seed);
  }

  outcome(): Hour {
    const [clicks, changes, compared, wrong] = [this.#clicks, this.#changes, this.#compared, this.#wrong];
    return { ...this.#notes, clicks, changes, compared, wrong };
  }

  async play(onMinute: (minute: number) => void = () => {}): Promise<void> {
    const { records, seed, minutes, nth: nthHour } = this.#options;
    if (nthHour === 0) await this.#finished(this.#service.startSample({ records, ...SPAN, seed }));
    await this.#look();
    let moment = this.#moment();
    const plant = this.#plant();
    for (let nth = 0; nth < WINDOWS; nth++) {
      const clicks = clicksOf(createRandom(seed * WINDOWS + nth), plant, () => this.#extent);
      this.#windows.push({ window: new Window(this.#client, this.#notes, this.#history), clicks });
    }
    const changes = this.#plannedChanges(minutes);
    let current = 0;
    while (this.#nowMs < minutes * MINUTE_MS) {
      const change = changes[0];
      if (change && change.atMinute * MINUTE_MS <= this.#nowMs) {
        changes.shift();
        moment = await this.#changeStore(change, moment);
        onMinute(change.atMinute);
      }
      if (this.#random.chance(OTHER_WINDOW)) current = (current + 1) % WINDOWS;
      await this.#click(current);
      this.#judge([moment]);
      const lookMs = LOOK_MS.least + this.#random.below(LOOK_MS.most - LOOK_MS.least);
      await this.#idle(lookMs);
      this.#nowMs += lookMs;
    }
  }

  async #click(nth: number): Promise<void> {
    const entry = this.#windows[nth];
    const click = entry?.clicks.next().value as Click | undefined;
    if (!entry || !click) return;
    this.#clicks++;
    if (click === 'reload') await entry.window.reload(this.#extent, this.#nowMs);
    else await entry.window.show(click.to, this.#extent, this.#nowMs);
  }

  async #idle(mostMs: number): Promise<void> {
    const over = new AbortController();
    const time = pause(mostMs, undefined, { signal: over.signal }).catch(() => {}); // over before, as nothing is left to do
    await Promise.race([this.#service.warmed(), time]);
    over.abort();
  }

  /** Someone goes on clicking while it is written; then every window shows the new state. */
  async #changeStore(change: Change, before: Moment): Promise<Moment> {
    this.#changes.push(`${change.atMinute}: ${change.name}`);
    const finished = this.#finished(await change.start());
    await this.#click(this.#random.below(WINDOWS));
    await finished;
    this.#history.storeChanged();
    const after = this.#moment();
    this.#judge([before, after]);
    await this.#look();
    for (const { window } of this.#windows) await window.storeChanged(this.#extent, this.#nowMs);
    this.#judge([after]);
    return after;
  }

  /** How far the records reach now. */
  async #look(): Promise<void> {
    const { firstDate, lastDate } = await this.#client.store.status();
    this.#extent = { first: firstDate ?? SPAN.from, last: lastDate ?? SPAN.to };
  }

  #judge(moments: readonly Moment[]): void {
    for (const claim of this.#notes.claims.splice(0)) {
      this.#compared++;
      if (!moments.some((moment) => moment.bears(claim))) this.#wrong.push(this.#asText(claim, moments));
    }
  }

  /** What was claimed, and what was true. */
  #asText(claim: Claim, moments: readonly Moment[]): string {
    const minute = (this.#nowMs / MINUTE_MS).toFixed(1);
    return JSON.stringify({
      hour: this.#options.nth,
      minute,
      claim,
      true: moments.map((moment) => moment.truthOf(claim)),
    });
  }

  #moment(): Moment {
    return new Moment(storeNow(join(this.#folder, 'store')));
  }

  /** Files of three days, the second corrected later, the third taken back; and a year that is archived. */
  #plannedChanges(minutes: number): Change[] {
    const perDay = Math.max(10, Math.round(this.#options.records / 800));
    const last = dayFromIso(this.#extent.last) ?? 0;
    const days = [1, 2, 3].map((nth) => {
      const date = isoFromDay(last + nth);
      return { date, drafts: recordsOfDay(date, { records: perDay, seed: this.#options.seed + nth }) };
    });
    const files = join(this.#folder, 'files');
    mkdirSync(files, { recursive: true });
    const [first, second, third] = days as [(typeof days)[0], (typeof days)[0], (typeof days)[0]];
    const file =
      ({ date, drafts }: (typeof days)[0]) =>
      () =>
        this.#import(writeDayFile(files, `${date}.csv`, drafts));
    const again = () => this.#import(writeDayFile(files, `${second.date} corrected.csv`, corrected(second.drafts)));
    const changes: Omit<Change, 'atMinute'>[] = [
      { name: 'a day is imported', start: file(first) },
      { name: 'a day is imported', start: file(second) },
      { name: 'its correction is imported', start: again },
      { name: 'a day is imported', start: file(third) },
      { name: 'that import is undone', start: () => this.#undoLast() },
      { name: 'the oldest year is archived', start: () => this.#archiveOldest() },
    ];
    return changes.map((change, at) => ({
      ...change,
      atMinute: Math.round(((at + 1) * minutes) / (changes.length + 1)),
    }));
  }

  async #import(path: string): Promise<string> {
    const fileId = this.#service.files.register(path);
    const { profile } = await this.#client.imports.inspect({ fileId });
    return this.#jobOf(this.#client.imports.start({ fileId, profile: { ...profile, key: ['orderNumber'] } }));
  }

  async #undoLast(): Promise<string> {
    const [last] = await this.#client.imports.history();
    return this.#jobOf(this.#client.imports.undo({ batchId: last?.batchId ?? 0 }));
  }

  async #archiveOldest(): Promise<string> {
    const { archivableYears } = await this.#client.store.status();
    const oldest = Math.min(...archivableYears.map(({ year }) => year));
    return this.#jobOf(this.#client.maintenance.archive({ year: oldest }));
  }

  async #jobOf(started: Promise<{ jobId: string }>): Promise<string> {
    return (await started).jobId;
  }

  async #finished(jobId: string): Promise<void> {
    const job = await this.#service.finished(jobId);
    if (job.state !== 'done') throw new Error(`The hour cannot go on: ${job.message}`);
  }

  #plant(): Plant {
    const { records } = storeNow(join(this.#folder, 'store'));
    const values = (of: (record: (typeof records)[number]) => string | null) => [
      ...new Set(records.flatMap((record) => of(record) ?? [])),
    ];
    return {
      lines: values(({ line }) => line),
      shifts: values(({ shift }) => shift),
      items: values(({ itemCode }) => itemCode),
      lots: values(({ lotNumber }) => lotNumber).slice(-200),
    };
  }
}
