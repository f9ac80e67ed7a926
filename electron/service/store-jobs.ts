import type { Engine } from '../../db/engine/engine.ts';
import type { RunningJob } from '../../db/engine/threads/running-job.ts';
import type { Progress } from '../../db/engine/threads/tasks.ts';
import type { JobInput, JobName, JobOutput } from '../../db/engine/threads/worker-tasks.ts';
import type { AdvisableField } from '../../db/indexes/definitions.ts';
import type { SampleOptions } from '../../db/sample/sample-source.ts';
import type { ForeignWrites } from '../../db/store/foreign-writes.ts';
import type { RollOverRule } from '../../shared/contract/roll-over.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { dayFromParts } from '../../shared/domain/day.ts';
import { counted } from '../../shared/text/counted.ts';
import { decidedMessage } from './gate-words.ts';
import type { JobResult, JobRunner } from './job-runner.ts';
import { describeAccept, describeRebuild } from './recovery-words.ts';
import { rereadFigures, rereadMessage } from './reread-words.ts';

interface StoreJob<Name extends JobName> {
  name: Name;
  kind: Job['kind'];
  subject: string;
  cancellable?: boolean;
  /** How it begins where it takes more than to start it. */
  begin?(onProgress: (progress: Progress) => void): RunningJob<JobOutput<Name>>;
  describe(outcome: JobOutput<Name>): { message: string; result: JobResult };
}

const are = (count: number) => (count === 1 ? 'is' : 'are');
const megabytes = (bytes: number) => `${(bytes / 1e6).toFixed(1)} MB`;

/** The jobs that the writer does, each with what its outcome means in words. */
export class StoreJobs {
  readonly #engine: Engine;
  readonly #jobs: JobRunner;
  readonly #onChange: () => Promise<void>;

  constructor(engine: Engine, jobs: JobRunner, onChange: () => Promise<void>) {
    this.#engine = engine;
    this.#jobs = jobs;
    this.#onChange = onChange;
  }

