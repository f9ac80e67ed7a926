/** What a measure was planned to be. Pure data. */
import type { GroupValues } from './measure-drivers.ts';
import type { Measure } from './measures.ts';

/** A plan: which measures it is read from, and its value in a group, null where none is recorded. */
export interface PlanBaseline {
  asks: readonly Measure[];
  value: (values: GroupValues) => number | null;
}

const SECONDS_AN_HOUR = 3_600;

/** All of a share is the plan where the share itself is known. */
function whole(measure: Measure): PlanBaseline {
  return { asks: [measure], value: (values) => (values[measure] == null ? null : 1) };
}

/**
 * The plan of each measure that has one. Good is planned as a quantity; attainment, availability and performance are shares of a plan, of which
 * all is the plan; the ideal rate is what the same items would have come to an hour at their ideal cycles, known only
 * where every record that counts has one (both are of the same run time).
 */
export const planBaselines: Partial<Record<Measure, PlanBaseline>> = {
  good: { asks: ['planned', 'planAttainment'], value: ({ planned = null }) => planned },
  planAttainment: whole('planAttainment'),
  availability: whole('availability'),
  performance: whole('performance'),
  throughput: {
    asks: ['throughput', 'performance'],
    value: (values) => {
      const [made, seconds] = [values['sum.totalOfRun'], values['sum.idealOfRun']];
      const isOfSameRuns = values['sum.runOfTotal'] === values['sum.runOfIdeal'];
      return made == null || seconds == null || seconds === 0 || !isOfSameRuns
        ? null
        : (made / seconds) * SECONDS_AN_HOUR;
    },
  },
};

/** Whether some of what was made has no plan beside it, or some plan nothing made: the two are then not of the same records. */
export function isPartlyPlanned(good: number | null, values: GroupValues): boolean {
  const { planned = null } = values;
  if (planned === null || good === null) return planned !== good;
  return values['sum.goodOfPlanned'] !== good || values['sum.plannedOfGood'] !== planned;
}
