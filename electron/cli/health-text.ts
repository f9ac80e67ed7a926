import type { Alert, Health, LogHolder, Percentiles } from '../../shared/contract/health.ts';
import { counted } from '../../shared/text/counted.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { formatBytes, formatNumber, formatTable, type TableColumn } from './table.ts';

const words = explainWords.en;
const OWNER_ALONE = 'Known to the program alone that has the store open.';
const SHAPES_SHOWN = 15;
const SLOW_SHOWN = 10;
const MINUTE_LENGTH = '2026-01-31 10:42'.length;

const left = (title: string): TableColumn => ({ title, align: 'left' });
const right = (title: string): TableColumn => ({ title, align: 'right' });
const times = [right('questions'), right('median'), right('95 %'), right('99 %'), right('worst')];

/** What the program did and how it is, part by part, for a terminal or a ticket. */
export function describeHealth(health: Health): string {
  return [
    section('Alerts', describeAlerts(health.alerts)),
    section('Response times in milliseconds, of answers', describeResponses(health.responses)),
    section('Kinds of question that took most time altogether', describeShapes(health.responses.byShape)),
    section('Slow questions, newest first', describeSlow(health.slow)),
    section('Answers in memory', describeCache(health.cache)),
    section('Readers', describeReaders(health.readers)),
    section('Store', describeStore(health.store)),
    section('Jobs', describeJobs(health.jobs)),
  ].join('\n\n');
}

/** A part with its heading. */
export function section(heading: string, text: string): string {
  return `${heading}\n${'-'.repeat(heading.length)}\n${text}`;
}

/** An instant as a person reads it, in the time of this machine. */
export function inLocalTime(instant: string): string {
  const date = new Date(instant);
  const local = new Date(date.getTime() - date.getTimezoneOffset() * 60_000);
  return local.toISOString().slice(0, MINUTE_LENGTH).replace('T', ' ');
}

const alertSentences: Record<Alert['kind'], (value: string | null, threshold: string, names: string) => string> = {
  damage: () => 'The live file is damaged: fail over to the standby, or restore a backup.',
  slow: (value, threshold) =>
    `Answers are slow: one in twenty of the last hour took over ${value} ms (limit ${threshold}).`,
  hitRatio: (value, threshold) => `Few answers come from memory: ${value} % of the last hour (limit ${threshold}).`,
  log: (value, threshold) => `The write-ahead log is large: ${value} MB (limit ${threshold}).`,
  disk: (value, threshold) => `The disk is nearly full: ${value} GB are free (limit ${threshold}).`,
  diskSoon: (value, threshold) =>
    `The disk is full in about ${value} weeks if the store goes on growing as it did (limit ${threshold}).`,
  integrity: (value, threshold) => `The integrity check is overdue: ${agoInDays(value)} (limit ${threshold} days).`,
  backup: (value, threshold) => `The backup is overdue: ${agoInDays(value)} (limit ${threshold} days).`,
  standby: (value, threshold) =>
    `The standby is behind: ${value === null ? 'it never was in step' : `last in step ${value} s ago`} (limit ${threshold} s).`,
  reports: (value, _threshold, names) =>
    value === null
      ? 'The list of scheduled reports cannot be read, so none is written.'
      : `Scheduled reports that were not written: ${names}. report-schedules history says why.`,
  watchedFile: (files) =>
    `${counted(Number(files), 'watched file')} could not be imported: open each in the window, or put it back with 'watched again'.`,
  watchedFolder: (folders) => `${counted(Number(folders), 'folder')} cannot be watched.`,
};

const heldByWords: Record<LogHolder, string> = {
  job: 'A job is writing; it is folded into live.db when that is over.',
  reader: 'A question or a backup of this program still reads what was there before.',
  other: 'Another program reads live.db and holds it.',
};

function agoInDays(days: string | null): string {
  return days === null ? 'none was made yet' : `the last one was ${days} days ago`;
}

function describeAlerts(alerts: readonly Alert[]): string {
  if (alerts.length === 0) return 'None.';
  return alerts
    .map(({ kind, since, value, threshold, heldBy, names = [], about }) => {
      const sentence = alertSentences[kind](
        value === null ? null : value.toFixed(1),
        formatNumber(threshold),
        names.join(', '),
      );
      const newest = about ? ` ${about.name}: ${about.why}` : '';
      return `${sentence}${newest}${heldBy ? ` ${heldByWords[heldBy]}` : ''} Since ${inLocalTime(since)}.`;
    })
    .join('\n');
}

function describeResponses({ lastHour, byKind }: Health['responses']): string {
  if (byKind.length === 0) return 'No question is on record.';
  const rows = byKind.map((percentiles) => [percentiles.kind, ...inCells(percentiles)]);
  return formatTable(
    [left(''), ...times],
    [['last hour', ...(lastHour ? inCells(lastHour) : ['0', null, null, null, null])], ...rows],
  );
}

