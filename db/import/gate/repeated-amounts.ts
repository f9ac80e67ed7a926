/**
 * What was made stands in each row of its reasons: a list of defects or stops with a row for each reason, beside which the good
 * quantity and the run time of all of it come again. Added up, they count once for each reason.
 * 1. Rows that follow each other are of one run where they have the same day, names, lot, order and start, and each another reason.
 * 2. In nine of ten such runs the good and planned quantities and the run minutes are the same in every row, and differ from run to run.
 */
import { amountPlace, type StagedRow } from '../stage/staged-row.ts';

const repeated = [amountPlace.good_quantity, amountPlace.planned_quantity, amountPlace.run_minutes] as const;
const FEWEST_RUNS = 3;
const FEWEST_DIFFERENT = 3;
const LEAST_SHARE = 0.9;
/** So many rows of a finding are remembered; with more it is told all the same. */
const MOST_ROWS = 1_000_000;

/** Rows of one run so far. */
interface Run {
  day: number;
  keys: Int32Array;
  named: string;
  amounts: string;
  reasons: Set<number>;
  again: number[];
  isAlike: boolean;
}

export class RepeatedAmounts {
  readonly #again: number[] = [];
  readonly #different = new Set<string>();
  #runs = 0;
  #runsAlike = 0;
  #run: Run | null = null;

  see(row: StagedRow, id: number): void {
    const { defects, downtimes } = row;
    const reason = defects[0]?.[0] ?? downtimes[0]?.[0];
    // A row with several reasons holds all of its run.
    if (reason === undefined || defects.length > 1 || downtimes.length > 1) {
      this.#end();
      return;
    }
    const run = this.#run;
    const isSameRun =
      run !== null &&
      run.day === row.day &&
      !run.reasons.has(reason) &&
      run.keys.every((key, at) => key === row.keys[at]) &&
      run.named === namedBy(row);
    if (!isSameRun) {
      this.#end();
      this.#run = begin(row, reason);
      return;
    }
    run.reasons.add(reason);
    run.again.push(id);
    run.isAlike &&= run.amounts === amountsOf(row);
  }

  /** The rows whose amounts stand in the row before already, by their ids. */
  found(): number[] {
    this.#end();
    const areAlike = this.#runsAlike >= FEWEST_RUNS && this.#runsAlike >= LEAST_SHARE * this.#runs;
    return areAlike && this.#different.size >= FEWEST_DIFFERENT ? this.#again : [];
  }

  #end(): void {
    const run = this.#run;
    this.#run = null;
    if (run === null || run.again.length === 0) return;
    this.#runs += 1;
    if (!run.isAlike) return;
    this.#runsAlike += 1;
    if (this.#different.size < FEWEST_DIFFERENT) this.#different.add(run.amounts);
    if (this.#again.length < MOST_ROWS) this.#again.push(...run.again);
  }
}

function begin(row: StagedRow, reason: number): Run {
  const isAlike = repeated.some((place) => (row.amounts[place] as number) > 0);
  const { day, keys } = row;
  const about = { day, keys: keys.slice(), named: namedBy(row), amounts: amountsOf(row) };
  return { ...about, reasons: new Set([reason]), again: [], isAlike };
}

function amountsOf({ amounts }: StagedRow): string {
  return repeated.map((place) => amounts[place]).join();
}

/** What tells runs of one day and line apart, as one text. */
function namedBy({ startedAt, lotNumber, orderNumber }: StagedRow): string {
  return `${startedAt} ${textOf(lotNumber)} ${textOf(orderNumber)}`;
}

function textOf(text: StagedRow['lotNumber']): string {
  return text === null || typeof text === 'string' ? `${text}` : text.bytes.toString('latin1', text.from, text.to);
}
