import { dayFromIso } from '../../../shared/domain/day.ts';
import { counted } from '../../../shared/text/counted.ts';
import { integerOption, textOption, usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { finishJob } from '../run-job.ts';

const MOST_RECORDS = 100_000_000;
const LARGEST_SEED = 2 ** 32 - 1;

export const generate: StoreCommand = {
  name: 'generate',
  parameters: '--records N --from DATE --to DATE [--seed N]',
  summary: 'Fills the store with the sample plant; the same seed makes the same records.',
  store: 'own',
  options: {
    records: { value: 'N', description: 'how many records to make' },
    from: { value: 'DATE', description: 'first production date, YYYY-MM-DD' },
    to: { value: 'DATE', description: 'last production date, YYYY-MM-DD' },
    seed: { value: 'N', description: 'which plant (default: 1)' },
  },
  async run(invocation) {
    const { values, service } = invocation;
    const records = integerOption(values, 'records', { min: 1, max: MOST_RECORDS });
    const from = textOption(values, 'from');
    const to = textOption(values, 'to');
    if (records === undefined || from === undefined || to === undefined) {
      throw usageError(generate, 'How many records, and from when to when?');
    }
    for (const date of [from, to]) {
      if (dayFromIso(date) === null) {
        throw usageError(generate, `'${date}' is not a date of the calendar; write it as YYYY-MM-DD.`);
      }
    }
    if (from > to) throw usageError(generate, `--from (${from}) is after --to (${to}).`);
    const seed = integerOption(values, 'seed', { min: 0, max: LARGEST_SEED }) ?? 1;
    const job = await finishJob(invocation, service.startSample({ records, from, to, seed }));
    return {
      json: { records, from, to, seed, ...job.result },
      text: `${counted(records, 'record')} from ${from} to ${to} (seed ${seed}). ${job.message}`,
    };
  },
};
