import { integerOption, usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { finishJob } from '../run-job.ts';

export const archive: StoreCommand = {
  name: 'archive',
  parameters: '--year YYYY',
  summary: 'Moves a year out of live.db into a sealed file of its own; every report stays the same.',
  store: 'own',
  options: { year: { value: 'YYYY', description: 'the year to move' } },
  async run(invocation) {
    const year = integerOption(invocation.values, 'year', { min: 1_900, max: 9_999 });
    if (year === undefined || invocation.positionals.length > 0) throw usageError(archive, 'Which year?');
    const { jobId } = await invocation.client.maintenance.archive({ year });
    const job = await finishJob(invocation, jobId);
    return { json: { year, ...job.result }, text: job.message };
  },
};
