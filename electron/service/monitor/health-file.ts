import { readFile, rename, writeFile } from 'node:fs/promises';
import { z } from 'zod';
import { alertKinds } from '../../../shared/contract/health.ts';
import { ifMissing } from '../if-missing.ts';

const healthFileSchema = z.object({
  /** The size of the store on each day it was open, oldest first. */
  sizes: z.array(z.object({ date: z.iso.date(), bytes: z.number() })),
  /** What has begun, so that it is not told again with every start. */
  alerts: z.array(
    z.object({
      kind: z.enum(alertKinds),
      since: z.iso.datetime(),
      told: z.boolean(),
      goneAtMs: z.number().nullable(),
    }),
  ),
});
export type HealthMemory = z.infer<typeof healthFileSchema>;

/** What outlives the program of a store's health, in a small file beside it. */
export class HealthFile {
  readonly #path: string;
  readonly #onFailure: (error: unknown) => void;
  #failed = false;
  #last: Promise<void> = Promise.resolve();

  constructor(path: string, onFailure: (error: unknown) => void) {
    this.#path = path;
    this.#onFailure = onFailure;
  }

  /** What was kept; nothing where there is no file, or one that cannot be read, which is told. */
  async read(): Promise<HealthMemory> {
    const nothing: HealthMemory = { sizes: [], alerts: [] };
    try {
      const text = await readFile(this.#path, 'utf8').catch(ifMissing(null));
      return text === null ? nothing : healthFileSchema.parse(JSON.parse(text));
    } catch (error) {
      this.#onFailure(error);
      return nothing;
    }
  }

  /** Keeps all of it, after what is being kept. What cannot be is told once, and lost with the end of the program. */
  write(memory: HealthMemory): void {
    this.#last = this.#last.then(() => this.#write(memory));
  }

  /** Settles when the last of it is kept, or will not be. */
  written(): Promise<void> {
    return this.#last;
  }

  async #write(memory: HealthMemory): Promise<void> {
    try {
      await writeFile(`${this.#path}.new`, `${JSON.stringify(memory)}\n`);
      await rename(`${this.#path}.new`, this.#path);
      this.#failed = false;
    } catch (error) {
      if (!this.#failed) this.#onFailure(error);
      this.#failed = true;
    }
  }
}
