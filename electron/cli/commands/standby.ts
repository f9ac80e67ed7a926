import { resolve } from 'node:path';
import type { Standby } from '../../../shared/contract/standby.ts';
import { counted } from '../../../shared/text/counted.ts';
import {
  failOverStore,
  followOnce,
  isFollowed,
  missingWords,
  requiredStandby,
  setStandby,
  standbyApart,
  unsetStandby,
} from '../../service/standby-apart.ts';
import { textOption, usageError } from '../arguments.ts';
import type { ClosedStoreCommand, Invocation, Outcome } from '../command.ts';
import { finishApart } from '../finish-apart.ts';
import { inLocalTime } from '../health-text.ts';
import { formatNumber } from '../table.ts';

export const standby: ClosedStoreCommand = {
  name: 'standby',
  parameters: '[status|set --to DIR|off|failover]',
  summary:
    'Keeps a second copy of the store in another folder, best on another disk: within a second while a window is open, and at the end of each command that changes something. `failover` lets it take the place of a store that is lost or damaged.',
  store: 'closed',
  options: {
    to: { value: 'DIR', description: 'with `set`: the folder of the standby' },
    'take-over': { description: 'with `set`: let this store have a standby that followed it from another place' },
    standby: {
      value: 'DIR',
      description: 'with `failover`: the folder of the standby (default: the one that was set)',
    },
  },
  async run(invocation) {
    const [task = 'status', ...more] = invocation.positionals;
    const run = tasks[task];
    if (!run || more.length > 0) throw usageError(standby, `'${invocation.positionals.join(' ')}' is not understood.`);
    return run(invocation);
  },
};

type Task = (invocation: Invocation & { storeFolder: string }) => Outcome | Promise<Outcome>;

const tasks: Record<string, Task | undefined> = {
  status: ({ storeFolder }) => described(standbyApart(storeFolder)),
  async set({ storeFolder, values }) {
    const folder = textOption(values, 'to');
    if (folder === undefined) throw usageError(standby, 'Which folder? Give --to DIR.');
    setStandby(storeFolder, { folder: resolve(folder), takeOver: values['take-over'] === true });
    // Whoever has the store open and follows it already goes on with the new folder.
    if (!isFollowed(storeFolder)) await followOnce(storeFolder);
    return described(standbyApart(storeFolder));
  },
  off({ storeFolder }) {
    unsetStandby(storeFolder);
    return described(standbyApart(storeFolder));
  },
  async failover({ storeFolder, values }) {
    const named = textOption(values, 'standby');
    const folder = named === undefined ? requiredStandby(standbyApart(storeFolder).folder) : resolve(named);
    const outcome = await finishApart((onProgress) =>
      failOverStore({ store: storeFolder, standby: folder }, onProgress),
    );
    const { records, inStepAt, aside } = outcome;
    return {
      json: outcome,
      text: `The standby has taken the place of the store: ${counted(records, 'record')}, in step at ${inLocalTime(inStepAt)}. ${missingWords(outcome)} The files of before are kept in ${aside}.`,
    };
  },
};

function described(status: Standby): Outcome {
  return { json: status, text: inWords(status) };
}

function inWords({ folder, sameDisk, now, inStepAt, lagSeconds, holds, missing }: Standby): string {
  if (folder === null) return 'The store has no standby. Set a folder with standby set --to DIR.';
  const sentences = [
    inStepAt === null || holds === null
      ? `${folder} does not hold the store yet.`
      : `${folder} holds ${counted(holds.records, 'record')} and was last in step with the store at ${inLocalTime(inStepAt)}${lagSeconds ? ` (${formatNumber(lagSeconds)} s ago)` : ''}.`,
    ...(inStepAt === null ? [] : [missingWords({ missing })]),
    ...(now.state === 'failingOver' ? ['It takes the place of the store as soon as that is opened again.'] : []),
    ...(sameDisk ? ['The folder is on the disk of the store: what breaks that disk takes both.'] : []),
  ];
  return sentences.join(' ');
}
