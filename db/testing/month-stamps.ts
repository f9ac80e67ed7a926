import { daysOfMonthIndex, isoFromDay } from '../../shared/domain/day.ts';
import { readCatalog } from '../store/catalog.ts';
import type { OwnedStore } from '../store/open-store.ts';

/** The stamps of each month ('YYYY-MM') of a store, over all of its files. */
export type MonthStamps = Map<string, string>;

export function monthStamps({ live, folder }: OwnedStore): MonthStamps {
  const stamps: MonthStamps = new Map();
  for (const { month, stamp } of readCatalog(live, folder).partitions.flatMap(({ months }) => months)) {
    const name = isoFromDay(daysOfMonthIndex(month).first).slice(0, 7);
    stamps.set(name, [...(stamps.get(name)?.split(' ') ?? []), stamp].sort().join(' '));
  }
  return stamps;
}

/** The months whose records are others than before, in order: what is kept of them is out of date. */
export function changedMonths(store: OwnedStore, before: MonthStamps): string[] {
  const now = monthStamps(store);
  return [...new Set([...before.keys(), ...now.keys()])].filter((name) => before.get(name) !== now.get(name)).sort();
}
