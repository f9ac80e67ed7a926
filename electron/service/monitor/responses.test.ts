import { expect, test } from 'vitest';
import type { HeldRun } from './held-runs.ts';
import { lastHourOf, responsesOf } from './responses.ts';

const now = Date.parse('2026-03-02T12:00:30.000Z');

function run(at: string, elapsedMs: number, changes: Partial<HeldRun> = {}): HeldRun {
  return {
    atMs: Date.parse(`2026-03-02T${at}.000Z`),
    kind: 'report',
    shape: 'report of total; all days',
    elapsedMs,
    source: { of: 'columns' },
    outcome: 'answered',
    ...changes,
  };
}

test('the last hour is the last hour, of what was answered', () => {
  const runs = [
    run('11:00:29', 900),
    run('11:00:30', 10),
    run('12:00:00', 20),
    run('12:00:01', 5_000, { outcome: 'failed' }),
  ];
  expect(lastHourOf(runs, now)).toEqual({ count: 2, p50: 10, p95: 20, p99: 20, worst: 20 });
  expect(lastHourOf([run('09:00:00', 1)], now)).toBeNull();
});

test('minutes are in order, without those in which nothing was answered, for three hours', () => {
  const runs = [
    run('09:00:29', 1),
    run('09:00:31', 2),
    run('11:59:00', 3),
    run('11:59:59', 5),
    run('12:00:00', 7),
    run('12:00:10', 9, { outcome: 'cancelled' }),
  ];
  expect(responsesOf(runs, now).overTime.map(({ at, count, worst }) => [at, count, worst])).toEqual([
    ['2026-03-02T09:00:00.000Z', 1, 2],
    ['2026-03-02T11:59:00.000Z', 2, 5],
    ['2026-03-02T12:00:00.000Z', 1, 7],
  ]);
});

test('kinds are those that were asked, over all that is kept', () => {
  const runs = [run('01:00:00', 4, { kind: 'page' }), run('12:00:00', 6), run('12:00:01', 8)];
  expect(responsesOf(runs, now).byKind.map(({ kind, count, p50 }) => [kind, count, p50])).toEqual([
    ['report', 2, 6],
    ['page', 1, 4],
  ]);
});

test('shapes come by the time they took altogether, with what answered last', () => {
  const rare = { shape: 'report of lots; all days' };
  const runs = [
    run('10:00:00', 50, rare),
    run('10:00:01', 30),
    run('10:00:02', 20),
    run('10:00:03', 10, { source: { of: 'rollup', rollup: 'items', in: 'memory' } }),
  ];
  expect(responsesOf(runs, now).byShape).toEqual([
    {
      shape: 'report of total; all days',
      kind: 'report',
      lastAt: '2026-03-02T10:00:03.000Z',
      source: { of: 'rollup', rollup: 'items', in: 'memory' },
      totalMs: 60,
      count: 3,
      p50: 20,
      p95: 30,
      p99: 30,
      worst: 30,
    },
    {
      shape: 'report of lots; all days',
      kind: 'report',
      lastAt: '2026-03-02T10:00:00.000Z',
      source: { of: 'columns' },
      totalMs: 50,
      count: 1,
      p50: 50,
      p95: 50,
      p99: 50,
      worst: 50,
    },
  ]);
});

test('no more than fifty shapes are told', () => {
  const runs = Array.from({ length: 60 }, (_, at) => run('10:00:00', at, { shape: `shape ${at}` }));
  const { byShape } = responsesOf(runs, now);
  expect(byShape.map(({ shape }) => shape)).toEqual(Array.from({ length: 50 }, (_, at) => `shape ${59 - at}`));
});
