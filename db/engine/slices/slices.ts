/**
 * How the records of a question are cut into slices: days of days of one file, each a statement of its own.
 * 1. The catalogue says how many records each month of a file has; within a month days are taken for equal. That sizes a
 *    slice and tells how far the reading is; it decides no number.
 * 2. Files are read one after the other and each day by day from one end, so that what a partial answer shows is whole
 *    up to a day: the newest first, as what happened lately is looked at first, but the oldest where the limit keeps those.
 * 3. The first slices are small, so that something shows at once. Later ones are as large as fits the time that the
 *    ones before took, and large enough that the groups they answer with are few beside the records they read.
 */
import { isPeriod } from '../../../shared/query/dimensions.ts';
import type { ReportQuery } from '../../../shared/query/report-query.ts';
import type { DayRange, Plan } from '../../planner/plan.ts';
import type { Partition, PartitionMonth } from '../../store/catalog.ts';

/** Days of one file of a plan that are read in one statement. */
export interface Slice {
  /** Place of the file among the arms of the plan. */
  arm: number;
  range: DayRange;
  /** How many records the file has in these days, nearly. */
  records: number;
}

/** What is still to be read of a plan, slice by slice. */
export interface Unread {
  /** Nearly so many records, at least a day; null when all is taken. */
  next(records: number): Slice | null;
  readonly recordsTotal: number;
}

/** The same where it is cut by days. */
export interface UnreadDays extends Unread {
  /** The first day that is not taken yet, in the order of reading; null when all are. */
  nextDay(): number | null;
}

export interface SliceSizes {
  /** Up to so many records are read in one statement a file. */
  wholeUpTo: number;
  /** Records of the first slice. */
  first: number;
  /** Time that a slice should take on its reader. */
  targetMs: number;
  /** Groups travel and are merged for each slice anew; with fewer records for each of them that would cost more than reading. */
  recordsARow: number;
}

export const SLICE_SIZES: SliceSizes = { wholeUpTo: 150_000, first: 8_000, targetMs: 50, recordsARow: 32 };

/** A slice grows at most by this: what a small one took says little about a large one. */
const GROWTH = 4;

interface FileDays extends Slice {
  range: { from: number; to: number };
}

/** Slices for a plan that reads many records by their date; whole files for one that reads few, or through a narrow index. */
export function unreadOf(plan: Plan, sizes: SliceSizes): { unread: Unread; sliced: boolean } {
  const days = daysOfFiles(
    plan.arms.map(({ partition }) => partition),
    plan.range,
  );
  const recordsTotal = recordsOf(days);
  const sliced = plan.rollup === null && plan.index !== 'records_by_lot' && recordsTotal > sizes.wholeUpTo;
  return {
    unread: sliced ? bySlices(days, !limitKeepsOldest(plan.query), recordsTotal) : byFiles(plan, days, recordsTotal),
    sliced,
  };
}

/** Slices for records of some days that are looked at one by one, the newest or the oldest first. */
export function slicesOfDays(
  partitions: readonly Pick<Partition, 'months'>[],
  range: DayRange,
  newestFirst: boolean,
): UnreadDays {
  const days = daysOfFiles(partitions, range);
  return bySlices(days, newestFirst, recordsOf(days));
}

/** How many records the next slice should have after one that took so long and answered with so many rows. */
export function nextSize(
  { targetMs, recordsARow }: SliceSizes,
  before: { size: number; records: number; elapsedMs: number; rows: number },
): number {
  const inTime = (before.records * targetMs) / Math.max(before.elapsedMs, 0.1);
  return Math.max(1, Math.ceil(Math.min(before.size * GROWTH, Math.max(inTime, before.rows * recordsARow))));
}

function daysOfFiles(partitions: readonly Pick<Partition, 'months'>[], range: DayRange): FileDays[] {
  return partitions.flatMap(({ months }, arm) => months.flatMap((month) => daysOf(month, arm, range) ?? []));
}

