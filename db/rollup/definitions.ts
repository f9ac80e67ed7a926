import type { Attribute, Reason } from '../../shared/query/dimensions.ts';

/**
 * Rollups: the records of a file added up by day and a few keys, kept in the same file and in step with the records
 * inside the same transaction. A line runs a few items a shift, so that the one by line, shift and item grows
 * with the days rather than the records (16,000 groups a year of the sample plant, with 200,000 records or 2,000,000);
 * the one without items is half of that and answers most.
 */
export interface RollupDefinition {
  table: string;
  /** Kept beside the production day; what is not recorded has key 0. */
  keys: readonly Attribute[];
  /** The reason it splits by; such a rollup holds the amount of each reason rather than all sums. */
  reason: Reason | null;
  /** The key that memory finds rows by, where one value has few of them; null where all are soon read. */
  indexed: Attribute | null;
}

export const rollups = {
  lines: { table: 'rollup_lines', keys: ['line', 'shift', 'unit'], reason: null, indexed: null },
  items: { table: 'rollup_items', keys: ['line', 'shift', 'item', 'unit'], reason: null, indexed: 'item' },
  defects: { table: 'rollup_defects', keys: ['line', 'unit'], reason: 'defectReason', indexed: null },
  downtimes: { table: 'rollup_downtimes', keys: ['line', 'unit'], reason: 'downtimeReason', indexed: null },
} as const satisfies Record<string, RollupDefinition>;

export type RollupName = keyof typeof rollups;
export const rollupNames = Object.keys(rollups) as RollupName[];
