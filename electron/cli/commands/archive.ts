import type { RollOverRule } from '../../../shared/contract/roll-over.ts';
import { integerOption, usageError } from '../arguments.ts';
import type { StoreCommand, StoreInvocation } from '../command.ts';
import { finishJob } from '../run-job.ts';

export const archive: StoreCommand = {
  name: 'archive',
  parameters: '--year YYYY | --keep-years N | --keep-megabytes N',
  summary: 'Moves a year, or what a rule does not keep, out of live.db into sealed files; every report stays the same.',
  store: 'own',
  options: {
    year: { value: 'YYYY', description: 'the year to move' },
    'keep-years': {
      value: 'N',
      description: 'move every year that ended more than N years ago; 0 moves all that ended',
    },
    'keep-megabytes': {
      value: 'N',
      description: 'move the oldest finished months until what live.db holds takes at most N megabytes',
    },
  },
  async run(invocation) {
    const year = integerOption(invocation.values, 'year', { min: 1_900, max: 9_999 });
    const rules = rulesOf(invocation.values);
    const asked = rules.length + (year === undefined ? 0 : 1);
    if (asked !== 1 || invocation.positionals.length > 0) throw usageError(archive, 'Which year, or which rule?');
    const { maintenance } = invocation.client;
    const [rule] = rules;
    if (rule) {
      const job = await finishJob(invocation, (await maintenance.rollOver(rule)).jobId);
      return { json: { ...job.result }, text: job.message };
    }
    const job = await finishJob(invocation, (await maintenance.archive({ year: year ?? 0 })).jobId);
    return { json: { year, ...job.result }, text: job.message };
  },
};

function rulesOf(values: StoreInvocation['values']): RollOverRule[] {
  const years = integerOption(values, 'keep-years', { min: 0, max: 100 });
  const megabytes = integerOption(values, 'keep-megabytes', { min: 0, max: 1_000_000_000 });
  return [
    ...(years === undefined ? [] : [{ keep: 'years' as const, years }]),
    ...(megabytes === undefined ? [] : [{ keep: 'bytes' as const, bytes: megabytes * 1_000_000 }]),
  ];
}