function recordsOf(slices: readonly Slice[]): number {
  return slices.reduce((sum, { records }) => sum + records, 0);
}

function daysOf({ firstDay, lastDay, records }: PartitionMonth, arm: number, range: DayRange): FileDays | null {
  const from = Math.max(firstDay, range.from ?? firstDay);
  const to = Math.min(lastDay, range.to ?? lastDay);
  if (from > to) return null;
  return { arm, range: { from, to }, records: Math.ceil((records * (to - from + 1)) / (lastDay - firstDay + 1)) };
}

function byFiles(plan: Plan, days: readonly FileDays[], recordsTotal: number): Unread {
  const slices = plan.arms.map((_, arm): Slice => {
    const own = days.filter((each) => each.arm === arm);
    return { arm, range: plan.range, records: recordsOf(own) };
  });
  return { recordsTotal, next: () => slices.shift() ?? null };
}

function bySlices(days: readonly FileDays[], newestFirst: boolean, recordsTotal: number): UnreadDays {
  const rest = inOrder(days, newestFirst);
  return {
    recordsTotal,
    nextDay: () => firstDay(rest, newestFirst),
    next(records) {
      let slice: FileDays | null = null;
      while (rest[0] && (slice === null || (rest[0].arm === slice.arm && slice.records < records))) {
        const [taken, left] = cut(rest[0], records - (slice?.records ?? 0), newestFirst);
        slice = slice ? join(slice, taken) : taken;
        if (left) {
          rest[0] = left;
          break;
        }
        rest.shift();
      }
      return slice;
    },
  };
}

/** The day of these slices that comes first in the order of reading; null when there are none. */
export function firstDay(slices: readonly Slice[], newestFirst: boolean): number | null {
  if (slices.length === 0) return null;
  const days = slices.map(({ range }) => (newestFirst ? range.to : range.from) ?? 0);
  return newestFirst ? Math.max(...days) : Math.min(...days);
}

function limitKeepsOldest({ dimensions, orderBy, limit }: ReportQuery): boolean {
  if (limit === undefined) return false;
  const { field, direction } = orderBy[0] ?? { field: dimensions[0], direction: 'asc' };
  return direction === 'asc' && dimensions.some((name) => name === field && isPeriod(name));
}

/** File by file, the one with the newest (or oldest) days first, and its months in the same order. */
function inOrder(days: readonly FileDays[], newestFirst: boolean): FileDays[] {
  const place = ({ range }: FileDays) => (newestFirst ? -range.to : range.from);
  const ofFile = new Map<number, number>();
  for (const each of days)
    ofFile.set(each.arm, Math.min(ofFile.get(each.arm) ?? Number.POSITIVE_INFINITY, place(each)));
  const file = ({ arm }: FileDays) => ofFile.get(arm) ?? 0;
  return days.toSorted((a, b) => file(a) - file(b) || a.arm - b.arm || place(a) - place(b));
}

/** The days at the end where reading goes on, and those that are left. */
function cut(whole: FileDays, records: number, newestFirst: boolean): [FileDays, FileDays | null] {
  const { from, to } = whole.range;
  const days = to - from + 1;
  const taken = Math.max(1, Math.floor((days * records) / whole.records));
  if (whole.records <= 0 || taken >= days) return [whole, null]; // what is estimated may run out before the days do
  const border = newestFirst ? to - taken + 1 : from + taken;
  const [older, newer] = [
    { from, to: border - 1 },
    { from: border, to },
  ];
  const takenRecords = Math.round((whole.records * taken) / days);
  return [
    { arm: whole.arm, range: newestFirst ? newer : older, records: takenRecords },
    { arm: whole.arm, range: newestFirst ? older : newer, records: whole.records - takenRecords },
  ];
}

/** Neighbours as one: between two months of a file there is no record. */
function join(a: FileDays, b: FileDays): FileDays {
  const range = { from: Math.min(a.range.from, b.range.from), to: Math.max(a.range.to, b.range.to) };
  return { arm: a.arm, range, records: a.records + b.records };
}
