import type { RowSource } from '../import/row-source.ts';
import { samplePlant } from './sample-plant.ts';

export interface SampleOptions {
  records: number;
  /** First and last production date, 'YYYY-MM-DD'. */
  from: string;
  to: string;
  seed: number;
}

/** The sample plant as something to import: it goes the same way into the store as a file does. */
export function sampleSource(options: SampleOptions): RowSource {
  return {
    name: `Sample plant (${options.records} records, seed ${options.seed})`,
    profile: JSON.stringify(options),
    fingerprint: null,
    header: [],
    key: [],
    async *read() {
      for (const drafts of samplePlant(options)) yield { drafts, rejections: [], expectedRows: options.records };
    },
    async *cellsOf() {},
  };
}
