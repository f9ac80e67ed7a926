/**
 * Rows whose day and month stand the other way round than in the rest of the file. Those that can only be read so are set aside,
 * as they are no dates otherwise; of the others between them nothing tells, and they are read by the order of the rest.
 */
import type { Rejection } from '../record-draft.ts';

const OTHER_ORDER =
  /: '(\d{1,2})[/.-](\d{1,2})[/.-]\d{2,4}[^']*' in column '.*' is not a (?:date|moment) written as (D|M){1,2}[/.-][DM]/s;
const MONTHS = 12;
const LONGEST_MONTH = 31;

/** Rows that are set aside as their date stands in the other order: how many, and between which lines. */
export interface OtherOrder {
  count: number;
  first: number;
  last: number;
}

/** Fewer of them are slips. */
const FEWEST = 3;

export class OrderWatch {
  #count = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = 0;

  see({ line, reason }: Rejection): void {
    if (!isOfOtherOrder(reason)) return;
    this.#count += 1;
    this.#first = Math.min(this.#first, line);
    this.#last = Math.max(this.#last, line);
  }

  found(): OtherOrder | null {
    if (this.#count < FEWEST) return null;
    return { count: this.#count, first: this.#first, last: this.#last };
  }
}

function isOfOtherOrder(reason: string): boolean {
  const [, first = '', second = '', order] = OTHER_ORDER.exec(reason) ?? [];
  const [day, month] = order === 'D' ? [Number(second), Number(first)] : [Number(first), Number(second)];
  return order !== undefined && month >= 1 && month <= MONTHS && day > MONTHS && day <= LONGEST_MONTH;
}
