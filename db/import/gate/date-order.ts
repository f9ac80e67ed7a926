/**
 * Rows whose day and month stand the other way round than in the rest of the file. Those that can only be read so are set aside,
 * as they are no dates otherwise; of the others between them nothing tells, and they are read by the order of the rest. Where all
 * could be read either way, it is how they follow each other that tells.
 */
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { Rejection } from '../rows/record-draft.ts';
import type { StagedRow } from '../stage/staged-row.ts';
import { otherOrderOf } from '../times/other-order.ts';
import { OrderStretches, type Stretch } from './order-stretches.ts';
import { dayFormatOf } from './read-by.ts';

/** Rows that are set aside as their date stands in the other order: how many, and between which lines. */
export interface SetAside {
  count: number;
  first: number;
  last: number;
}

export interface OtherOrder {
  /** Null where there are too few to be more than slips. */
  setAside: SetAside | null;
  stretches: Stretch[];
}

/** Fewer of them are slips. */
const FEWEST = 3;

export class OrderWatch {
  #count = 0;
  #first = Number.POSITIVE_INFINITY;
  #last = 0;
  readonly #stretches: OrderStretches | null;

  constructor(profile: ImportProfile | null) {
    const format = profile && dayFormatOf(profile);
    this.#stretches = format !== null && otherOrderOf(format) !== null ? new OrderStretches() : null;
  }

  see({ day }: StagedRow, id: number): void {
    this.#stretches?.see(day, id);
  }

  seeRejected({ line, code }: Rejection): void {
    if (code !== 'otherOrder') return;
    this.#count += 1;
    this.#first = Math.min(this.#first, line);
    this.#last = Math.max(this.#last, line);
  }

  found(): OtherOrder {
    const setAside = this.#count < FEWEST ? null : { count: this.#count, first: this.#first, last: this.#last };
    return { setAside, stretches: this.#stretches?.found() ?? [] };
  }
}
