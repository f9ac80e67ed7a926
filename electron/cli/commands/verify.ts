import { resolve } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import { verifyBackups } from '../../service/backups-apart.ts';
import { textOption, usageError } from '../arguments.ts';
import type { PlainCommand } from '../command.ts';
import { finishApart } from '../finish-apart.ts';

export const verify: PlainCommand = {
  name: 'verify',
  parameters: '--backup DIR',
  summary: 'Reads every backup of a folder and compares each byte with its hash; fails when one is damaged.',
  store: 'none',
  options: { backup: { value: 'DIR', description: 'the folder of the backups' } },
  async run({ positionals, values }) {
    const folder = textOption(values, 'backup');
    if (folder === undefined || positionals.length > 0) throw usageError(verify, 'Which folder of backups?');
    const outcome = await finishApart((onProgress) => verifyBackups(resolve(folder), onProgress));
    const { sound, backups, findings } = outcome;
    if (!sound) {
      throw new AppError(
        'DAMAGED',
        `Damage was found in ${resolve(folder)}: ${findings.join('; ')} Make a whole new backup (backup --whole), and check that disk.`,
      );
    }
    return {
      json: outcome,
      text: `All is sound: ${backups} ${backups === 1 ? 'backup' : 'backups'}, every byte as it was written.`,
    };
  },
};
