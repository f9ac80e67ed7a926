import type { ExplainedOrigin } from '../../../shared/contract/explain.ts';
import type { Health } from '../../../shared/contract/health.ts';
import {
  type FigureFact,
  type FigureName,
  type HealthSubject,
  healthSubjects,
} from '../../../shared/explain/figures.ts';
import type { DaySize } from './growth.ts';
import { rankOf } from './percentiles.ts';

type Values = Partial<Record<FigureName, number | null>>;
type Facts = Partial<Record<FigureFact, number | string | null>>;

/** Where the numbers of the Health screen come from that stand together: what they are now, and what they are made of. */
export function explainHealth(
  subject: HealthSubject,
  health: Health,
  growsSince: DaySize | null,
): Pick<ExplainedOrigin, 'figures' | 'sources' | 'facts' | 'asOf'> {
  const { figures, sources } = healthSubjects[subject];
  const { values = {}, facts = {} } = told[subject](health, growsSince);
  return {
    figures: figures.map((name) => ({ name, value: (values as Values)[name] ?? null })),
    sources: [...sources],
    facts: Object.entries(facts).map(([name, value]) => ({ name: name as FigureFact, value })),
    asOf: health.at,
  };
}

type Tell = (health: Health, growsSince: DaySize | null) => { values?: Values; facts?: Facts };

/** Of each, the numbers that stand alone, and what they are made of; numbers of tables stand in their rows. */
const told: Record<HealthSubject, Tell> = {
  responses: ({ responses: { lastHour } }) => ({
    values: { median: lastHour?.p50 ?? null, p95: lastHour?.p95 ?? null, p99: lastHour?.p99 ?? null },
    facts: lastHour
      ? {
          questionsLastHour: lastHour.count,
          rank50: rankOf(0.5, lastHour.count),
          rank95: rankOf(0.95, lastHour.count),
          rank99: rankOf(0.99, lastHour.count),
        }
      : { questionsLastHour: 0 },
  }),
  overTime: (health) => ({ facts: kept(health) }),
  byKind: (health) => ({ facts: kept(health) }),
  byShape: (health) => ({ facts: kept(health) }),
  slow: ({ slow }) => ({ facts: { slowKept: slow.length } }),
  memory: ({ cache }) => ({ values: { fromMemory: cache?.lastHour.hitRatio ?? null }, facts: lastHourOf(cache) }),
  memoryByKind: ({ cache }) => ({ facts: lastHourOf(cache) }),
  room: ({ cache }) =>
    cache === null
      ? {}
      : {
          values: {
            roomTaken: cache.bytes,
            answersKept: cache.entries,
            warmed: cache.warmed,
            refreshes: cache.refreshes,
            failedRefreshes: cache.failures,
            evictions: cache.evictions,
          },
          facts: { room: cache.mostBytes },
        },
  dearest: ({ cache }) => (cache === null ? {} : { facts: { answersKept: cache.entries } }),
  readers: ({ readers, startedAt }) =>
    readers === null
      ? {}
      : {
          values: {
            readersInUse: readers.inUse,
            readersQueued: readers.queued,
            longestWait: readers.longestWaitMs,
            respawns: readers.respawns,
          },
          facts: { readers: readers.size, startedAt },
        },
  jobs: ({ jobs }) => ({
    values: { jobsRunning: jobs.running, jobsQueued: jobs.queued, jobsFailed: jobs.failedLastDay },
  }),
  backups: () => ({}),
  standby: () => ({}),
  jobTimes: () => ({}),
  growth: ({ store }, since) => ({
    values: { fileBytes: store.bytes, growth: store.growthBytesADay },
    facts: { filesCounted: store.partitions.length, walBytes: store.logBytes, ...grownSince(since) },
  }),
  log: ({ store }) => ({ values: { logBytes: store.logBytes } }),
  disk: ({ store }, since) => ({
    values: { freeDisk: store.freeDiskBytes, daysLeft: daysLeft(store) },
    facts: { growth: store.growthBytesADay, ...grownSince(since) },
  }),
  indexes: () => ({}),
  advice: () => ({}),
};

function grownSince(since: DaySize | null): Facts {
  return since === null ? {} : { firstSizeOn: since.date, firstSize: since.bytes };
}

function kept({ responses, startedAt }: Health): Facts {
  return { questionsKept: responses.byKind.reduce((sum, { count }) => sum + count, 0), startedAt };
}

function lastHourOf(cache: Health['cache']): Facts {
  if (cache === null) return {};
  const { hits, staleHits, misses } = cache.lastHour;
  return { asked: hits + staleHits + misses, hits, staleHits, misses };
}

function daysLeft({ freeDiskBytes, growthBytesADay }: Health['store']): number | null {
  return growthBytesADay === null || growthBytesADay <= 0 ? null : freeDiskBytes / growthBytesADay;
}
