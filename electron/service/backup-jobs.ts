import { isAbsolute } from 'node:path';
import { startBeside } from '../../db/backup/beside.ts';
import { dropRestore, readRestoreJournal } from '../../db/backup/place-restored.ts';
import type { BackupTaskInput, BackupTaskName, BackupTaskOutput } from '../../db/backup/tasks.ts';
import type { StoreFolder } from '../../db/store/folder.ts';
import type { BackupPlan, Backups } from '../../shared/contract/backups.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { counted } from '../../shared/text/counted.ts';
import { BackupPlanFile } from './backup-plan.ts';
import type { JobResult, JobRunner } from './job-runner.ts';

interface BackupJob<Name extends BackupTaskName> {
  name: Name;
  kind: Job['kind'];
  subject: string;
  describe(outcome: BackupTaskOutput<Name>): { message: string; result: JobResult };
}

const number = (n: number) => n.toLocaleString('en');
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** Backups, drills and restores as jobs; they run beside the writer and the readers, in a process of their own. */
export class BackupJobs {
  readonly #folder: StoreFolder;
  readonly #jobs: JobRunner;
  readonly #plan: BackupPlanFile;

  constructor(folder: StoreFolder, jobs: JobRunner) {
    this.#folder = folder;
    this.#jobs = jobs;
    this.#plan = new BackupPlanFile(folder.backupPlan);
  }

  plan(changes: Partial<BackupPlan>): Promise<BackupPlan> {
    if (typeof changes.folder === 'string') requireAbsolute(changes.folder);
    return this.#plan.change(changes);
  }

  /** The folder of the plan; null until a person has chosen one. */
  async folder(): Promise<string | null> {
    return (await this.#plan.read()).folder;
  }

  async list(): Promise<Backups> {
    const plan = await this.#plan.read();
    const found = plan.folder === null ? null : await startBeside('list', { folder: plan.folder }).result;
    const journal = readRestoreJournal(this.#folder);
    const waiting = journal?.from === 'backup' ? journal.backup : null;
    return {
      plan,
      backups: found?.backups ?? [],
      damaged: found?.damaged ?? [],
      trouble: found?.trouble ?? null,
      waiting: waiting && { madeAt: waiting.madeAt, records: waiting.records },
    };
  }

  async backUp({ folder: named, whole }: { folder?: string | undefined; whole: boolean }): Promise<string> {
    const { folder: planned, ...rule } = await this.#plan.read();
    const folder = required(named ?? planned);
    const now = new Date().toISOString();
    return this.#start(
      { name: 'backUp', kind: 'backup', subject: folder, describe: (outcome) => describeBackup(folder, outcome) },
      { store: this.#folder.root, folder, rule, whole, now },
    );
  }

  async drill(named?: string): Promise<string> {
    const folder = required(named ?? (await this.#plan.read()).folder);
    return this.#start(
      { name: 'drill', kind: 'drill', subject: folder, describe: describeDrill },
      { store: this.#folder.root, folder },
    );
  }

  /** Rebuilds and checks a backup, which takes the store's place when the store is opened the next time. */
  async restore({ folder: named, at }: { folder?: string | undefined; at?: string | undefined }): Promise<string> {
    const folder = required(named ?? (await this.#plan.read()).folder);
    const now = new Date().toISOString();
    return this.#start(
      { name: 'prepareRestore', kind: 'restore', subject: at ?? 'newest', describe: describeRestore },
      { store: this.#folder.root, folder, at, now },
    );
  }

  /** Gives up a restore that waits for the store to be opened again; false when none does. */
  dropRestore(): boolean {
    return dropRestore(this.#folder);
  }

  #start<Name extends BackupTaskName>(job: BackupJob<Name>, input: BackupTaskInput<Name>): string {
    return this.#jobs.start({
      kind: job.kind,
      subject: job.subject,
      lane: 'read',
      cancellable: true,
      run: async (control) => {
        const running = startBeside(job.name, input, control.report);
        control.onCancel(running.cancel);
        return job.describe(await running.result);
      },
    });
  }
}

function required(folder: string | null): string {
  if (folder !== null) return requireAbsolute(folder);
  throw new AppError(
    'INVALID_ARGUMENT',
    'No folder for backups is set. Choose one, best on another disk: under Maintenance, or with --to DIR.',
  );
}

function requireAbsolute(folder: string): string {
  if (isAbsolute(folder)) return folder;
  throw new AppError(
    'INVALID_ARGUMENT',
    `'${folder}' is not a whole path. Nothing was changed; write it from the root on.`,
  );
}

function describeBackup(folder: string, { findings, ...outcome }: BackupTaskOutput<'backUp'>) {
  const { records, pages, pagesWritten, archivesWritten, bytesWritten, removed, sameDisk } = outcome;
  const sentences = [
    `${counted(records, 'record')} backed up in ${folder}.`,
    `New were ${number(pagesWritten)} of ${number(pages)} pages and ${counted(archivesWritten, 'archive')}, ${megabytes(bytesWritten)}.`,
    ...(removed > 0 ? [`Removed by the rule: ${counted(removed, 'old backup')}.`] : []),
    ...(sameDisk ? ['The folder is on the disk of the store: what breaks that disk takes both.'] : []),
    ...findings.map((finding) => `${finding}.`),
  ];
  return { message: sentences.join(' '), result: { ...outcome, findings: findings.join('\n') } };
}

function describeDrill({ findings, ...outcome }: BackupTaskOutput<'drill'>) {
  const { sound, madeAt, records } = outcome;
  return {
    message: sound
      ? `The backup of ${madeAt} was restored into a scratch folder and removed again: ${counted(records, 'record')}, every sum as it was.`
      : `The backup of ${madeAt} cannot be restored: ${findings.join('; ')} Make a whole new one, and check the disk of the backups.`,
    result: { ...outcome, findings: findings.join('\n') },
  };
}

function describeRestore(outcome: BackupTaskOutput<'prepareRestore'>) {
  const { madeAt, records, aside } = outcome;
  return {
    message: `The backup of ${madeAt} is rebuilt and checked: ${counted(records, 'record')}. It takes the store's place when Throughline is started again; the files that are there now are then kept in ${aside}.`,
    result: { ...outcome, waits: true },
  };
}
