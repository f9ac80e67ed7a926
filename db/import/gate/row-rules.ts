import type { FindingKind } from '../../../shared/import/gate.ts';
import { amountPlace, type StagedRow } from '../stage/staged-row.ts';
import { DAY_1990, type GateRules, LONGEST_RUN_SECONDS } from './rules.ts';

/** Findings that a row shows by itself. */
export const rowKinds = [
  'goodOverPlan',
  'defectsOverGood',
  'minutesOverPlan',
  'inFuture',
  'farPast',
  'endBeforeStart',
  'longRun',
] as const satisfies readonly FindingKind[];
export type RowKind = (typeof rowKinds)[number];

const { planned_quantity, good_quantity, defect_quantity, planned_minutes, run_minutes, down_minutes } = amountPlace;

/** Looks at each row by itself. What is not recorded is NaN, and compares as false. */
export class RowRules {
  readonly found: Record<RowKind, number[]> = {
    goodOverPlan: [],
    defectsOverGood: [],
    minutesOverPlan: [],
    inFuture: [],
    farPast: [],
    endBeforeStart: [],
    longRun: [],
  };
  readonly #lastDay: number;
  readonly #planFactor: number;

  constructor({ today, planFactor }: GateRules) {
    this.#lastDay = today + 1; // a plant east of the machine may be a day ahead
    this.#planFactor = planFactor > 0 ? planFactor : Number.POSITIVE_INFINITY;
  }

  see({ day, amounts, startedAt, endedAt }: StagedRow, id: number): void {
    if (day > this.#lastDay) this.found.inFuture.push(id);
    else if (day < DAY_1990) this.found.farPast.push(id);
    const good = amounts[good_quantity] as number;
    const planned = amounts[planned_quantity] as number;
    if (planned > 0 && good > planned * this.#planFactor) this.found.goodOverPlan.push(id);
    if (good > 0 && (amounts[defect_quantity] as number) > good) this.found.defectsOverGood.push(id);
    const plannedMinutes = amounts[planned_minutes] as number;
    if (plannedMinutes > 0) {
      const worked = recorded(amounts[run_minutes] as number) + recorded(amounts[down_minutes] as number);
      if (worked > plannedMinutes * this.#planFactor) this.found.minutesOverPlan.push(id);
    }
    if (startedAt !== null && endedAt !== null) {
      const seconds = endedAt - startedAt;
      if (seconds < 0) this.found.endBeforeStart.push(id);
      else if (seconds > LONGEST_RUN_SECONDS) this.found.longRun.push(id);
    }
  }
}

function recorded(amount: number): number {
  return amount > 0 ? amount : 0;
}
