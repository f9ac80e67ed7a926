import { formatTable } from '../../electron/cli/table.ts';
import type { CacheCounts, CacheOutcome, QuestionKind } from '../../shared/contract/health.ts';
import { summarizeTimes } from '../bench/statistics.ts';
import { type Before, befores } from './history.ts';
import type { Hour } from './hour.ts';
import type { Asked } from './window.ts';

export interface Summary {
  clicks: number;
  changes: string[];
  /** Questions that reached the service and whose answers it keeps. */
  questions: number;
  heldByWindows: number;
  pages: number;
  all: CacheCounts;
  byKind: ({ kind: QuestionKind } & CacheCounts)[];
  /** What had to be computed, by whether it had been asked before. */
  computed: ({ kind: QuestionKind } & Record<Before, number>)[];
  /** Milliseconds until there was something whole to look at, by where it came from. */
  times: { of: CacheOutcome | 'all'; count: number; p50: number; p95: number; p99: number }[];
  compared: number;
  wrong: string[];
}

const keptKinds: readonly QuestionKind[] = ['report', 'count', 'values'];

/** The hour in figures. */
export function summarize({ asked, held, clicks, changes, compared, wrong }: Hour): Summary {
  const kept = asked.filter(({ outcome }) => outcome !== 'none');
  const outcomes: (CacheOutcome | 'all')[] = ['all', 'fresh', 'stale', 'miss', 'none'];
  return {
    clicks,
    changes,
    questions: kept.length,
    heldByWindows: held,
    pages: asked.length - kept.length,
    all: countsOf(kept),
    byKind: keptKinds.map((kind) => ({ kind, ...countsOf(kept.filter((each) => each.kind === kind)) })),
    computed: keptKinds.map((kind) => ({ kind, ...beforeComputed(kept.filter((each) => each.kind === kind)) })),
    times: outcomes.flatMap((of) => {
      const times = asked.filter(({ outcome }) => of === 'all' || outcome === of).map(({ elapsedMs }) => elapsedMs);
      if (times.length === 0) return [];
      const { medianMs, p95Ms, p99Ms, samples } = summarizeTimes(times);
      return { of, count: samples, p50: medianMs, p95: p95Ms, p99: p99Ms };
    }),
    compared,
    wrong,
  };
}

function countsOf(asked: readonly Asked[]): CacheCounts {
  const count = (of: CacheOutcome) => asked.filter(({ outcome }) => outcome === of).length;
  const [hits, staleHits, misses] = [count('fresh'), count('stale'), count('miss')];
  return { hits, staleHits, misses, hitRatio: asked.length === 0 ? null : (hits + staleHits) / asked.length };
}

function beforeComputed(asked: readonly Asked[]): Record<Before, number> {
  const count = (of: Before) => asked.filter(({ outcome, before }) => outcome === 'miss' && before === of).length;
  return Object.fromEntries(befores.map((before) => [before, count(before)])) as Record<Before, number>;
}

/** The same as text. */
export function summaryText(summary: Summary): string {
  const percent = (ratio: number | null) => (ratio === null ? null : `${(ratio * 100).toFixed(1)} %`);
  const counts = [{ kind: 'all', ...summary.all }, ...summary.byKind].map(({ kind, ...of }) => [
    kind,
    String(of.hits),
    String(of.staleHits),
    String(of.misses),
    percent(of.hitRatio),
  ]);
  const right = (title: string) => ({ title, align: 'right' as const });
  const computed = summary.computed.map(({ kind, ...of }) => [kind, ...befores.map((before) => String(of[before]))]);
  const times = summary.times.map(({ of, count, p50, p95, p99 }) => [
    of === 'none' ? 'pages' : of,
    String(count),
    ...[p50, p95, p99].map((ms) => `${ms.toFixed(1)} ms`),
  ]);
  return [
    `${summary.clicks} clicks in two windows, which held the answers of ${summary.heldByWindows} questions themselves and asked ${summary.questions}, and ${summary.pages} pages of records`,
    ...summary.changes.map((change) => `  minute ${change}`),
    '',
    formatTable(
      [{ title: 'answers', align: 'left' }, right('fresh'), right('stale'), right('computed'), right('from memory')],
      counts,
    ),
    '',
    formatTable([{ title: 'computed', align: 'left' }, ...befores.map(right)], computed),
    '',
    formatTable(
      [{ title: 'first shown', align: 'left' }, right('answers'), right('p50'), right('p95'), right('p99')],
      times,
    ),
    '',
    `${summary.compared} answers that were served as true were compared with the records of their moment: ${summary.wrong.length} wrong`,
    ...summary.wrong.slice(0, 10).map((claim) => `  ${claim}`),
  ].join('\n');
}
