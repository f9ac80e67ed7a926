import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { finishJob } from '../run-job.ts';

export const reopen: StoreCommand = {
  name: 'reopen',
  parameters: 'ARCHIVE',
  summary:
    'Takes a sealed archive back into live.db, so that its records can be corrected; every report stays the same.',
  store: 'own',
  options: {},
  async run(invocation) {
    const [archive, ...rest] = invocation.positionals;
    if (archive === undefined || rest.length > 0) throw usageError(reopen, 'Which archive?');
    const { jobId } = await invocation.client.maintenance.reopen({ archive: archive.replace(/\.db$/, '') });
    const job = await finishJob(invocation, jobId);
    return { json: { archive, ...job.result }, text: job.message };
  },
};
