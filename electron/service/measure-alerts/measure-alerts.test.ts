import { expect, test } from 'vitest';
import type { FoundMeasureAlert, MeasureAlert } from '../../../shared/contract/measure-alerts.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { MeasureAlerts } from './measure-alerts.ts';

const HOUR_MS = 60 * 60 * 1_000;
const alertOf = (name: string): MeasureAlert => ({
  name,
  of: 'limit',
  measure: 'scrapRate',
  side: 'above',
  limit: 0.03,
  days: 1,
  filters: [],
  params: '',
});

/** A watch over a store of one day, whose scrap rate a test sets. */
function watchOver({ names = ['Scrap'] }: { names?: string[] } = {}) {
  const state = { rate: 0.01, nowMs: 0, isIdle: true, asked: 0, fails: false };
  const told: FoundMeasureAlert[] = [];
  const failures: string[] = [];
  const ask = async ({ measures }: ReportQueryInput): Promise<Answer> => {
    state.asked++;
    if (state.fails) throw new Error('The disk is away.');
    const value = measures[0] === 'records' ? 1 : state.rate;
    return {
      columns: ['day', ...measures].map((name) => ({ name, type: 'ratio' as const, unit: null })),
      rows: [['2024-03-01', value]],
      groups: 1,
      asOf: '2024-03-02T00:00:00Z',
      elapsedMs: 0,
      plan: {
        partitions: [],
        flaws: [],
        source: { of: 'columns' },
        reasons: [],
        statements: [],
        slices: 0,
        recordsRead: 0,
        waitMs: 0,
        steps: [],
      },
    };
  };
  const watch = new MeasureAlerts({
    specifications: async () => [],
    list: async () => names.map(alertOf),
    ask,
    isIdle: () => state.isIdle,
    onFound: (found) => told.push(found),
    onFailure: (what) => failures.push(what),
    now: () => state.nowMs,
  });
  return { watch, state, told, failures };
}

test('what an import brings is told once and listed while it lasts', async () => {
  const { watch, state, told } = watchOver();
  await watch.lookWhenDue();
  expect((await watch.told()).found).toEqual([]);
  state.rate = 0.05;
  for (let times = 0; times < 3; times++) {
    watch.noteChange();
    await watch.lookWhenDue();
  }
  expect(told).toMatchObject([{ alert: { name: 'Scrap' }, value: 0.05 }]);
  expect((await watch.told()).found).toHaveLength(1);
  state.rate = 0.01;
  watch.noteChange();
  await watch.lookWhenDue();
  expect((await watch.told()).found).toEqual([]);
});

test('what was there when the program began, or is found as it begins to be watched, is listed and not told', async () => {
  const { watch, state, told } = watchOver();
  state.rate = 0.05;
  watch.noteChange();
  await watch.lookWhenDue();
  await watch.look();
  expect((await watch.told()).found).toHaveLength(1);
  expect(told).toEqual([]);
});

test('it looks after a change and each hour, and never while something else is to be done', async () => {
  const { watch, state } = watchOver();
  await watch.lookWhenDue();
  const once = state.asked;
  await watch.lookWhenDue();
  expect(state.asked).toBe(once);
  state.nowMs = HOUR_MS;
  state.isIdle = false;
  await watch.lookWhenDue();
  expect(state.asked).toBe(once);
  state.isIdle = true;
  await watch.lookWhenDue();
  expect(state.asked).toBe(2 * once);
  watch.noteChange();
  await watch.lookWhenDue();
  expect(state.asked).toBe(3 * once);
});

test('one that cannot be looked at is listed with why; nothing is asked once the store closes', async () => {
  const { watch, state, failures } = watchOver({ names: ['A', 'B'] });
  state.fails = true;
  await watch.look();
  expect((await watch.told()).failed).toEqual([
    { name: 'A', message: 'The disk is away.' },
    { name: 'B', message: 'The disk is away.' },
  ]);
  expect(failures).toHaveLength(2);
  await watch.close();
  const asked = state.asked;
  await watch.look();
  expect(state.asked).toBe(asked);
});
