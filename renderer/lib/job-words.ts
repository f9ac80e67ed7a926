import type { Job } from '../../shared/contract/schemas.ts';
import type { Format } from './format.ts';
import type { JobPace } from './job-pace.ts';
import { perSecond, timeLeftMs } from './job-pace.ts';
import type { JobText } from './job-text.ts';

/** More findings than these are in the job's figures. */
const FINDINGS_TOLD = 3;

/** What a job does, as a title. */
export function jobTitle(job: Job, t: JobText): string {
  return t.title[job.kind](job.subject);
}

/** What came of a job that is over: a sentence, and beside it what the service says in words of its own, which are English. */
export interface JobOutcome {
  words: string;
  detail: string | null;
}

/** What came of a job that is over. */
export function jobOutcome(job: Job, t: JobText, format: Format): JobOutcome {
  const { result } = job;
  if (job.state === 'failed') return failureWords(job, t);
  const findings = result?.sound === false && typeof result.findings === 'string' ? result.findings : null;
  const differences = typeof result?.differences === 'string' && result.differences !== '' ? result.differences : null;
  const told = findings ?? differences;
  return {
    words: doneWords(job, t, format),
    detail: told === null ? null : told.split('\n').slice(0, FINDINGS_TOLD).join('; ') || job.message,
  };
}

/** A failure in the language of the window; where that has no words for its sentence, what its code says and the sentence itself. */
function failureWords({ message, result }: Job, { failures, tell }: JobText): JobOutcome {
  const told = tell(message);
  if (told !== null) return { words: told, detail: null };
  const words = failures && Object.entries(failures).find(([code]) => code === result?.code)?.[1];
  return words ? { words, detail: message } : { words: message, detail: null };
}

function doneWords(job: Job, t: JobText, format: Format): string {
  if (job.state === 'cancelled') return t.cancelled;
  if (job.state !== 'done' || !job.result) return t.tell(job.message) ?? job.message;
  const counts = written(job.result, format);
  const has = (...names: string[]) => names.every((name) => name in counts);
  const { outcome } = t;
  switch (job.kind) {
    case 'import':
      if (!has('inserted', 'updated', 'unchanged', 'rejected')) return job.message;
      return counts.reopened ? outcome.importReopened(counts) : outcome.import(counts);
    case 'undo':
      return has('removed') ? outcome.undo(counts) : job.message;
    case 'archive':
      return has('records', 'archive') ? outcome.archive(counts) : job.message;
    case 'rollOver':
      if (job.result.archives === '') return outcome.rollOverNothing;
      return has('records', 'archives') ? outcome.rollOver(counts) : job.message;
    case 'reopen':
      return has('records', 'archive') ? outcome.reopen(counts) : job.message;
    case 'rebuildArchive':
      if (job.result.waits === true || !has('records', 'archive')) return job.message;
      if (job.result.lost !== 0) return outcome.rebuiltLacking(counts);
      return job.result.source === 'readable' ? outcome.rebuiltReadable(counts) : outcome.rebuilt(counts);
    case 'acceptArchive':
      return has('records', 'archive') ? outcome.accepted(counts) : job.message;
    case 'vacuum':
      if (job.result.logInUse === true) return outcome.vacuumLogInUse;
      if (job.result.bytesFreed === 0) return outcome.vacuumNothing;
      return has('bytesFreed', 'bytesAfter') ? outcome.vacuum(counts) : job.message;
    case 'integrity':
      if (job.result.sound === false && has('findings')) return outcome.unsound;
      return has('records', 'partitions') ? outcome.sound(counts) : job.message;
    case 'quickCheck':
      if (job.result.sound === false && has('findings')) return outcome.unsound;
      return has('tables') ? outcome.quickCheck(counts) : job.message;
    case 'optimise':
      return has('indexes') ? outcome.optimise(counts) : job.message;
    case 'sample':
      return has('records') ? outcome.sample(counts) : job.message;
    case 'backup':
      return has('records', 'bytesWritten') ? outcome.backup(counts) : job.message;
    case 'drill':
      if (job.result.sound === false && has('findings', 'madeAt'))
        return outcome.drillFailed({ ...counts, madeAt: format.dateTime(counts.madeAt ?? null) });
      return has('records') ? outcome.drill(counts) : job.message;
    case 'restore':
      if (!has('records', 'aside')) return job.message;
      return job.result.waits === true ? outcome.restoreWaits(counts) : outcome.restore(counts);
    case 'failover':
      if (!has('records', 'aside')) return job.message;
      return job.result.waits === true ? outcome.failoverWaits(counts) : outcome.failover(counts);
    case 'reread':
      if (job.result.notAsSealed !== '' && has('notAsSealed')) return outcome.notAsSealed(counts);
      if (job.result.live === false) return outcome.rereadSame;
      return has('records', 'months') ? outcome.reread(counts) : job.message;
    case 'advise':
      return has('proposals', 'worthIt') ? outcome.advise(counts) : job.message;
    case 'applyIndex':
      return has('files') ? outcome.applyIndex(counts) : job.message;
    case 'revertIndex':
      return has('files') ? outcome.revertIndex(counts) : job.message;
    case 'export':
      return has('rows', 'fileName') ? outcome.export(counts) : job.message;
  }
}

function written(result: NonNullable<Job['result']>, format: Format): Record<string, string> {
  const entries = Object.entries(result).flatMap(([name, value]): [string, string][] => {
    if (value === null) return [];
    if (typeof value !== 'number') return [[name, String(value)]];
    return [[name, name.startsWith('bytes') ? format.bytes(value) : format.number(value)]];
  });
  return Object.fromEntries(entries);
}

/** How a job goes: what it does now, how far it is, how fast, and how long it still takes. */
export function jobProgress(job: Job, pace: JobPace | null, t: JobText, format: Format): string[] {
  if (job.state === 'queued') return [t.queued];
  const amount = (value: number) => (job.unit === 'bytes' ? format.bytes(value) : format.number(Math.round(value)));
  const rate = perSecond(pace);
  const left = timeLeftMs(pace, job);
  return [
    phaseWords(job.phase, t),
    ...(job.total !== null ? [t.ofTotal(amount(job.done), amount(job.total), job.unit)] : []),
    ...(job.total === null && job.done > 0 ? [t.soFar(amount(job.done), job.unit)] : []),
    ...(rate !== null && rate > 0 ? [t.rate(amount(rate), job.unit)] : []),
    ...(left !== null ? [t.timeLeft(format.duration(Math.max(1_000, Math.round(left / 1_000) * 1_000)))] : []),
  ].filter((part) => part !== '');
}

function phaseWords(phase: string, t: JobText): string {
  const exact = t.phases[phase];
  if (exact) return exact;
  // 'checking archive_2024': the verb is translated, the name stays.
  const [verb = '', ...rest] = phase.split(' ');
  const known = t.phases[verb];
  const words = known ? [...rest, known].join(' ') : phase;
  return known ? words : words.charAt(0).toUpperCase() + words.slice(1);
}
