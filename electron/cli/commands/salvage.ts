import { salvageStore, salvageWords } from '../../service/recovery-apart.ts';
import { usageError } from '../arguments.ts';
import type { ClosedStoreCommand } from '../command.ts';
import { finishApart } from '../finish-apart.ts';

export const salvage: ClosedStoreCommand = {
  name: 'salvage',
  parameters: '',
  summary:
    'Makes a damaged live.db anew from all that can still be read of it, and lists what is lost: for when there is neither a standby nor a backup that is recent enough. The damaged file is kept in `before-recovery-…`.',
  store: 'closed',
  options: {},
  async run({ positionals, storeFolder }) {
    if (positionals.length > 0) throw usageError(salvage, `'${positionals[0]}' is not understood.`);
    const outcome = await finishApart((onProgress) => salvageStore({ store: storeFolder }, onProgress));
    return { json: outcome, text: salvageWords(outcome) };
  },
};
