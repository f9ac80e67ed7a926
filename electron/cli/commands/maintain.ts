import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import type { Client } from '../local-client.ts';
import { finishJob } from '../run-job.ts';

export const maintain: StoreCommand = {
  name: 'maintain',
  parameters: 'integrity|vacuum|optimise',
  summary:
    'Checks every file of the store for damage, gives unused space back to the disk, or counts anew by what SQLite chooses between indexes.',
  store: 'own',
  options: {},
  async run(invocation) {
    const { positionals, client } = invocation;
    const [task = '', ...more] = positionals;
    const start = tasks[task];
    if (!start || more.length > 0) throw usageError(maintain, 'Which of the three?');
    const { jobId } = await start(client);
    const job = await finishJob(invocation, jobId);
    return { json: { task, message: job.message, ...job.result }, text: job.message };
  },
};

const tasks: Record<string, ((client: Client) => Promise<{ jobId: string }>) | undefined> = {
  integrity: (client) => client.maintenance.integrity(),
  vacuum: (client) => client.maintenance.vacuum(),
  optimise: (client) => client.maintenance.optimise(),
};