function describeShapes(shapes: Health['responses']['byShape']): string {
  if (shapes.length === 0) return 'None.';
  return formatTable(
    [right('altogether'), ...times, left('from'), left('question')],
    shapes.slice(0, SHAPES_SHOWN).map(({ shape, source, totalMs, ...percentiles }) => {
      return [inMs(totalMs), ...inCells(percentiles), source && words.source(source), shape];
    }),
  );
}

function describeSlow(slow: Health['slow']): string {
  if (slow.length === 0) return 'None.';
  return formatTable(
    [left('at'), right('ms'), right('of that waiting'), left('ended'), left('from'), left('question')],
    slow.slice(0, SLOW_SHOWN).map(({ at, elapsedMs, waitMs, outcome, source, shape }) => {
      return [inLocalTime(at), inMs(elapsedMs), inMs(waitMs), outcome, source && words.source(source), shape];
    }),
  );
}

function describeCache(cache: Health['cache']): string {
  if (cache === null) return OWNER_ALONE;
  const { lastHour, entries, bytes, mostBytes, evictions, failures } = cache;
  const { hits, staleHits, misses, hitRatio } = lastHour;
  const share = hitRatio === null ? 'Nothing was asked' : `${(hitRatio * 100).toFixed(0)} % of questions were answered`;
  return [
    `${share} from memory in the last hour: ${formatNumber(hits)} fresh, ${formatNumber(staleHits)} stale, ${formatNumber(misses)} not there.`,
    `${formatNumber(entries)} answers in ${formatBytes(bytes)} of ${formatBytes(mostBytes)}; ${formatNumber(evictions)} gave way, ${formatNumber(failures)} could not be renewed.`,
  ].join('\n');
}

function describeReaders(readers: Health['readers']): string {
  if (readers === null) return OWNER_ALONE;
  const { inUse, size, queued, longestWaitMs, respawns } = readers;
  return `${inUse} of ${size} in use, ${queued} tasks waiting, longest wait of the last hour ${inMs(longestWaitMs)} ms, ${respawns} died and were started anew.`;
}

function describeStore({ partitions, logBytes, freeDiskBytes, growthBytesADay, bytes }: Health['store']): string {
  const files = formatTable(
    [left('file'), right('records'), right('size'), right('free')],
    partitions.map((file) => [
      file.name,
      formatNumber(file.records),
      formatBytes(file.bytes),
      formatBytes(file.freeBytes),
    ]),
  );
  return `${files}\n${describeSize({ bytes, partitions, logBytes, freeDiskBytes, growthBytesADay })}`;
}

/** What a store takes, a record of it, how it grows, and how long the disk is enough for that. */
export function describeSize(store: Health['store']): string {
  const { bytes, partitions, logBytes, freeDiskBytes, growthBytesADay } = store;
  const sum = (key: 'records' | 'freeBytes') => partitions.reduce((total, partition) => total + partition[key], 0);
  const aRecord = sum('records') === 0 ? '' : `, ${formatNumber(Math.round(bytes / sum('records')))} bytes a record`;
  return [
    `${formatBytes(bytes)} in all${aRecord}; ${formatBytes(logBytes)} of that in write-ahead logs, ${formatBytes(sum('freeBytes'))} free inside.`,
    `${formatBytes(freeDiskBytes)} free on the disk; ${describeGrowth(freeDiskBytes, growthBytesADay)}.`,
  ].join('\n');
}

/** Weeks up to two years; further ahead there is no number to rely on. */
const MOST_WEEKS = 104;

function describeGrowth(freeDiskBytes: number, bytesADay: number | null): string {
  if (bytesADay === null) return 'not enough history yet to tell how the store grows: that takes a week';
  if (bytesADay <= 0) return `the store became ${formatBytes(-bytesADay)} smaller a day, and does not fill it`;
  const weeks = freeDiskBytes / bytesADay / 7;
  const full = weeks > MOST_WEEKS ? 'which is enough for years' : `so that it is full in ${weeks.toFixed(1)} weeks`;
  return `the store grows ${formatBytes(bytesADay)} a day, ${full}`;
}

function describeJobs({ running, queued, failedLastDay }: Health['jobs']): string {
  const now = running === null ? OWNER_ALONE : `${running} running, ${queued} waiting.`;
  return `${now}\n${failedLastDay} failed in the last day.`;
}

function inCells({ count, p50, p95, p99, worst }: Percentiles): string[] {
  return [formatNumber(count), ...[p50, p95, p99, worst].map(inMs)];
}

/** Milliseconds with a digit more where there are few of them. */
function inMs(milliseconds: number): string {
  return milliseconds < 10 ? milliseconds.toFixed(2) : milliseconds.toFixed(milliseconds < 100 ? 1 : 0);
}
