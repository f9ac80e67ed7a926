/** How many records the factors of OEE stand on, and where the others are. Pure. */

import type { AnswerRow } from '../../../shared/query/answer-rows.ts';
import type { Measure } from '../../../shared/query/measures.ts';

export const factors = ['availability', 'performance', 'quality'] as const;
export type Factor = (typeof factors)[number];

const counts = {
  availability: 'availabilityRecords',
  performance: 'performanceRecords',
  quality: 'qualityRecords',
} as const satisfies Record<Factor, Measure>;

/** A value of a split, and how many of its records lack what a factor needs. */
export interface Lacking {
  key: string | null;
  records: number;
}

export interface Basis {
  factor: Factor;
  records: number;
  /** Records that have what the factor needs. */
  found: number;
  /** Where records lack it, the most first. */
  lacking: Lacking[];
}

/** The records that each factor stands on, from a row for each value of a split; a record is in one of them. */
export function basisOf(rows: readonly AnswerRow[]): Basis[] {
  return factors.map((factor) => {
    // A count of none is no data.
    const foundIn = ({ values }: AnswerRow) => values[counts[factor]] ?? 0;
    const lacking = rows
      .map((row) => ({ key: row.key, records: (row.values.records ?? 0) - foundIn(row) }))
      .filter(({ records }) => records > 0)
      .toSorted((a, b) => b.records - a.records);
    return {
      factor,
      records: rows.reduce((sum, { values }) => sum + (values.records ?? 0), 0),
      found: rows.reduce((sum, row) => sum + foundIn(row), 0),
      lacking,
    };
  });
}
