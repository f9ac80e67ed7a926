import { resolve } from 'node:path';
import { counted } from '../../../shared/text/counted.ts';
import { restoreStore } from '../../service/backups-apart.ts';
import { textOption, usageError } from '../arguments.ts';
import type { ClosedStoreCommand } from '../command.ts';
import { finishApart } from '../finish-apart.ts';
import { momentOption } from '../moment-option.ts';

export const restore: ClosedStoreCommand = {
  name: 'restore',
  parameters: '--backup DIR [--at TIME]',
  summary:
    'Puts a store back as it was backed up. It is rebuilt and checked first; the files that are there now are kept in `before-restore-…`.',
  store: 'closed',
  options: {
    backup: { value: 'DIR', description: 'the folder of the backups' },
    at: {
      value: 'TIME',
      description: 'the newest backup made by then, as in 2026-03-31 or 2026-03-31T14:00 (default: the newest)',
    },
  },
  async run({ positionals, values, storeFolder }) {
    const folder = textOption(values, 'backup');
    if (folder === undefined || positionals.length > 0) throw usageError(restore, 'From which folder of backups?');
    const at = momentOption(values, 'at');
    const outcome = await finishApart((onProgress) =>
      restoreStore({ store: storeFolder, folder: resolve(folder), at }, onProgress),
    );
    const { madeAt, records, aside } = outcome;
    return {
      json: outcome,
      text: `The store is as it was backed up at ${madeAt}: ${counted(records, 'record')}. The files of before are kept in ${aside}.`,
    };
  },
};
