/**
 * How a question becomes work. Passes, in order; each is pure, takes a plan and returns a plan, and says why.
 * 1. resolve: names become grouping keys and sums.
 * 2. prune partitions: files whose months the range does not touch are not read.
 * 3. choose rollup: the smallest one that can answer, with the reason of every one that cannot.
 * 4. split range: what a rollup answers is read by whole months and edge days.
 * 5. choose source: the index through which records are read when no rollup answers.
 * 6. check units: quantities of several units are found, so that the answer can say so.
 */
import type { PeriodGrain } from '../../shared/domain/day.ts';
import type { Attribute, Reason } from '../../shared/query/dimensions.ts';
import type { SumName } from '../../shared/query/measures.ts';
import type { PartitionReason, PlanReason } from '../../shared/query/plan-reasons.ts';
import type { ReportQuery } from '../../shared/query/report-query.ts';
import { BY_DAY } from '../indexes/definitions.ts';
import type { RollupName } from '../rollup/definitions.ts';
import type { Catalog, Partition } from '../store/catalog.ts';
import { checkUnits } from './check-units.ts';
import { chooseRollup } from './choose-rollup.ts';
import { chooseSource } from './choose-source.ts';
import { prunePartitions } from './prune-partitions.ts';
import { resolve } from './resolve.ts';
import { splitRange } from './split-range.ts';

/** Inclusive day numbers; null is open. */
export interface DayRange {
  from: number | null;
  to: number | null;
}

/** One file to read; its answers are merged with the others'. */
export interface Arm {
  partition: Partition;
}

/** Consecutive days, inclusive, that rollups in memory are read for: by day, or by month where they are whole months. */
export interface Stretch {
  grain: 'day' | 'month';
  from: number;
  to: number;
}

export interface Plan {
  query: ReportQuery;
  range: DayRange;
  periods: PeriodGrain[];
  attributes: Attribute[];
  reason: Reason | null;
  sums: SumName[];
  countLots: boolean;
  /** Whether the median over records is asked for: parts of it cannot be added up. */
  medianYield: boolean;
  /** Whether the answer must find out which units it adds together. */
  readUnits: boolean;
  /** The rollup that answers; null when records must be read. */
  rollup: RollupName | null;
  /** The days of the range that hold records, in order; empty when no rollup answers. */
  stretches: Stretch[];
  /** The index of records that each file is read through. */
  index: string;
  /** Why that index, where SQLite reads records; null where a rollup answers. */
  indexReason: PlanReason | null;
  arms: Arm[];
  skipped: { partition: Partition; reason: PartitionReason }[];
  /** What is known against files that are read, where it concerns the range. */
  flaws: { partition: Partition; reason: PartitionReason }[];
  reasons: PlanReason[];
}

const passes: readonly ((plan: Plan, catalog: Catalog) => Plan)[] = [
  resolve,
  prunePartitions,
  chooseRollup,
  splitRange,
  chooseSource,
  checkUnits,
];

/** Plans a normalised query over the store as the catalogue describes it. */
export function planReport(query: ReportQuery, catalog: Catalog): Plan {
  return passes.reduce((plan, pass) => pass(plan, catalog), unplanned(query, catalog));
}

/** The plan before its first pass: every file, nothing known of what is asked. */
export function unplanned(query: ReportQuery, catalog: Catalog): Plan {
  return {
    query,
    range: { from: null, to: null },
    periods: [],
    attributes: [],
    reason: null,
    sums: [],
    countLots: false,
    medianYield: false,
    readUnits: false,
    rollup: null,
    stretches: [],
    index: BY_DAY,
    indexReason: null,
    arms: catalog.partitions.map((partition) => ({ partition })),
    skipped: [],
    flaws: [],
    reasons: [],
  };
}
