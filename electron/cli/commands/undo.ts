import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { finishJob } from '../run-job.ts';

export const undo: StoreCommand = {
  name: 'undo',
  parameters: 'BATCH',
  summary: 'Takes back an import: its records go, and what it updated is as it was.',
  store: 'own',
  options: {},
  async run(invocation) {
    const [batch, ...more] = invocation.positionals;
    if (batch === undefined || more.length > 0 || !/^\d{1,15}$/.test(batch)) {
      throw usageError(undo, 'Which batch? Give the number that import printed.');
    }
    const batchId = Number(batch);
    const { jobId } = await invocation.client.imports.undo({ batchId });
    const job = await finishJob(invocation, jobId);
    return { json: { batchId, ...job.result }, text: job.message };
  },
};
