/** Roll-over: what is old enough, or too much, leaves live for sealed archives, in whole months that are over. */
import type { RollOverRule } from '../../shared/contract/roll-over.ts';
import { daysOfMonthIndex, monthIndexOfDay } from '../../shared/domain/day.ts';
import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { type PartitionMonth, readCatalog } from '../store/catalog.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { archiveYear } from './archive.ts';

/** Months of one year, from its first in live until the one with the day `until`. */
export interface Period {
  year: number;
  until: number;
}

export interface RollOverOutcome {
  archives: string[];
  records: number;
}

/** What a rule sends to archives, the oldest first; `today` and all months that are not over stay. */
export function periodsToArchive(
  months: readonly Pick<PartitionMonth, 'month' | 'records'>[],
  rule: RollOverRule,
  { today, bytes }: { today: number; bytes: number },
): Period[] {
  const thisMonth = monthIndexOfDay(today);
  const finished = months.filter(({ month }) => month < thisMonth).sort((a, b) => a.month - b.month);
  const leaving =
    rule.keep === 'years' ? olderThan(finished, thisMonth, rule.years) : beyond(finished, months, rule.bytes, bytes);
  const lastOfYear = new Map(leaving.map(({ month }) => [Math.floor(month / 12), month]));
  return [...lastOfYear].map(([year, month]) => ({ year, until: daysOfMonthIndex(month).last }));
}

function olderThan<Month extends { month: number }>(finished: Month[], thisMonth: number, years: number): Month[] {
  const thisYear = Math.floor(thisMonth / 12);
  return finished.filter(({ month }) => Math.floor(month / 12) < thisYear - years);
}

/** Records are taken to weigh the same in every month. */
function beyond<Month extends { records: number }>(
  finished: Month[],
  all: readonly { records: number }[],
  most: number,
  bytes: number,
): Month[] {
  const total = all.reduce((sum, { records }) => sum + records, 0);
  let left = bytes;
  let count = 0;
  while (count < finished.length && left > most) left -= (bytes * (finished[count++]?.records ?? 0)) / total;
  return finished.slice(0, count);
}

/** Archives what the rule says, a year at a time; what was sealed before a cancel or a failure stays sealed. */
export function rollOver(
  store: OwnedStore,
  { rule, today }: { rule: RollOverRule; today: number },
  context: JobContext,
): RollOverOutcome {
  const live = readCatalog(store.live, store.folder).partitions.find(({ kind }) => kind === 'live');
  const periods = periodsToArchive(live?.months ?? [], rule, { today, bytes: bytesHeld(store.live) });
  const outcome: RollOverOutcome = { archives: [], records: 0 };
  for (const { year, until } of periods) {
    const { archive, records } = archiveYear(store, year, context, until);
    outcome.archives.push(archive);
    outcome.records += records;
  }
  return outcome;
}

/** Bytes of the pages that hold something; those that are free are given back by VACUUM alone. */
function bytesHeld(live: ReadableDatabase): number {
  const pragma = (name: string) => Number(live.rows(`PRAGMA ${name}`)[0]?.[0]);
  return (pragma('page_count') - pragma('freelist_count')) * pragma('page_size');
}
