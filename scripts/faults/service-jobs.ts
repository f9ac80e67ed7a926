/**
 * Work of the whole program that must survive anything as well: reports that it writes by itself, and files that come into a watched
 * folder. `run-service-job.ts` runs one in a process of its own. After an end that was none the program does it again by itself.
 */
import { globSync, mkdirSync, readFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { JobContext } from '../../db/engine/threads/job-context.ts';
import type { RecordDraft } from '../../db/import/rows/record-draft.ts';
import { samplePlant } from '../../db/sample/sample-plant.ts';
import type { SampleOptions } from '../../db/sample/sample-source.ts';
import { type KillableJob, watching } from '../../db/testing/killable-jobs.ts';
import { gateDecisionsOf } from '../../electron/cli/gate-options.ts';
import { type Client, createLocalClient } from '../../electron/cli/local-client.ts';
import { createService, type Service } from '../../electron/service/service.ts';
import type { ReportSchedule } from '../../shared/contract/report-schedules.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { AppError, errorCodes } from '../../shared/lib/app-error.ts';
import { recordsOfDay, writeDayFile } from '../analyst-hour/day-files.ts';
import { withFile } from './mixed-load/model.ts';

export type ServiceJobName = 'scheduled reports' | 'watched folder';

/** A job of the whole program. */
export interface ServiceJob extends KillableJob<ServiceJobName> {
  /** What is not as it should be beside the store once it was done again, a sentence each. */
  checkBeside(path: string): string[];
}

const sample: SampleOptions = { records: 1_500, from: '2024-01-01', to: '2024-02-29', seed: 91 };
const sampled = [...samplePlant(sample)].flat();
const imported = (drafts: readonly RecordDraft[]) => [...withFile(new Map(), drafts).values()];
const [firstDay, secondDay] = (['2024-03-04', '2024-03-05'] as const).map((date) =>
  recordsOfDay(date, { records: 400, seed: 92 }),
) as [RecordDraft[], RecordDraft[]];

/** The day after the sample ends, on a clock that goes on when it is told to. */
const time = { elapsed: 0 };
const clock = { now: () => Date.UTC(2024, 2, 6, 8) + time.elapsed, elapsed: () => time.elapsed, zone: () => 'UTC' };

async function withService(path: string, work: (client: Client, service: Service) => Promise<unknown>): Promise<void> {
  const service = await createService({ storeFolder: path, appVersion: 'faults', access: 'own', clock });
  try {
    await work(createLocalClient(service.router), service);
  } catch (error) {
    watching.onFailure();
    throw error;
  } finally {
    await service.close();
  }
}

async function done(service: Service, jobId: string): Promise<Job> {
  const job = await service.finished(jobId);
  if (job.state === 'done') return job;
  throw new AppError(codeOf(job), job.message);
}

function codeOf({ result }: Job): keyof typeof errorCodes {
  const code = String(result?.code);
  return Object.hasOwn(errorCodes, code) ? (code as keyof typeof errorCodes) : 'UNEXPECTED';
}

const reportsBeside = (path: string) => `${path}-reports`;

function schedulesOf(path: string): ReportSchedule[] {
  const of = (nth: number): Omit<ReportSchedule, 'name' | 'question' | 'format'> => ({
    id: `7c9a1f0e-7d55-4a45-9c3b-00000000000${nth}`,
    view: { screen: 'explore', params: '' },
    range: 'last30days',
    folder: reportsBeside(path),
    when: { by: 'rule', rule: '0 6 * * *' },
    wording: { language: 'en', locale: 'en-GB' },
    isOn: true,
  });
  return [
    { ...of(1), name: 'Records', question: { of: 'records', scope: { filters: [], search: '' } }, format: 'csv' },
    {
      ...of(2),
      name: 'Good by line',
      question: {
        of: 'report',
        query: { measures: ['good', 'yield'], dimensions: ['line', 'item'], filters: [], orderBy: [] },
      },
      format: 'xlsx',
    },
  ];
}

const inboxBeside = (path: string) => `${path}-inbox`;
/** A file counts as whole once it has stayed as it is for so long. */
const QUIET_MS = 20_000;
const LOOKS = 3;

async function untilImported(path: string, context: JobContext): Promise<void> {
  await withService(path, async (client, service) => {
    const inbox = inboxBeside(path);
    const { folders } = await client.watched.list();
    if (folders.length === 0) await client.watched.add({ path: inbox, pattern: '*.csv', profile: null, isOn: true });
    const waits = () => lyingIn(inbox, '{,working/**/}*.csv').length > 0;
    for (let look = 0; look < LOOKS && waits(); look++) {
      context.checkCancelled();
      await service.watched.look();
      time.elapsed += QUIET_MS;
    }
    context.checkCancelled();
    const { trouble, failed, folders: looked } = await client.watched.list();
    const words = trouble ?? looked.find((folder) => folder.trouble !== null)?.trouble ?? failed[0]?.message;
    if (words !== undefined) throw new AppError(/disk .*full/i.test(words) ? 'DISK_FULL' : 'STORE_UNUSABLE', words);
  });
}

const lyingIn = (folder: string, pattern: string) =>
  globSync(pattern, { cwd: folder }).filter((name) => basename(name) !== 'throughline-log.csv');

export const serviceJobs: readonly ServiceJob[] = [
  {
    name: 'scheduled reports',
    states: [sampled, sampled],
    async prepare(path) {
      mkdirSync(reportsBeside(path));
      await withService(path, (_client, service) => done(service, service.startSample(sample)));
    },
    run: (path, context) =>
      withService(path, async (client, service) => {
        for (const schedule of schedulesOf(path)) {
          context.checkCancelled();
          await client.reportSchedules.save(schedule);
          context.checkCancelled();
          const { jobId } = await client.reportSchedules.run({ report: schedule.id });
          await done(service, jobId);
        }
      }),
    checkBeside(path) {
      const folder = reportsBeside(path);
      const files = globSync('{*,.*}', { cwd: folder });
      const broken = files.filter((name) => !isWhole(readFileSync(join(folder, name)), name));
      const lacking = ['Records', 'Good by line'].filter((name) => !files.some((file) => file.startsWith(name)));
      return [
        ...broken.map((name) => `${name} lies in the folder of reports and is not whole`),
        ...lacking.map((name) => `there is no report '${name}'`),
      ];
    },
  },
  {
    name: 'watched folder',
    states: [
      [...sampled, ...imported(firstDay)],
      [...sampled, ...imported([...firstDay, ...secondDay])],
    ],
    async prepare(path) {
      mkdirSync(inboxBeside(path));
      await withService(path, async (client, service) => {
        await done(service, service.startSample(sample));
        const fileId = service.files.register(writeDayFile(dirname(path), 'first.csv', firstDay));
        const { profile } = await client.imports.inspect({ fileId });
        const decisions = gateDecisionsOf({ accept: ['all'] });
        await done(service, (await client.imports.start({ fileId, profile, decisions })).jobId);
      });
      writeDayFile(inboxBeside(path), 'day.csv', secondDay);
    },
    run: untilImported,
    checkBeside(path) {
      const lies = lyingIn(inboxBeside(path), '**/*.csv').map((name) => name.replaceAll('\\', '/'));
      const isRight = lies.length === 1 && /^done\/[\d-]+\/day\.csv$/.test(lies[0] ?? '');
      return isRight ? [] : [`the file lies at ${lies.join(', ') || 'no place'}`];
    },
  },
];

const END_OF_ARCHIVE = 0x06054b50;
const LENGTH_OF_END = 22;

/** Whether a report ends as one does: a workbook with its list of parts, a table with the count of its rows. */
function isWhole(bytes: Buffer, name: string): boolean {
  if (name.endsWith('.xlsx')) {
    return bytes.length > LENGTH_OF_END && bytes.readUInt32LE(bytes.length - LENGTH_OF_END) === END_OF_ARCHIVE;
  }
  return name.endsWith('.csv') && bytes.at(-1) === 0x0a;
}

/** A job by its name; null where it is none of these. */
export function serviceJob(name: string): ServiceJob | null {
  return serviceJobs.find((each) => each.name === name) ?? null;
}
