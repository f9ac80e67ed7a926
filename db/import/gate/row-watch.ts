/**
 * The half of the plausibility gate that looks at rows while they pass, on the thread that reads them. It keeps numbers of
 * rows and sums, never rows: what it found is looked up again where the rows are by then (judge.ts).
 */
import type { FindingKind } from '../../../shared/import/gate.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { wasNegative } from '../rows/field-readers.ts';
import type { Rejection } from '../rows/record-draft.ts';
import type { Dictionary } from '../stage/dictionary.ts';
import { amountPlace, type StagedRow } from '../stage/staged-row.ts';
import { ClockWatch } from './clock-watch.ts';
import { OrderWatch, type OtherOrder } from './date-order.ts';
import { DayCounts } from './day-counts.ts';
import { HalfDayClock } from './half-day-clock.ts';
import { BlockWatch, type LateBlock } from './late-blocks.ts';
import { type LateValues, LateWatch } from './late-values.ts';
import { LotRepeats } from './lot-repeats.ts';
import { NameCounts } from './name-counts.ts';
import { dayFormatOf } from './read-by.ts';
import { RepeatedAmounts } from './repeated-amounts.ts';
import { RowRepeats } from './row-repeats.ts';
import { RowRules } from './row-rules.ts';
import { EXAMPLES, type GateRules } from './rules.ts';
import { RunningTotals } from './running-totals.ts';
import { type AbsurdValues, Spread } from './spread.ts';
import { type ShiftedAmounts, UnitShifts } from './unit-shift.ts';
import { createLetterWatch, type LetterWatch } from './wrong-letters.ts';

const quantities = [
  amountPlace.planned_quantity,
  amountPlace.good_quantity,
  amountPlace.defect_quantity,
  amountPlace.rework_quantity,
];

/** What was noticed of the rows, as plain data that can travel between threads. */
export interface Noticed {
  /** Ids of rows by finding, ascending. */
  rows: Partial<Record<FindingKind, number[]>>;
  /** Rows that cannot be records as a quantity is below zero. */
  negative: { count: number; examples: Rejection[] };
  absurd: AbsurdValues[];
  /** What the first rows of the file did not show. */
  late: LateValues;
  /** Amounts of lines that are of another size from some row on. */
  shifted: ShiftedAmounts[];
  /** Rows whose day and month stand the other way round. */
  otherOrder: OtherOrder;
  /** Rows set aside that say what those below them are of. */
  lateBlocks: LateBlock[];
  /** What names in wrong letters probably say, by the ids of the first rows that have one. */
  meant: [id: number, text: string][];
  /** The times of the file seem to be of a clock of twelve hours. */
  isHalfDayClock: boolean;
  /** The file says weeks, and no days. */
  areWeeks: boolean;
  /** The last production day that lies far before the others; null where none does. */
  farDay: number | null;
  missingMonths: number[];
  /**
   * Whether the lots of the file are such that one with two rows is a slip ('too many' where that was not counted), how many
   * rows have one, and which of them may have one that was there before.
   */
  lots: { are: ReturnType<LotRepeats['outcome']>; rows: number; suspected: number[] };
  /** Rows that are there again, with the first that is equal. */
  repeats: { id: number; first: number }[];
  /** How many rows name each line and each item, by key. */
  lineRows: Uint32Array;
  itemRows: Uint32Array;
}

export class RowWatch {
  readonly #rules: RowRules;
  readonly #names: NameCounts;
  readonly #spread = new Spread();
  readonly #late = new LateWatch();
  readonly #clocks = new ClockWatch();
  readonly #halfDays = new HalfDayClock();
  readonly #order: OrderWatch;
  readonly #blocks: BlockWatch;
  readonly #letters: LetterWatch | null;
  readonly #areWeeks: boolean;
  readonly #units = new UnitShifts();
  readonly #takenBack: number[] = [];
  readonly #days = new DayCounts();
  readonly #totals = new RunningTotals();
  readonly #lots = new LotRepeats();
  readonly #repeats = new RowRepeats();
  readonly #amounts = new RepeatedAmounts();
  #negativeRows = 0;
  readonly #negative: Rejection[] = [];

  /** `profile` is how the rows are read; null where they come of no file. */
  constructor(rules: GateRules, dictionary: Dictionary, profile: ImportProfile | null) {
    this.#rules = new RowRules(rules);
    this.#names = new NameCounts(dictionary);
    this.#order = new OrderWatch(profile);
    this.#blocks = new BlockWatch(profile);
    this.#letters = createLetterWatch(profile, dictionary);
    const format = (profile && dayFormatOf(profile)) ?? '';
    this.#areWeeks = format.includes('ww') && !format.includes('E');
  }

  see(row: StagedRow, id: number): void {
    this.#rules.see(row, id);
    this.#spread.see(row);
    this.#late.see(row, id);
    this.#clocks.see(row.clock, id);
    this.#halfDays.see(row);
    this.#order.see(row, id);
    this.#letters?.see(row, id);
    this.#units.see(row, id);
    if (row.takesBack && countsAnything(row)) this.#takenBack.push(id);
    this.#days.see(row);
    this.#names.see(row, id);
    this.#totals.see(row, id);
    this.#lots.see(row, id);
    this.#repeats.see(row, id);
    this.#amounts.see(row, id);
  }

  seeRejected(rejections: readonly Rejection[]): void {
    for (const rejection of rejections) {
      this.#order.seeRejected(rejection);
      this.#blocks.seeRejected(rejection);
      if (!wasNegative(rejection)) continue;
      this.#negativeRows += 1;
      if (this.#negative.length < EXAMPLES) this.#negative.push(rejection);
    }
  }

  noticed(): Noticed {
    const lots = this.#lots;
    return {
      rows: {
        ...this.#rules.found,
        totalRow: ascending(this.#names.totals, this.#totals.found),
        lateCounter: this.#late.rising(),
        otherClock: this.#clocks.found,
        lateReversal: this.#takenBack,
        wrongLetters: this.#letters?.found ?? [],
        repeatedAmount: this.#amounts.found(),
      },
      negative: { count: this.#negativeRows, examples: this.#negative },
      absurd: this.#spread.absurd(),
      late: this.#late.values(),
      shifted: this.#units.found(),
      otherOrder: this.#order.found(),
      lateBlocks: this.#blocks.found(),
      meant: this.#letters?.meant ?? [],
      isHalfDayClock: this.#halfDays.isFound(),
      areWeeks: this.#areWeeks,
      farDay: this.#days.lastFarDay(),
      missingMonths: this.#days.missingMonths(),
      lots: { are: lots.outcome(), rows: lots.rows, suspected: lots.suspected },
      repeats: this.#repeats.found().map(({ id, first }) => ({ id, first })),
      lineRows: this.#names.rowsOfLines(),
      itemRows: this.#names.rowsOfItems(),
    };
  }
}

function countsAnything({ amounts }: StagedRow): boolean {
  return quantities.some((place) => (amounts[place] as number) > 0);
}

function ascending(...lists: readonly number[][]): number[] {
  return [...new Set(lists.flat())].sort((a, b) => a - b);
}
