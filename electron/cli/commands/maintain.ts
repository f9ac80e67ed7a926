import type { VacuumForecast } from '../../../shared/contract/vacuum.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import type { Client } from '../local-client.ts';
import { finishJob } from '../run-job.ts';
import { formatBytes } from '../table.ts';

export const maintain: StoreCommand = {
  name: 'maintain',
  parameters: 'integrity|vacuum|optimise',
  summary:
    'Checks every file of the store for damage and fails where there is some, gives unused space back to the disk, or counts anew by what SQLite chooses between indexes.',
  store: 'own',
  options: { forecast: { description: 'tells what vacuum would give back, need and take, and changes nothing' } },
  async run(invocation) {
    const { positionals, values, client, note } = invocation;
    const [task = '', ...more] = positionals;
    const start = tasks[task];
    if (!start || more.length > 0) throw usageError(maintain, 'Which of the three?');
    if (values.forecast === true && task !== 'vacuum') throw usageError(maintain, '--forecast is of vacuum alone.');
    if (task === 'vacuum') {
      const forecast = await client.maintenance.vacuumForecast();
      if (values.forecast === true) return { json: { task, forecast }, text: describeForecast(forecast) };
      note(describeForecast(forecast));
    }
    const { jobId } = await start(client);
    const job = await finishJob(invocation, jobId);
    if (job.result?.sound === false) {
      const findings = JSON.stringify(String(job.result.findings).split('\n'));
      throw new AppError('DAMAGED', job.message, undefined, { findings });
    }
    return { json: { task, message: job.message, ...job.result }, text: job.message };
  },
};

const tasks: Record<string, ((client: Client) => Promise<{ jobId: string }>) | undefined> = {
  integrity: (client) => client.maintenance.integrity(),
  vacuum: (client) => client.maintenance.vacuum(),
  optimise: (client) => client.maintenance.optimise(),
};

function describeForecast(forecast: VacuumForecast): string {
  const { bytes, reclaimableBytes, isWhole, neededBytes, freeDiskBytes, last, expectedMs } = forecast;
  const about = isWhole ? '' : ', going by a part of its pages';
  return [
    `live.db has ${formatBytes(bytes)}, of which VACUUM gives about ${formatBytes(reclaimableBytes)} back${about}.`,
    `It needs ${formatBytes(neededBytes)} free while it runs; there are ${formatBytes(freeDiskBytes)}.`,
    last === null || expectedMs === null
      ? 'How long it takes is not known before the first one.'
      : `The last one took ${seconds(last.tookMs)} and gave ${formatBytes(last.bytesFreed)} back; this one takes about ${seconds(expectedMs)}.`,
  ].join(' ');
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(1)} s`;
}
