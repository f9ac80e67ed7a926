import { appendFileSync, statSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { writeWhole } from '../../../db/backup/write-whole.ts';
import { type ReportRun, reportRunSchema } from '../../../shared/contract/report-schedules.ts';
import { ifMissing } from '../if-missing.ts';

/** Some months of what a plant writes. */
const RUNS_KEPT = 1_000;
/** Longer than so many lines ever are: then the oldest go. */
const BYTES_BEFORE_TRIM = 2_000_000;

/**
 * What came of each run, a line of JSON each, the newest last. Lines are only added, so that the command line can write one beside an
 * open window.
 */
export class HistoryFile {
  readonly #path: string;
  readonly #onFailure: (error: unknown) => void;

  constructor(path: string, onFailure: (error: unknown) => void) {
    this.#path = path;
    this.#onFailure = onFailure;
  }

  /** The newest runs, newest first; a line that was cut short, as by a full disk, is left out. */
  async read(): Promise<ReportRun[]> {
    const text = await readFile(this.#path, 'utf8').catch(ifMissing(''));
    const runs = text.split('\n').flatMap((line) => runOf(line) ?? []);
    return runs.slice(-RUNS_KEPT).reverse();
  }

  /** What cannot be kept is told: the report itself is written all the same. */
  async add(run: ReportRun): Promise<void> {
    try {
      appendFileSync(this.#path, `${JSON.stringify(run)}\n`);
      if (statSync(this.#path).size <= BYTES_BEFORE_TRIM) return;
      const kept = (await this.read()).reverse().map((each) => JSON.stringify(each));
      writeWhole(this.#path, `${kept.join('\n')}\n`);
    } catch (error) {
      this.#onFailure(error);
    }
  }
}

function runOf(line: string): ReportRun | null {
  if (line === '') return null;
  try {
    return reportRunSchema.parse(JSON.parse(line));
  } catch {
    return null; // said above: what was cut short tells nothing
  }
}
