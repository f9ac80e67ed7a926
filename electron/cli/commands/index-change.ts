import { advisedName } from '../../../shared/contract/indexes.ts';
import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { finishJob } from '../run-job.ts';

export const changeIndex: StoreCommand = {
  name: 'index',
  parameters: 'apply|revert NAME',
  summary: 'Makes an index that advise proposed in every file of the store, or takes it away again.',
  store: 'own',
  options: {},
  async run(invocation) {
    const [task, name, ...more] = invocation.positionals;
    if ((task !== 'apply' && task !== 'revert') || name === undefined || more.length > 0) {
      throw usageError(changeIndex, 'Apply or revert which index?');
    }
    if (!advisedName.safeParse(name).success) {
      throw usageError(changeIndex, `'${name}' is not the name of an index that advise proposes.`);
    }
    const { jobId } = await invocation.client.indexes[task]({ name });
    const job = await finishJob(invocation, jobId);
    return { json: { task, name, ...job.result }, text: job.message };
  },
};
