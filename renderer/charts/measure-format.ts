import { isMixed, unitOf } from '../../shared/query/answer-rows.ts';
import { measures as definitions, type Measure, type MeasureDefinition } from '../../shared/query/measures.ts';
import { decimalsFor, type Format } from '../lib/format.ts';
import type { ShownAnswer } from '../lib/use-report.ts';

/** How the values of a measure are written, the same precision in all of them. */
export interface MeasureFormat {
  /** Without its unit, which is said once. */
  full: (value: number | null) => string;
  tick: (value: number) => string;
  unit: string;
}

export function measureFormat(
  measure: Measure,
  answer: ShownAnswer | undefined,
  values: readonly (number | null)[],
  format: Format,
): MeasureFormat {
  const { kind }: MeasureDefinition = definitions[measure];
  if (kind === 'ratio') {
    const known = values.filter((value) => value !== null);
    // One value differs from none.
    const span = known.length > 1 ? Math.max(...known, 0) - Math.min(...known, 1) : 1;
    const decimals = span < 0.02 ? 2 : 1;
    return {
      full: (value) => format.percent(value, decimals),
      tick: (value) => format.percent(value, span < 0.02 ? 2 : span < 0.1 ? 1 : 0),
      unit: '%',
    };
  }
  const decimals = kind === 'count' ? 0 : decimalsFor([...values]);
  const unit = unitOf(answer, measure);
  return {
    full: (value) => format.number(value, decimals),
    tick: (value) => format.compact(value),
    unit: unit === null || isMixed(unit) ? '' : format.unit(unit),
  };
}
