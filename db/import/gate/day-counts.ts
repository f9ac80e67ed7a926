import { monthIndexOfDay } from '../../../shared/domain/day.ts';
import type { StagedRow } from '../stage/staged-row.ts';
import { DAY_1990, LONG_GAP_DAYS } from './rules.ts';

/** Of so many rows one may stand apart in time; more of them are a history that was taken up again. */
const FEW = 0.02;
/** Months that a file must have before one of them can be missing. */
const ENOUGH_MONTHS = 4;
/** A month with a smaller share of the usual rows than this is there by a slip of some dates. */
const STRAY = 0.1;

/** How many rows each production day has. */
export class DayCounts {
  readonly #rows = new Map<number, number>();
  #lastDay = Number.NaN;
  #ofLast = 0;

  see({ day }: StagedRow): void {
    if (day === this.#lastDay) {
      this.#ofLast += 1;
      return;
    }
    this.#settle();
    this.#lastDay = day;
    this.#ofLast = 1;
  }

  /** The last day of the few rows that lie ten years or more before all others, and not before 1990; null where there are none. */
  lastFarDay(): number | null {
    const days = this.#inOrder().filter(([day]) => day >= DAY_1990);
    const most = days.reduce((sum, [, rows]) => sum + rows, 0) * FEW;
    let before = 0;
    for (const [at, [day, rows]] of days.entries()) {
      before += rows;
      if (before > most) return null;
      const next = days[at + 1];
      if (next && next[0] - day >= LONG_GAP_DAYS) return day;
    }
    return null;
  }

  /** The months (year * 12 + month - 1) without a row between others, where most months have one; a stray row bounds nothing. */
  missingMonths(): number[] {
    const rows = new Map<number, number>();
    for (const [day, count] of this.#inOrder()) {
      const month = monthIndexOfDay(day);
      rows.set(month, (rows.get(month) ?? 0) + count);
    }
    const median = [...rows.values()].sort((a, b) => a - b)[Math.floor(rows.size / 2)] ?? 0;
    const full = [...rows].filter(([, count]) => count >= median * STRAY).map(([month]) => month);
    const [first = 0] = full;
    const span = (full.at(-1) ?? 0) - first + 1;
    if (full.length < ENOUGH_MONTHS || full.length * 2 < span) return [];
    return Array.from({ length: span }, (_, at) => first + at).filter((month) => !rows.has(month));
  }

  #inOrder(): [day: number, rows: number][] {
    this.#settle();
    return [...this.#rows].sort(([a], [b]) => a - b);
  }

  #settle(): void {
    if (this.#ofLast > 0) this.#rows.set(this.#lastDay, (this.#rows.get(this.#lastDay) ?? 0) + this.#ofLast);
    this.#ofLast = 0;
  }
}
