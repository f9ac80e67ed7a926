import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { describeHealth } from '../health-text.ts';

export const stats: StoreCommand = {
  name: 'stats',
  parameters: '',
  summary:
    'Shows response times, slow questions, alerts and sizes, as the program that has the store open recorded them.',
  store: 'read',
  options: {},
  async run({ positionals, client }) {
    if (positionals.length > 0) throw usageError(stats, `'${positionals[0]}' is not understood.`);
    const health = await client.health.get();
    return { json: health, text: describeHealth(health) };
  },
};
