import { readFile } from 'node:fs/promises';
import { z } from 'zod';
import { writeWhole } from '../../../db/backup/write-whole.ts';
import { type TaskName, taskNames } from '../../../shared/contract/schedule.ts';
import { ifMissing } from '../if-missing.ts';
import { type TaskMemory, taskMemorySchema } from './occurrences.ts';

const memoriesSchema = z.partialRecord(z.enum(taskNames), taskMemorySchema);
export type TaskMemories = Partial<Record<TaskName, TaskMemory>>;

/** What was run when, in a small file of the store's folder, so that a start neither skips nor repeats a run. */
export class MemoryFile {
  readonly #path: string;
  readonly #onFailure: (error: unknown) => void;
  /** What was written last, also where the disk did not take it: what ran must not run again for that. */
  #kept: TaskMemories | null = null;
  #isTold = false;

  constructor(path: string, onFailure: (error: unknown) => void) {
    this.#path = path;
    this.#onFailure = onFailure;
  }

  /** What is remembered; nothing where there is no file, or one that cannot be read, which is told. */
  async read(): Promise<TaskMemories> {
    if (this.#kept) return this.#kept;
    try {
      return memoriesSchema.parse(JSON.parse(await readFile(this.#path, 'utf8').catch(ifMissing('{}'))));
    } catch (error) {
      this.#tell(error);
      return {};
    }
  }

  /** Keeps all of it; what cannot be written is told once and holds until the program ends. */
  write(memories: TaskMemories): void {
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
