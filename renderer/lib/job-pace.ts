import type { Job } from '../../shared/contract/schemas.ts';

/** How fast a job goes, measured over the last seconds of what it is doing now. */
export interface JobPace {
  phase: string;
  samples: readonly { atMs: number; done: number }[];
}

const WINDOW_MS = 10_000;
const SHORTEST_MS = 1_000;

/** The pace with what a job says now; another phase is measured anew, as its steps are others. */
export function followPace(pace: JobPace | null, job: Pick<Job, 'phase' | 'done'>, atMs: number): JobPace {
  const sample = { atMs, done: job.done };
  const last = pace?.samples.at(-1);
  if (!pace || pace.phase !== job.phase || !last || job.done < last.done)
    return { phase: job.phase, samples: [sample] };
  if (job.done === last.done) return pace;
  const recent = pace.samples.filter((each) => atMs - each.atMs <= WINDOW_MS);
  return { phase: pace.phase, samples: [...(recent.length > 0 ? recent : [last]), sample] };
}

/** Steps a second; null until a second was measured. */
export function perSecond(pace: JobPace | null): number | null {
  const first = pace?.samples[0];
  const last = pace?.samples.at(-1);
  if (!first || !last || last.atMs - first.atMs < SHORTEST_MS) return null;
  return ((last.done - first.done) * 1_000) / (last.atMs - first.atMs);
}

/** Milliseconds until a job is done at its pace; null while that cannot be told. */
export function timeLeftMs(pace: JobPace | null, job: Pick<Job, 'done' | 'total'>): number | null {
  const rate = perSecond(pace);
  if (rate === null || rate <= 0 || job.total === null || job.total <= job.done) return null;
  return ((job.total - job.done) * 1_000) / rate;
}
