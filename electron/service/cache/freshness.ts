/** Whether an answer still holds, by what it was made of and never by when. Pure. */
import { flawIn, monthInRange } from '../../../db/planner/prune-partitions.ts';
import type { Catalog, Partition } from '../../../db/store/catalog.ts';
import { dayFromIso, isoFromDay } from '../../../shared/domain/day.ts';

/** What a question can see of a store. */
export interface Sight {
  /** The days whose records it reads, open where a bound is absent; null when it reads none. */
  range: { from?: string | undefined; to?: string | undefined } | null;
  /**
   * The dictionaries of live that it reads for more than the keys in its records, such as the names of items. Archives bring
   * their own, which are sealed with them.
   */
  texts: 'none' | 'of live records' | 'all';
  /** Whether it tells which file holds a record, so that moving to another changes it. */
  files: boolean;
}

/** The store as one question sees it. */
export interface View {
  /**
   * Everything the answer is made of, by its stamps: where two views of questions that differ in nothing but their days have
   * the same content, the answers are equal, however the days were put and whenever they were asked.
   */
  content: string;
  /** Only sealed archives are in it, which nothing changes. */
  sealed: boolean;
}

/** What a question sees of the store that the catalogue describes. */
export function viewOf({ range, texts, files }: Sight, catalog: Catalog): View {
  const days = { from: dayOf(range?.from), to: dayOf(range?.to) };
  const inRange = (partitions: readonly Partition[]) =>
    range === null ? [] : partitions.flatMap(monthsOf).filter(({ month }) => monthInRange(month, days));
  const seen = inRange(catalog.partitions);
  // What cannot be read is missing from the answer, which says so.
  const missing = inRange(catalog.setAside.map(({ partition }) => partition));
  const readsLive = seen.some(({ kind }) => kind === 'live');
  const readsTexts = texts === 'all' || (texts === 'of live records' && readsLive);
  const content = [
    // A bound that leaves out no record of these months says nothing.
    bound(days.from, (from) => seen.some(({ month }) => month.firstDay < from)),
    bound(days.to, (to) => seen.some(({ month }) => month.lastDay > to)),
    readsTexts ? catalog.textsStamp : '',
    ...seen.map(({ name, month }) => (files ? `${name}:${month.stamp}` : month.stamp)).sort(),
    ...missing.map(({ month }) => `without ${month.stamp}`).sort(),
    ...(range === null
      ? []
      : catalog.flaws.flatMap((flawed) => flawIn(flawed, days)).map(({ reason }) => JSON.stringify(reason))),
  ].join(' ');
  return { content, sealed: seen.length > 0 && missing.length === 0 && !readsLive && !readsTexts };
}

function monthsOf({ name, kind, months }: Partition) {
  return months.map((month) => ({ name, kind, month }));
}

/** The names of the files of which a question sees records or texts. */
export function partitionsSeen({ range, texts }: Sight, catalog: Catalog): string[] {
  const days = { from: dayOf(range?.from), to: dayOf(range?.to) };
  return catalog.partitions
    .filter(
      ({ kind, months }) =>
        (texts === 'all' && kind === 'live') || (range !== null && months.some((month) => monthInRange(month, days))),
    )
    .map(({ name }) => name);
}

function dayOf(date: string | undefined): number | null {
  return date === undefined ? null : dayFromIso(date);
}

function bound(day: number | null, cuts: (day: number) => boolean): string {
  return day !== null && cuts(day) ? isoFromDay(day) : '';
}
