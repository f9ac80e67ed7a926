import { describe, expect, test } from 'vitest';
import { createRandom } from '../../../db/sample/random.ts';
import {
  afterStart,
  begin,
  dueRun,
  finish,
  nextRun,
  remembered,
  type TaskMemory,
  taskMemorySchema,
  tryOf,
} from './occurrences.ts';
import { parseRule, type Rule } from './rule.ts';
import { readWallTime, wallTime, writeWallTime } from './wall-time.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/** A task of which every run that is due is done at once, with a clock that the test sets. */
class Task {
  readonly #rule: Rule;
  readonly runs: string[] = [];
  #memory: TaskMemory | undefined;

  constructor(rule: string) {
    this.#rule = parseRule(rule);
  }

  look(instant: number | string, zone = 'Europe/Berlin'): void {
    const now = wallTime(typeof instant === 'number' ? instant : Date.parse(instant), zone);
    const memory = remembered(this.#memory, this.#rule, now);
    const run = dueRun(memory, this.#rule, now);
    if (run !== null) this.runs.push(writeWallTime(run));
    this.#memory = run === null ? memory : finish(memory, run);
  }

  /** What a start of the program reads of what was written. */
  restart(): void {
    this.#memory = taskMemorySchema.parse(JSON.parse(JSON.stringify(this.#memory)));
  }

  /** Looks every few minutes from one instant to another, the last one left out. */
  live(from: string, to: string, zone?: string, everyMs = 5 * MINUTE_MS): void {
    for (let at = Date.parse(from); at < Date.parse(to); at += everyMs) this.look(at, zone);
  }
}

test('a rule begins with the present, and so does one that was changed', () => {
  const task = new Task('10 2 * * *');
  task.look('2026-05-10T12:00Z');
  expect(task.runs).toEqual([]);
  const rule = parseRule('10 2 * * *');
  const ran = finish(remembered(undefined, rule, readWallTime('2026-05-09T02:10')), readWallTime('2026-05-10T02:10'));
  const changed = remembered(ran, parseRule('0 1 * * *'), readWallTime('2026-05-10T12:00'));
  expect(dueRun(changed, parseRule('0 1 * * *'), readWallTime('2026-05-10T12:00'))).toBeNull();
  expect(changed).toEqual({ rule: '0 1 * * *', passed: '2026-05-10T12:00', ran: [], begun: null });
});

test('what was missed, asleep or closed, is caught up with by one run', () => {
  const task = new Task('10 2 * * *');
  task.look('2026-05-10T12:00Z');
  task.restart();
  task.live('2026-05-17T07:00Z', '2026-05-17T12:00Z');
  task.restart();
  task.live('2026-05-17T12:00Z', '2026-05-18T12:00Z');
  expect(task.runs).toEqual(['2026-05-17T02:10', '2026-05-18T02:10']);
});

describe('a night of another length', () => {
  test('in which the hour is left out runs once, when the wall has passed it', () => {
    const task = new Task('10 2 * * *');
    task.live('2026-03-27T12:00Z', '2026-03-29T01:00Z');
    expect(task.runs).toEqual(['2026-03-28T02:10']);
    task.look('2026-03-29T01:00Z');
    expect(task.runs).toEqual(['2026-03-28T02:10', '2026-03-29T02:10']);
    task.live('2026-03-29T01:05Z', '2026-03-30T12:00Z');
    expect(task.runs).toEqual(['2026-03-28T02:10', '2026-03-29T02:10', '2026-03-30T02:10']);
  });

  test('in which the hour comes twice runs in the first of them and not again, restarted in between or not', () => {
    const task = new Task('10 2 * * *');
    task.live('2026-10-24T12:00Z', '2026-10-25T00:30Z');
    expect(task.runs).toEqual(['2026-10-25T02:10']);
    task.restart();
    task.live('2026-10-25T00:30Z', '2026-10-26T12:00Z');
    expect(task.runs).toEqual(['2026-10-25T02:10', '2026-10-26T02:10']);
  });

  test('that was begun with what the day before had missed does not take that up when the hour comes again', () => {
    const task = new Task('10 2 * * *');
    task.look('2026-10-23T12:00Z');
    task.live('2026-10-25T00:10Z', '2026-10-26T00:00Z', 'Europe/Berlin', MINUTE_MS);
    expect(task.runs).toEqual(['2026-10-25T02:10']);
  });
});

describe('a clock that jumps', () => {
  const weekOf = (...days: number[]) => days.map((day) => `2026-05-${day}T02:10`);

  test('forward, and back by as much, runs every day once', () => {
    for (const hours of [1, 5, 14, 24, 62, 24 * 40]) {
      const task = new Task('10 2 * * *');
      task.live('2026-05-09T12:00Z', '2026-05-10T10:00Z');
      task.look(Date.parse('2026-05-10T10:00Z') + hours * HOUR_MS);
      task.live('2026-05-10T10:05Z', '2026-05-20T10:00Z');
      const wrongly = task.runs[1] ?? '';
      const rightly = weekOf(10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20);
      expect(task.runs.toSorted(), `${hours} hours`).toEqual([...new Set([...rightly, wrongly])].toSorted());
    }
  });

  test('to another decade and back neither keeps the next run away nor repeats the last one', () => {
    for (const wrong of ['2000-01-01T00:00Z', '2035-06-01T12:00Z']) {
      const task = new Task('10 2 * * *');
      task.live('2026-05-09T12:00Z', '2026-05-10T10:00Z');
      task.look(wrong);
      task.restart();
      task.live('2026-05-10T10:05Z', '2026-05-12T10:00Z');
      expect(
        task.runs.filter((run) => run.startsWith('2026')),
        wrong,
      ).toEqual(weekOf(10, 11, 12));
    }
  });

  test('back over a run does not repeat it', () => {
    const task = new Task('10 2 * * *');
    task.live('2026-05-09T12:00Z', '2026-05-10T00:30Z');
    task.live('2026-05-09T23:00Z', '2026-05-10T12:00Z');
    expect(task.runs).toEqual(weekOf(10));
  });
});

test('who flies to another zone finds every local day run once', () => {
  const flights: [string, string, string][] = [
    ['Asia/Seoul', 'America/New_York', '2026-05-12T03:00Z'],
    ['America/New_York', 'Asia/Seoul', '2026-05-12T05:00Z'],
    ['Pacific/Kiritimati', 'Pacific/Pago_Pago', '2026-05-12T12:30Z'],
    ['Pacific/Pago_Pago', 'Pacific/Kiritimati', '2026-05-12T12:30Z'],
  ];
  for (const [from, to, landed] of flights) {
    const task = new Task('10 2 * * *');
    task.live('2026-05-10T13:00Z', landed, from);
    task.restart();
    task.live(landed, '2026-05-15T13:00Z', to);
    expect(new Set(task.runs).size, `${from} to ${to}: ${task.runs}`).toBe(task.runs.length);
    const days = task.runs.map((run) => Date.parse(run.slice(0, 10)) / DAY_MS);
    const first = days[0] ?? 0;
    // A day that the flight skipped is caught up with by the next.
    expect(days.every((day, at) => at === 0 || day > (days[at - 1] ?? 0))).toBe(true);
    expect((days.at(-1) ?? 0) - first + 1 - days.length, `${from} to ${to}: ${task.runs}`).toBeLessThanOrEqual(1);
  }
});

describe('over a year of days', () => {
  const random = createRandom(2026);
  const zones = ['Europe/Berlin', 'America/New_York', 'Asia/Seoul'];
  // An hour of each zone comes twice or not at all: of Berlin the one after two, of New York that after one or two.
  const rules = [
    '30 1 * * *',
    '30 2 * * *',
    '0 0 * * *',
    `${random.below(60)} ${random.below(24)} * * *`,
    '30 2 * * 0',
    '10 2 29 * *',
  ];

  /** Every time that a rule names in the year, in order. */
  function named(text: string): string[] {
    const rule = parseRule(text);
    const times: string[] = [];
    const end = readWallTime('2027-01-01T00:00');
    for (let next = rule.next(readWallTime('2025-12-31T23:59')); next !== null && next < end; next = rule.next(next)) {
      times.push(writeWallTime(next));
    }
    return times;
  }

  /** Clocks are put forward and back on Sundays, where looks are close together. */
  const pause = (at: number) => (1 + random.below(new Date(at).getUTCDay() % 6 === 0 ? 20 : 240)) * MINUTE_MS;

  test.each(zones)('in %s each rule runs exactly once at each time it names', (zone) => {
    const tasks = rules.map((rule) => ({ rule, task: new Task(rule) }));
    for (let at = Date.parse('2025-12-30T00:00Z'); at < Date.parse('2027-01-03T00:00Z'); at += pause(at)) {
      for (const { task } of tasks) task.look(at, zone);
      if (random.chance(0.01)) for (const { task } of tasks) task.restart();
    }
    for (const { rule, task } of tasks) {
      const ofTheYear = task.runs.filter((run) => run.startsWith('2026'));
      expect(ofTheYear, `${rule} in ${zone}`).toEqual(named(rule));
    }
  });

  test('with a machine that is off for hours or days, or put right by minutes, nothing runs twice and nothing waits', () => {
    const rule = parseRule('10 2 * * *');
    const pauses = [20 * MINUTE_MS, 9 * HOUR_MS, 3 * DAY_MS, -7 * MINUTE_MS];
    for (const zone of zones) {
      const task = new Task(rule.text);
      let covered = '2026-01-01T02:10';
      for (let at = Date.parse('2026-01-01T12:00Z'); at < Date.parse('2026-12-31T00:00Z'); at += random.pick(pauses)) {
        task.look(at, zone);
        const latest = writeWallTime(rule.latest(wallTime(at, zone)) ?? 0);
        if (latest > covered) covered = latest;
        expect(task.runs.at(-1) ?? '2026-01-01T02:10', zone).toBe(covered);
      }
      expect(new Set(task.runs).size, zone).toBe(task.runs.length);
    }
  });
});

test('the next run is the first that the rule names and that was not done already', () => {
  const rule = parseRule('10 2 * * *');
  const memory = finish(
    remembered(undefined, rule, readWallTime('2026-05-10T12:00')),
    readWallTime('2026-05-11T02:10'),
  );
  const next = nextRun(memory, rule, readWallTime('2026-05-10T23:00'));
  expect(writeWallTime(next ?? 0)).toBe('2026-05-12T02:10');
});

describe('a run that the end of the program cut short', () => {
  const rule = parseRule('10 2 * * *');
  const run = readWallTime('2026-05-11T02:10');
  const known = remembered(undefined, rule, readWallTime('2026-05-10T12:00'));
  const begun = (tries: number) => begin(known, run, { jobId: 'a', tries });
  const isDue = (memory: TaskMemory) => dueRun(memory, rule, readWallTime('2026-05-11T09:00')) === run;

  test('is tried once more', () => {
    expect(tryOf(known, run)).toBe(1);
    const again = afterStart(begun(1), () => false);
    expect([isDue(again), tryOf(again, run)]).toEqual([true, 2]);
    expect(tryOf(again, readWallTime('2026-05-12T02:10'))).toBe(1);
  });

  test('is over after the second time, and where its job came to its end before it could be noted', () => {
    expect(isDue(afterStart(begun(2), () => false))).toBe(false);
    expect(isDue(afterStart(begun(1), (jobId) => jobId === 'a'))).toBe(false);
  });
});
