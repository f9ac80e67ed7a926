/**
 * Watches what the program does and how the store is.
 * 1. Questions are recorded by the router, whoever asks them and however.
 * 2. Sizes and the history of jobs are read now and then, behind whatever is asked: health is told from what was read last,
 *    so that looking at it waits for no reader.
 * 3. Alerts are looked for when there is something new to go by; what was told is remembered beyond the end of the program.
 */
import type { Alert, CacheMetrics, Health, ReaderMetrics } from '../../../shared/contract/health.ts';
import type { Settings } from '../../../shared/contract/settings.ts';
import { type About, type AlertMemory, nextAlerts } from './alerts.ts';
import { type DaySize, growsSince, growthBytesADay, withSize } from './growth.ts';
import type { HealthFile } from './health-file.ts';
import type { QuestionRecorder } from './question-recorder.ts';
import { lastHourOf, responsesOf } from './responses.ts';
import type { WrittenRun } from './run-file.ts';
import type { StoreFacts } from './store-facts.ts';

/** How old sizes may be that someone looks at. */
const FACTS_FRESH_MS = 10_000;

export interface MonitorSource {
  startedAt: string | null;
  recorder: QuestionRecorder;
  file: HealthFile;
  /** The runs of an earlier time, oldest first. */
  earlierRuns(): Promise<WrittenRun[]>;
  /** Whether to look for alerts and to keep what there is to remember: the owner's business. */
  keeps: boolean;
  settings(): Settings;
  storeFacts(nowMs: number): Promise<StoreFacts>;
  cache(): CacheMetrics | null;
  readers(): ReaderMetrics | null;
  jobs(): Pick<Health['jobs'], 'running' | 'queued'>;
  /** Seconds for which the standby has lacked something; null without a standby. */
  standbyLagSeconds(): number | null;
  isLiveDamaged(): boolean;
  /** Folders that cannot be watched at the moment, with why. */
  unwatched(): readonly About[];
  /** Whether somebody is there to be told; alerts wait for it. */
  isHeard(): boolean;
  onAlert(alert: Alert): void;
  onFailure(what: string, error: unknown): void;
  /** Milliseconds of the day's clock. */
  now(): number;
}

interface Facts {
  facts: StoreFacts;
  readAtMs: number;
}

export class Monitor {
  readonly #source: MonitorSource;
  #known: Facts | null = null;
  #reading: Promise<Facts> | null = null;
  #sizes: readonly DaySize[] = [];
  #memory: AlertMemory[] = [];
  #alerts: Alert[] = [];
  #remembered: Promise<void> | null = null;
  #isClosed = false;

  constructor(source: MonitorSource) {
    this.#source = source;
  }

  /** Whether questions are to be recorded. */
  get records(): boolean {
    return this.#source.keeps;
  }

  get recorder(): QuestionRecorder {
    return this.#source.recorder;
  }

  /** The day that growth is measured from, with the size of the store on it; null before there is a week. */
  get growsSince(): DaySize | null {
    return growsSince(this.#sizes, { date: this.#today() });
  }

  /** What the program did and how it is. Sizes may be some seconds old. */
  async health(): Promise<Health> {
    const { startedAt, recorder, now } = this.#source;
    const { facts } = await this.#facts();
    this.#findAlerts(facts);
    return {
      at: new Date(now()).toISOString(),
      startedAt,
      responses: responsesOf(recorder.runs(), now()),
      slow: recorder.slow().toReversed(),
      cache: this.#source.cache(),
      readers: this.#source.readers(),
      store: { ...facts.size, growthBytesADay: growthBytesADay(this.#sizes, this.#sizeNow(facts)) },
      jobs: { ...this.#source.jobs(), failedLastDay: facts.failedLastDay },
      alerts: this.#alerts,
    };
  }

  /** Reads anew what the files say from now on, and looks for alerts; what cannot be read is told. */
  async look(): Promise<void> {
    await Promise.allSettled([this.#reading]); // what is being read may be of before
    if (this.#isClosed) return;
    try {
      const { facts } = await this.#read();
      this.#findAlerts(facts);
    } catch (error) {
      this.#tellUnread(error);
    }
  }

  /** Settles when all that there is to keep is in its files. */
  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#reading?.catch(this.#tellUnread);
    await this.#source.recorder.close();
    await this.#source.file.written();
  }

  readonly #tellUnread = (error: unknown) => this.#source.onFailure('the health of the store cannot be read', error);

  /** What was read last; read first where nothing was, and again behind this where that is some time ago. */
  async #facts(): Promise<Facts> {
    if (this.#known === null) return this.#read();
    if (this.#source.now() - this.#known.readAtMs > FACTS_FRESH_MS) this.#read().catch(this.#tellUnread);
    return this.#known;
  }

  #read(): Promise<Facts> {
    this.#reading ??= this.#readOnce().finally(() => {
      this.#reading = null;
    });
    return this.#reading;
  }

  async #readOnce(): Promise<Facts> {
    this.#remembered ??= this.#remember();
    await this.#remembered;
    const readAtMs = this.#source.now();
    const facts = await this.#source.storeFacts(readAtMs);
    this.#known = { facts, readAtMs };
    this.#setSizes(withSize(this.#sizes, this.#sizeNow(facts)));
    return this.#known;
  }

  async #remember(): Promise<void> {
    const { file, recorder, earlierRuns, onFailure } = this.#source;
    const { sizes, alerts } = await file.read();
    this.#sizes = sizes;
    this.#memory = alerts;
    try {
      recorder.addEarlier(await earlierRuns());
    } catch (error) {
      onFailure('questions of an earlier time cannot be read', error);
    }
  }

  #sizeNow({ size }: Pick<StoreFacts, 'size'>): DaySize {
    return { date: this.#today(), bytes: size.bytes };
  }

  #today(): string {
    return new Date(this.#source.now()).toISOString().slice(0, 10);
  }

  #setSizes(sizes: readonly DaySize[]): void {
    if (sizes === this.#sizes) return;
    this.#sizes = sizes;
    this.#keep();
  }

  #findAlerts({ size, isLiveFlawed, failedLastDay: _, ...facts }: StoreFacts): void {
    const { settings, recorder, cache, keeps, now, isHeard, onAlert, standbyLagSeconds, isLiveDamaged } = this.#source;
    const lastHour = lastHourOf(recorder.runs(), now());
    const counts = cache()?.lastHour;
    const { alerts, begun, memory } = nextAlerts(
      {
        nowMs: now(),
        questions: lastHour && { count: lastHour.count, p95Ms: lastHour.p95 },
        cache: counts ? { asked: counts.hits + counts.staleHits + counts.misses, hitRatio: counts.hitRatio } : null,
        logBytes: size.logBytes,
        freeDiskBytes: size.freeDiskBytes,
        growthBytesADay: growthBytesADay(this.#sizes, this.#sizeNow({ size })),
        ...facts,
        unwatched: this.#source.unwatched(),
        standbyLagSeconds: standbyLagSeconds(),
        isLiveDamaged: isLiveDamaged() || isLiveFlawed,
      },
      settings(),
      this.#memory,
      keeps && isHeard(),
    );
    this.#alerts = alerts;
    const isNew = JSON.stringify(memory) !== JSON.stringify(this.#memory);
    this.#memory = memory;
    if (isNew) this.#keep();
    for (const alert of begun) onAlert(alert);
  }

  #keep(): void {
    if (this.#source.keeps) this.#source.file.write({ sizes: [...this.#sizes], alerts: this.#memory });
  }
}
