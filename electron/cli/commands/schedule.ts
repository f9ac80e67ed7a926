import { type Schedule, type ScheduledTask, type TaskName, taskNames } from '../../../shared/contract/schedule.ts';
import { ruleWords, scheduleWords } from '../../../shared/text/schedule.ts';
import { usageError } from '../arguments.ts';
import type { Outcome, StoreCommand, StoreInvocation } from '../command.ts';
import { formatTable } from '../table.ts';

const words = scheduleWords.en;

export const schedule: StoreCommand = {
  name: 'schedule',
  parameters: '[list | on TASK | off TASK | set TASK RULE]',
  summary: `Shows what the program does by itself while it is open, when next and what came of it last, or changes it, also beside an open window. TASK is one of ${taskNames.join(', ')}; RULE is minute, hour, day, month and day of the week, as in "10 2 * * *".`,
  store: 'read',
  options: {},
  async run(invocation) {
    const [action = 'list', ...rest] = invocation.positionals;
    const run = actions.get(action);
    if (!run) throw usageError(schedule, `'${action}' is not understood.`);
    return shown(await run(invocation, rest));
  },
};

type Action = (invocation: StoreInvocation, rest: string[]) => Promise<Schedule>;

const actions = new Map<string, Action>([
  [
    'list',
    ({ client }, rest) => {
      if (rest.length > 0) throw usageError(schedule, `'${rest[0]}' is not understood.`);
      return client.schedule.list();
    },
  ],
  ['on', ({ client }, rest) => client.schedule.change({ task: onlyTask(rest), isOn: true })],
  ['off', ({ client }, rest) => client.schedule.change({ task: onlyTask(rest), isOn: false })],
  [
    'set',
    ({ client }, [task, ...parts]) => {
      // A shell that is not told to keep them together hands over the five parts one by one.
      if (parts.length === 0) throw usageError(schedule, 'Which rule?');
      return client.schedule.change({ task: taskOf(task), rule: parts.join(' '), isOn: true });
    },
  ],
]);

function onlyTask([task, ...more]: string[]): TaskName {
  if (more.length > 0) throw usageError(schedule, `'${more[0]}' is not understood.`);
  return taskOf(task);
}

function taskOf(name: string | undefined): TaskName {
  const task = taskNames.find((each) => each === name);
  if (!task) throw usageError(schedule, name === undefined ? 'Which task?' : `There is no task '${name}'.`);
  return task;
}

function shown(found: Schedule): Outcome {
  const table = formatTable(
    ['task', 'when', 'next', 'last', 'result'].map((title) => ({ title, align: 'left' })),
    found.tasks.map((task) => [
      task.task,
      ruleWords(task.rule, words),
      nextOf(task, found.timeZone),
      task.last?.finishedAt ? localTime(task.last.finishedAt, found.timeZone) : null,
      task.last?.message ?? null,
    ]),
  );
  return { json: found, text: `Times of ${found.timeZone}; done while the program is open.\n\n${table}` };
}

function nextOf({ isOn, needs, waitsFor, isOwed, nextRunAt }: ScheduledTask, timeZone: string): string | null {
  if (!isOn) return 'off';
  if (needs !== null) return words.needs[needs];
  if (waitsFor !== null) return isOwed ? `${words.waitsFor[waitsFor]}. ${words.owed}` : words.waitsFor[waitsFor];
  return nextRunAt && localTime(nextRunAt, timeZone);
}

/** 'YYYY-MM-DD HH:MM' as the clock of a zone shows an instant; Sweden writes it so. */
function localTime(instant: string, timeZone: string): string {
  return new Date(instant).toLocaleString('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
}
