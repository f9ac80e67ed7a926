import type { Engine } from '../../db/engine/engine.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import type { VacuumForecast } from '../../shared/contract/vacuum.ts';

/** What VACUUM would give back, with how long the last one took and this one would. */
export async function vacuumForecast(engine: Engine): Promise<VacuumForecast> {
  const { folder } = engine;
  const [forecast, jobs] = await Promise.all([engine.forecastVacuum(), engine.ask('lastJobs', folder)]);
  const last = lastVacuum(jobs.vacuum);
  return {
    ...forecast,
    last: last && { at: last.at, tookMs: last.tookMs, bytesFreed: last.bytesFreed },
    expectedMs: last && expectedMs(last, forecast.bytes - forecast.reclaimableBytes),
  };
}

interface LastVacuum {
  at: string;
  tookMs: number;
  bytesFreed: number;
  bytesAfter: number;
}

/** Figures of a VACUUM that was done; null of one that was not. */
function lastVacuum(job: Job | undefined): LastVacuum | null {
  if (job?.state !== 'done' || job.startedAt === null || job.finishedAt === null) return null;
  const { bytesFreed, bytesAfter } = job.result ?? {};
  if (typeof bytesFreed !== 'number' || typeof bytesAfter !== 'number') return null;
  return { at: job.finishedAt, tookMs: Date.parse(job.finishedAt) - Date.parse(job.startedAt), bytesFreed, bytesAfter };
}

/** It writes what is left, so that its time goes by that. */
function expectedMs({ tookMs, bytesAfter }: LastVacuum, bytesLeft: number): number {
  return bytesAfter === 0 ? tookMs : Math.round((tookMs * bytesLeft) / bytesAfter);
}
