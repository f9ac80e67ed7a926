import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { finishJob } from '../run-job.ts';

export const maintain: StoreCommand = {
  name: 'maintain',
  parameters: 'integrity|vacuum',
  summary: 'Checks every file of the store for damage, or gives unused space back to the disk.',
  store: 'own',
  options: {},
  async run(invocation) {
    const { positionals, client } = invocation;
    const [task, ...more] = positionals;
    if ((task !== 'integrity' && task !== 'vacuum') || more.length > 0) throw usageError(maintain, 'Which of the two?');
    const { jobId } = task === 'integrity' ? await client.maintenance.integrity() : await client.maintenance.vacuum();
    const job = await finishJob(invocation, jobId);
    return { json: { task, message: job.message, ...job.result }, text: job.message };
  },
};
