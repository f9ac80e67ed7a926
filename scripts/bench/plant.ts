import type { SampleOptions } from '../../db/sample/sample-source.ts';

/** Years of the plant that is measured; all but the last are archived. */
export const years = [2021, 2022, 2023, 2024, 2025] as const;

const SEED = 1;

/** The sample plant over the five years: the same records for every peer. */
export function plantOf(records: number): SampleOptions {
  return { records, from: `${years[0]}-01-01`, to: `${years.at(-1)}-12-31`, seed: SEED };
}
