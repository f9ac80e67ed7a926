/**
 * Loads what is answered from memory, and looks after it.
 * 1. What memory holds is loaded after the first screen, whose questions the files answer with less work than the loading is.
 * 2. Until it is there answers come from the files, so that a failure costs time and nothing else.
 * 3. Columns are dropped when the machine is short of memory and loaded when it is not.
 */
import { setTimeout as pause } from 'node:timers/promises';
import type { Engine } from '../../db/engine/engine.ts';

export interface UpkeepParts {
  engine: Pick<Engine, 'loadRollups' | 'loadColumns' | 'columns'>;
  /** Whether this process owns the store: who only reads beside the owner asks too little for it to be worth the memory. */
  owns: boolean;
  /** Settles when the first screen has what it asks for, or fails by the signal. */
  firstScreen(signal: AbortSignal): Promise<void>;
  /** Called when all is in memory. */
  onLoaded(): Promise<void>;
  /** Called now and then while the store is open. */
  onLook(): void;
  onFailure(error: unknown): void;
}

const EVERY_MS = 30_000;
const FIRST_SCREEN_MS = 2_000;

/** About as long as the first screen takes to ask, and the files to answer. */
export function firstScreenOfAPerson(signal: AbortSignal): Promise<void> {
  return pause(FIRST_SCREEN_MS, undefined, { ref: false, signal });
}

export class Upkeep {
  readonly #parts: UpkeepParts;
  readonly #closing = new AbortController();
  readonly #firstScreen: Promise<void>;
  readonly #timer: NodeJS.Timeout;
  #loaded: Promise<void> = Promise.resolve();

  constructor(parts: UpkeepParts) {
    this.#parts = parts;
    this.#firstScreen = parts.firstScreen(this.#closing.signal);
    this.#firstScreen.catch(() => {}); // closed before, which whoever waits for it is told
    this.#timer = setInterval(() => this.#look(), EVERY_MS).unref();
    this.load();
  }

  /** Begins to load what the store holds now; where this process only reads, nothing is loaded. */
  load(): void {
    if (this.#parts.owns) this.#loaded = this.#load();
  }

  /** Settles when what was begun to be loaded last is in memory, or cannot be. */
  loaded(): Promise<void> {
    return this.#loaded;
  }

  close(): void {
    this.#closing.abort();
    clearInterval(this.#timer);
  }

  #look(): void {
    if (this.#parts.owns) this.#parts.onLook();
    if (!this.#parts.engine.columns.relieve()) this.load();
  }

  async #load(): Promise<void> {
    const { signal } = this.#closing;
    try {
      await this.#firstScreen;
      await this.#parts.engine.loadRollups();
      await this.#parts.engine.loadColumns();
      if (!signal.aborted) await this.#parts.onLoaded();
    } catch (error) {
      if (!signal.aborted) this.#parts.onFailure(error);
    }
  }
}
