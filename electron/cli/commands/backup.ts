import { resolve } from 'node:path';
import type { Backups } from '../../../shared/contract/backups.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { integerOption, textOption, usageError } from '../arguments.ts';
import type { Outcome, StoreCommand, StoreInvocation } from '../command.ts';
import { finishJob } from '../run-job.ts';
import { formatBytes, formatNumber, formatTable } from '../table.ts';

const MOST_KEPT = { min: 0, max: 1_000 };

export const backup: StoreCommand = {
  name: 'backup',
  parameters: '[now|drill|list|plan] [--to DIR]',
  summary:
    'Backs up the store into a folder, best on another disk: what changed since the last backup, beside an open window. `drill` tries to restore the newest, `plan` sets where and what is kept.',
  store: 'any',
  options: {
    to: { value: 'DIR', description: 'the folder (default: the one that was set by `plan`)' },
    whole: { description: 'write every page again and read every copy, trusting nothing of the backups before' },
    daily: { value: 'N', description: 'with `plan`: of how many days a backup is kept (7 unless set)' },
    weekly: { value: 'N', description: 'with `plan`: of how many weeks (5 unless set)' },
    monthly: { value: 'N', description: 'with `plan`: of how many months (12 unless set)' },
  },
  async run(invocation) {
    const [task = 'now', ...more] = invocation.positionals;
    const run = tasks[task];
    if (!run || more.length > 0) throw usageError(backup, `'${invocation.positionals.join(' ')}' is not understood.`);
    const to = textOption(invocation.values, 'to');
    return run(invocation, to === undefined ? undefined : resolve(to));
  },
};

type Task = (invocation: StoreInvocation, folder: string | undefined) => Promise<Outcome>;

const tasks: Record<string, Task | undefined> = {
  async now(invocation, folder) {
    const whole = invocation.values.whole === true;
    return outcomeOf(invocation, await invocation.client.maintenance.backup({ folder, whole }));
  },
  async drill(invocation, folder) {
    const outcome = await outcomeOf(invocation, await invocation.client.maintenance.drill({ folder }));
    if (!outcome.sound) throw new AppError('DAMAGED', outcome.text);
    return outcome;
  },
  async list({ client }, folder) {
    if (folder !== undefined) {
      const { listBackups } = await import('../../service/backups-apart.ts');
      return listed(await listBackups(folder), folder);
    }
    const found = await client.maintenance.backups();
    return listed(found, found.plan.folder);
  },
  async plan({ client, values }, folder) {
    const given = {
      folder,
      daily: kept(values, 'daily'),
      weekly: kept(values, 'weekly'),
      monthly: kept(values, 'monthly'),
    };
    const plan = await client.maintenance.planBackups(given);
    return {
      json: plan,
      text: `Backups go to ${plan.folder ?? '(no folder is set)'}; kept are those of the last 24 hours, and the newest of each of ${plan.daily} days, ${plan.weekly} weeks and ${plan.monthly} months.`,
    };
  },
};

function kept(values: StoreInvocation['values'], name: string): number | undefined {
  return integerOption(values, name, MOST_KEPT);
}

async function outcomeOf(invocation: StoreInvocation, { jobId }: { jobId: string }) {
  const job = await finishJob(invocation, jobId);
  return { json: { message: job.message, ...job.result }, text: job.message, sound: job.result?.sound };
}

function listed(
  { backups, damaged, trouble }: Pick<Backups, 'backups' | 'damaged' | 'trouble'>,
  folder: string | null,
): Outcome {
  if (trouble !== null) {
    throw new AppError('FILE_UNREADABLE', `${folder} cannot be looked at (${trouble}). Check that its disk is there.`);
  }
  const table = formatTable(
    [
      { title: 'made at', align: 'left' },
      { title: 'records', align: 'right' },
      { title: 'size', align: 'right' },
      { title: 'new', align: 'right' },
    ],
    backups.map(({ madeAt, records, bytes, bytesWritten }) => [
      madeAt,
      formatNumber(records),
      formatBytes(bytes),
      formatBytes(bytesWritten),
    ]),
  );
  const broken = damaged.map((name) => `\n${name} cannot be read.`).join('');
  return {
    json: { folder, backups, damaged },
    text:
      backups.length > 0
        ? `${folder}\n\n${table}${broken}`
        : `There is no backup in ${folder ?? 'any folder yet'}.${broken}`,
  };
}
