import type { GateDecisions } from '../../../shared/import/gate.ts';

/** What the plausibility gate goes by, as plain data that can travel between threads. */
export interface GateRules {
  /** The day on which it is imported, by the machine's clock. */
  today: number;
  /** How many times what was planned is more than anybody makes, or works. */
  planFactor: number;
  /** What was decided for files of this kind, and for this one; the latter counts. */
  ofProfile: GateDecisions;
  ofRequest: GateDecisions;
}

/** Rows of a finding that are shown. */
export const EXAMPLES = 5;

export const DAY_1990 = 7_305;
/** Ten years, in days. */
export const LONG_GAP_DAYS = 3_652;
export const LONGEST_RUN_SECONDS = 7 * 86_400;
export const DAY_MINUTES = 1_440;
