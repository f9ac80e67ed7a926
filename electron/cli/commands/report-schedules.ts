import {
  type ReportScheduleStatus,
  type ReportSchedules,
  reportScheduleSchema,
} from '../../../shared/contract/report-schedules.ts';
import { describeIssues } from '../../../shared/query/report-query.ts';
import { reportScheduleWords, reportWhenWords } from '../../../shared/text/report-schedules.ts';
import { readJsonArgument, usageError } from '../arguments.ts';
import type { Outcome, StoreCommand, StoreInvocation } from '../command.ts';
import { finishJob } from '../run-job.ts';
import { formatTable } from '../table.ts';

const words = reportScheduleWords.en;

export const reportSchedules: StoreCommand = {
  name: 'report-schedules',
  parameters: '[list | add JSON|@FILE|- | run NAME | pause NAME | resume NAME | remove NAME | history]',
  summary:
    'Shows which reports are written into folders by the clock while the program is open, writes one now, also beside an open window, or tells what was written. Reports are scheduled in the window, or with `add` as report-schedules.json of a store holds them; id, view, wording and isOn may be left out.',
  store: 'read',
  options: {},
  async run(invocation) {
    const [action = 'list', ...rest] = invocation.positionals;
    const run = actions.get(action);
    if (!run) throw usageError(reportSchedules, `'${action}' is not understood.`);
    return run(invocation, rest);
  },
};

/** What may be left out of a report that is added; the id as well. */
const byDefault = {
  isOn: true,
  wording: { language: 'en', locale: 'en-GB' },
  view: { screen: 'explore', params: '' },
};

type Action = (invocation: StoreInvocation, rest: string[]) => Promise<Outcome>;

const actions = new Map<string, Action>([
  ['list', async ({ client }, rest) => listed(rest, await client.reportSchedules.list())],
  ['history', async ({ client }, rest) => historyOf(rest, await client.reportSchedules.list())],
  [
    'add',
    async ({ client }, [argument, ...more]) => {
      if (argument === undefined || more.length > 0)
        throw usageError(reportSchedules, 'One report, please, quoted as one argument.');
      const given = await readJsonArgument(argument);
      const parsed = reportScheduleSchema.safeParse(
        typeof given === 'object' ? { ...byDefault, id: crypto.randomUUID(), ...given } : given,
      );
      if (!parsed.success)
        throw usageError(reportSchedules, `The report cannot be read: ${describeIssues(parsed.error)}.`);
      return listed([], await client.reportSchedules.save(parsed.data));
    },
  ],
  [
    'run',
    async (invocation, rest) => {
      const report = nameOf(rest);
      const { jobId } = await invocation.client.reportSchedules.run({ report });
      const { result, message } = await finishJob(invocation, jobId);
      return { json: result, text: message };
    },
  ],
  ['pause', ({ client }, rest) => turn(client, rest, false)],
  ['resume', ({ client }, rest) => turn(client, rest, true)],
  [
    'remove',
    async ({ client }, rest) => {
      const { schedule } = await found(client, rest);
      return listed([], await client.reportSchedules.remove({ id: schedule.id }));
    },
  ],
]);

type Client = StoreInvocation['client'];

async function turn(client: Client, rest: string[], isOn: boolean): Promise<Outcome> {
  const { schedule } = await found(client, rest);
  return listed([], await client.reportSchedules.turn({ id: schedule.id, isOn }));
}

async function found(client: Client, rest: string[]): Promise<ReportScheduleStatus> {
  const name = nameOf(rest);
  const { schedules } = await client.reportSchedules.list();
  const status = schedules.find(({ schedule }) => schedule.name === name);
  if (!status) throw usageError(reportSchedules, `There is no scheduled report '${name}'.`);
  return status;
}

/** A shell that is not told to keep them together hands over the words of a name one by one. */
function nameOf(rest: string[]): string {
  if (rest.length === 0) throw usageError(reportSchedules, 'Which report?');
  return rest.join(' ');
}

function listed(rest: string[], all: ReportSchedules): Outcome {
  if (rest.length > 0) throw usageError(reportSchedules, `'${rest[0]}' is not understood.`);
  const table = formatTable(
    ['report', 'range', 'when', 'next', 'last', 'folder'].map((title) => ({ title, align: 'left' })),
    all.schedules.map((status) => [
      status.schedule.name,
      words.ranges[status.schedule.range],
      reportWhenWords(status.schedule.when, 'en'),
      nextOf(status, all.timeZone),
      status.last && `${localTime(status.last.at, all.timeZone)} ${status.last.state}`,
      status.schedule.folder,
    ]),
  );
  const none = 'No report is written by the clock. Schedule one in the window.';
  const text = `Times of ${all.timeZone}; written while the program is open.\n\n${table}`;
  return { json: all, text: all.schedules.length === 0 ? none : text };
}

function historyOf(rest: string[], { history, timeZone }: ReportSchedules): Outcome {
  if (rest.length > 0) throw usageError(reportSchedules, `'${rest[0]}' is not understood.`);
  const table = formatTable(
    [
      ...['written', 'report', 'from', 'to'].map((title) => ({ title, align: 'left' as const })),
      ...['rows', 'bytes'].map((title) => ({ title, align: 'right' as const })),
      { title: 'file, or why there is none', align: 'left' as const },
    ],
    history.map(({ at, name, from, to, rows, bytes, file, message }) => [
      localTime(at, timeZone),
      name,
      from,
      to,
      rows === null ? null : String(rows),
      bytes === null ? null : String(bytes),
      file ?? message,
    ]),
  );
  return { json: { history }, text: history.length === 0 ? 'Nothing was written yet.' : table };
}

function nextOf({ schedule, trouble, waitsFor, nextRunAt }: ReportScheduleStatus, timeZone: string): string | null {
  if (!schedule.isOn) return 'paused';
  return trouble ?? (waitsFor === null ? nextRunAt && localTime(nextRunAt, timeZone) : words.waitsFor[waitsFor]);
}

/** 'YYYY-MM-DD HH:MM' as the clock of a zone shows an instant; Sweden writes it so. */
function localTime(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}
