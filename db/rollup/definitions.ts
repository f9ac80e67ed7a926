import type { Attribute, Reason } from '../../shared/query/dimensions.ts';

/**
 * Rollups: the records of a file added up by day and a few keys, kept in the same file and in step with the records
 * inside the same transaction. They are few because the columnar copy answers the rest: one for the screens' lines and
 * shifts, one for items, one for each kind of reason.
 */
export interface RollupDefinition {
  table: string;
  /** Kept beside the production day; what is not recorded has key 0. */
  keys: readonly Attribute[];
  /** The reason it splits by; such a rollup holds the amount of each reason rather than all sums. */
  reason: Reason | null;
}

export const rollups = {
  lines: { table: 'rollup_lines', keys: ['line', 'shift', 'unit'], reason: null },
  items: { table: 'rollup_items', keys: ['item', 'unit'], reason: null },
  defects: { table: 'rollup_defects', keys: ['line', 'unit'], reason: 'defectReason' },
  downtimes: { table: 'rollup_downtimes', keys: ['line', 'unit'], reason: 'downtimeReason' },
} as const satisfies Record<string, RollupDefinition>;

export type RollupName = keyof typeof rollups;
export const rollupNames = Object.keys(rollups) as RollupName[];
