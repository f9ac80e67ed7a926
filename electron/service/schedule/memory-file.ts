import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../../../db/backup/write-whole.ts';
import { taskNames } from '../../../shared/contract/schedule.ts';
import { ifMissing } from '../if-missing.ts';
import { taskMemorySchema } from './occurrences.ts';

/** What is remembered of the tasks of a store. */
export const taskMemoriesSchema = z.partialRecord(z.enum(taskNames), taskMemorySchema);
export type TaskMemories = z.infer<typeof taskMemoriesSchema>;

/** What was run when, in a small file of the store's folder, so that a start neither skips nor repeats a run. */
export class MemoryFile<Memories extends object> {
  readonly #path: string;
  readonly #schema: z.ZodType<Memories>;
  readonly #onFailure: (error: unknown) => void;
  /** What was written last, also where the disk did not take it: what ran must not run again for that. */
  #kept: Memories | null = null;
  #isTold = false;

  /** Of memories by names, of which none has to be there. */
  constructor(path: string, schema: z.ZodType<Memories>, onFailure: (error: unknown) => void) {
    this.#path = path;
    this.#schema = schema;
    this.#onFailure = onFailure;
  }

  /** What is remembered; nothing where there is no file, or one that cannot be read, which is told. */
  async read(): Promise<Memories> {
    if (this.#kept) return this.#kept;
    try {
      return this.#schema.parse(JSON.parse(await readFile(this.#path, 'utf8').catch(ifMissing('{}'))));
    } catch (error) {
      this.#tell(error);
      return this.#schema.parse({});
    }
  }

  /** Keeps all of it; what cannot be written is told once and holds until the program ends. */
  write(memories: Memories): void {
    this.#kept = memories;
    try {
      writeWhole(this.#path, `${JSON.stringify(memories)}\n`);
    } catch (error) {
      this.#tell(error);
    }
  }

  #tell(error: unknown): void {
    if (!this.#isTold) this.#onFailure(error);
    this.#isTold = true;
  }
}