  import(input: JobInput<'importFile'>, onImported: () => Promise<void>): string {
    return this.#start(
      {
        name: 'importFile',
        kind: 'import',
        subject: input.name,
        describe: describeImport,
      },
      input,
      onImported,
    );
  }

  /** Imports the rows of an import that are records after some steps; the others stay set aside. */
  correct(input: JobInput<'correctRows'>, fileName: string): string {
    return this.#start({ name: 'correctRows', kind: 'import', subject: fileName, describe: describeImport }, input);
  }

  sample(options: SampleOptions): string {
    return this.#start(
      {
        name: 'sample',
        kind: 'sample',
        subject: 'sample plant',
        describe: (outcome) => {
          const { message, result } = describeImport(outcome);
          return { message, result: { records: outcome.inserted, ...result } };
        },
      },
      options,
    );
  }

  undo(batchId: number, fileName: string): string {
    return this.#start(
      {
        name: 'undo',
        kind: 'undo',
        subject: fileName,
        describe: (outcome) => ({
          message: `Import ${batchId} was undone: ${counted(outcome.removed, 'record')} removed, ${outcome.restored} put back as before.`,
          result: { ...outcome },
        }),
      },
      { batchId },
    );
  }

  archive(year: number): string {
    return this.#start(
      {
        name: 'archive',
        kind: 'archive',
        subject: String(year),
        describe: (outcome) => ({
          message: `${counted(outcome.records, 'record')} of ${year} ${are(outcome.records)} now in ${outcome.archive}.db. Reports are unchanged; their space in live goes back to the disk.`,
          result: { ...outcome },
        }),
      },
      { year },
    );
  }

  /** Archives what a rule does not keep in live; today is the machine's. */
  rollOver(rule: RollOverRule): string {
    const now = new Date();
    const today = dayFromParts(now.getFullYear(), now.getMonth() + 1, now.getDate()) ?? 0;
    return this.#start(
      {
        name: 'rollOver',
        kind: 'rollOver',
        subject: 'live',
        describe: ({ archives, records }) => ({
          message:
            archives.length === 0
              ? 'live holds nothing that the rule sends to an archive.'
              : `${counted(records, 'record')} ${are(records)} now in ${archives.map((name) => `${name}.db`).join(', ')}. Reports are unchanged; their space in live goes back to the disk.`,
          result: { records, archives: archives.join(', ') },
        }),
      },
      { rule, today },
    );
  }

  reopen(archive: string): string {
    return this.#start(
      {
        name: 'reopen',
        kind: 'reopen',
        subject: archive,
        describe: (outcome) => ({
          message: `${counted(outcome.records, 'record')} of ${archive} ${are(outcome.records)} in live again and can be corrected. Reports are unchanged; archive the year again to seal it.`,
          result: { ...outcome },
        }),
      },
      { archive },
    );
  }

  /** Rebuilds an archive from a copy in one of the folders, or from what can still be read of it. */
  rebuildArchive(archive: string, folders: string[]): string {
    return this.#start(
      { name: 'rebuildArchive', kind: 'rebuildArchive', subject: archive, describe: describeRebuild },
      { archive, folders },
    );
  }

  /** Takes an archive as it is. */
  acceptArchive(archive: string): string {
    return this.#start(
      { name: 'acceptArchive', kind: 'acceptArchive', subject: archive, describe: describeAccept },
      { archive },
    );
  }

  vacuum(): string {
    return this.#start(
      {
        name: 'compact',
        kind: 'vacuum',
        subject: 'live',
        cancellable: false,
        describe: (outcome) => ({
          message: outcome.logInUse
            ? 'live was compacted; its log is given back once the other program that reads it has stopped.'
            : `live went from ${megabytes(outcome.bytesBefore)} to ${megabytes(outcome.bytesAfter)}.`,
          result: { ...outcome },
        }),
      },
      {},
    );
  }

  integrity(): string {
    return this.#start(
      {
        name: 'integrity',
        kind: 'integrity',
        subject: 'store',
        describe: ({ findings, ...outcome }) => ({
          message: outcome.sound
            ? `All is sound: ${counted(outcome.records, 'record')} in ${counted(outcome.partitions, 'file')}, every table, index and reference checked.`
            : `Damage was found; no record was changed. ${findings.slice(0, 3).join('; ')}`,
          result: { ...outcome, findings: findings.join('\n') },
        }),
      },
      {},
    );
  }

  optimise(): string {
    return this.#start(
      {
        name: 'optimise',
        kind: 'optimise',
        subject: 'live',
        describe: (outcome) => ({
          message: `The keys of ${counted(outcome.indexes, 'index', 'indexes')} of live were counted anew; SQLite chooses between them by that.`,
          result: { ...outcome },
        }),
      },
      {},
    );
  }

  /** Reads anew what another program may have written. */
  reread(found: ForeignWrites): string {
    return this.#start(
      {
        name: 'rereadStore',
        kind: 'reread',
        subject: [...(found.live ? ['live'] : []), ...found.archives].join(', '),
        cancellable: false,
        begin: (onProgress) => this.#engine.reread(onProgress),
        describe: (outcome) => ({ message: rereadMessage(outcome), result: rereadFigures(outcome) }),
      },
      {},
    );
  }

  /** Makes an index of advice in every file. */
  applyIndex(name: string, fields: AdvisableField[], shape: string): string {
    return this.#start(
      {
        name: 'applyIndex',
        kind: 'applyIndex',
        subject: name,
        describe: (outcome) => ({
          message: `${name} is in ${outcome.files === 1 ? 'the one file' : `all ${outcome.files} files`} of the store. It can be taken away again at any time.`,
          result: { ...outcome },
        }),
      },
      { fields, shape },
    );
  }

  /** Takes an index of advice away from every file. */
  revertIndex(name: string): string {
    return this.#start(
      {
        name: 'revertIndex',
        kind: 'revertIndex',
        subject: name,
        describe: (outcome) => ({
          message: `${name} is in no file of the store any more; its space in live goes back to the disk.`,
          result: { ...outcome },
        }),
      },
      { name },
    );
  }

  #start<Name extends JobName>(job: StoreJob<Name>, input: JobInput<Name>, onDone?: () => Promise<void>): string {
    return this.#jobs.start({
      kind: job.kind,
      subject: job.subject,
      lane: 'write',
      cancellable: job.cancellable ?? true,
      run: async (control) => {
        const running = job.begin?.(control.report) ?? this.#engine.start(job.name, input, control.report);
        control.onCancel(running.cancel);
        const outcome = await running.result;
        await this.#onChange();
        await onDone?.();
        return job.describe(outcome);
      },
    });
  }
}

function describeImport({ reopened, stayed, findings, notes, ...outcome }: JobOutput<'importFile'>) {
  const still =
    stayed && stayed.rows > 0
      ? ` ${counted(stayed.rows, 'row')} ${stayed.rows === 1 ? 'stays' : 'stay'} set aside: ${stayed.because}.`
      : '';
  return {
    message: `${importMessage({ ...outcome, reopened })}${still}${decidedMessage(findings)}`,
    result: {
      ...outcome,
      notes: JSON.stringify(notes),
      reopened: reopened.join(', '),
      ...(stayed && { stayed: stayed.rows }),
      findings: JSON.stringify(findings),
    },
  };
}

function importMessage(outcome: {
  inserted: number;
  updated: number;
  unchanged: number;
  rejected: number;
  skipped: number;
  rounded: number;
  reopened: string[];
}): string {
  const parts = [
    `${counted(outcome.inserted, 'record')} added`,
    ...(outcome.updated > 0 ? [`${outcome.updated.toLocaleString('en')} updated`] : []),
    ...(outcome.unchanged > 0 ? [`${outcome.unchanged.toLocaleString('en')} already there`] : []),
    ...(outcome.rejected > 0 ? [`${counted(outcome.rejected, 'row')} set aside`] : []),
    ...(outcome.skipped > 0
      ? [`${counted(outcome.skipped, 'row')} left out as ${outcome.skipped === 1 ? 'no record' : 'no records'}`]
      : []),
    ...(outcome.rounded > 0 ? [`${counted(outcome.rounded, 'value')} rounded to a millionth`] : []),
  ];
  const reopened =
    outcome.reopened.length > 0
      ? ` ${outcome.reopened.join(', ')} held records that changed, and is in live again until the year is archived anew.`
      : '';
  return `${parts.join(', ')}.${reopened}`;
}
