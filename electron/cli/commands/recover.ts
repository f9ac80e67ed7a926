import { basename, resolve } from 'node:path';
import type { FlawedArchive, FlawedLive, Rebuilt } from '../../../shared/contract/recovery.ts';
import { differenceWords } from '../../../shared/text/recovery.ts';
import { textOptions, usageError } from '../arguments.ts';
import type { Outcome, StoreCommand, StoreInvocation } from '../command.ts';
import { finishJob } from '../run-job.ts';
import { formatNumber } from '../table.ts';

export const recover: StoreCommand = {
  name: 'recover',
  parameters: '[ARCHIVE | live] [--copies DIR] [--as-it-is] [--acknowledge]',
  summary:
    'Rebuilds an archive that is damaged or gone: from the backups, the standby, or what can still be read of it. Without a name it lists what is not as it should be. Of `live` it only takes note (`--acknowledge`); what can take its place are `restore`, `standby failover` and `salvage`.',
  store: 'own',
  options: {
    copies: { value: 'DIR', repeatable: true, description: 'a further folder that may hold a copy of it' },
    'as-it-is': { description: 'seal it as it is, though its bytes are not those that were sealed' },
    acknowledge: {
      description: 'take note of what was lost, or found in live, so that answers do not tell of it any more',
    },
  },
  async run(invocation) {
    const [name, ...more] = invocation.positionals;
    const { values, client } = invocation;
    const [asItIs, acknowledges] = [values['as-it-is'] === true, values.acknowledge === true];
    if (more.length > 0 || (asItIs && acknowledges)) throw usageError(recover, 'One archive and one way, please.');
    if (name === undefined) return list(invocation);
    const archive = basename(name, '.db');
    if (acknowledges) {
      const { acknowledged } = await client.recovery.acknowledge({ archive });
      const text = acknowledged
        ? `What was found in ${archive}, or lost of it, is not told any more.`
        : `Nothing that somebody could take note of is told of ${archive}.`;
      return { json: { archive, acknowledged }, text };
    }
    const folders = textOptions(values, 'copies').map((folder) => resolve(folder));
    const { jobId } = asItIs
      ? await client.recovery.accept({ archive })
      : await client.recovery.rebuild({ archive, folders });
    const job = await finishJob(invocation, jobId);
    return { json: { message: job.message, ...job.result }, text: job.message };
  },
};

async function list({ client }: StoreInvocation): Promise<Outcome> {
  const found = await client.recovery.status();
  const told = [...(found.live ? liveInWords(found.live) : []), ...found.archives.map(inWords)];
  return { json: found, text: told.length > 0 ? told.join('\n') : 'Every file is as it should be.' };
}

function liveInWords({ damage, isDecayed, rebuilt }: FlawedLive): string[] {
  return [
    ...(damage === null ? [] : [`live: not to be relied on. ${damage}`]),
    ...lostInWords(rebuilt).map((line) => `live: ${line}`),
    ...(isDecayed ? ['live: told until somebody takes note with --acknowledge'] : []),
  ];
}

function inWords({ name, records, setAside, doubt, isChanged, rebuilt }: FlawedArchive): string {
  const told = [
    ...(setAside === null ? [] : [`set aside, its ${formatNumber(records)} records are missing. ${setAside}`]),
    ...(doubt === null ? [] : [`not to be relied on. ${doubt}`]),
    ...(isChanged ? ['changed from outside, and still to be compared with its seal'] : []),
    ...lostInWords(rebuilt),
  ];
  return told.map((line) => `${name}: ${line}`).join('\n');
}

function lostInWords(rebuilt: Rebuilt | null): string[] {
  if (rebuilt === null) return [];
  return [
    ...rebuilt.months
      .filter(({ recordsBefore, recordsAfter, days }) => recordsBefore !== recordsAfter || (days?.length ?? 0) > 0)
      .map((month) => `incomplete. ${differenceWords.en(month)}`),
    `rebuilt ${rebuilt.at}, until somebody takes note with --acknowledge`,
  ];
}
