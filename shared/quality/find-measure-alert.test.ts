import { describe, expect, test } from 'vitest';
import { type MeasureAlert, measureAlertSchema } from '../contract/measure-alerts.ts';
import type { Column } from '../query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../query/report-query.ts';
import { findMeasureAlert as findWith } from './find-measure-alert.ts';

const press = { name: 'Press 1', filters: [{ field: 'line' as const, in: ['Press 1'] }], params: '' };
const limit: MeasureAlert = { ...press, of: 'limit', measure: 'scrapRate', side: 'above', limit: 0.03, days: 3 };
const chart: MeasureAlert = {
  ...press,
  of: 'chart',
  days: 30,
  view: {
    chart: 'individuals',
    points: 'day',
    measure: 'scrapRate',
    subgroup: 'shift',
    days: 5,
    rules: 'westernElectric',
    limits: 'chance',
  },
};

const findMeasureAlert = (alert: MeasureAlert, ask: Parameters<typeof findWith>[1]) => findWith(alert, ask, []);

/** A store of one value a day, which says what it was asked. */
function storeOf(days: readonly (readonly [string, number | null])[]) {
  const asked: ReportQueryInput[] = [];
  const ask = async (input: ReportQueryInput) => {
    asked.push(input);
    const { measures, from, to, orderBy, limit: most } = parseReportQuery(input);
    const rows = days
      .filter(([day]) => (from === undefined || day >= from) && (to === undefined || day <= to))
      .map(([day, value]) => [day, measures[0] === 'records' ? 1 : value]);
    if (orderBy[0]?.direction === 'desc') rows.reverse();
    const columns = ['day', ...measures].map(
      (name): Column => ({ name, type: 'ratio', unit: name === 'day' ? null : '%' }),
    );
    return { columns, rows: rows.slice(0, most) };
  };
  return { ask, asked };
}

const days = (...values: (number | null)[]) =>
  values.map((value, at) => [`2024-03-${String(at + 1).padStart(2, '0')}`, value] as const);

test('three production days in a row over the limit are found; a day without a value is none of them', async () => {
  const { ask, asked } = storeOf(days(0.01, 0.04, null, 0.05, 0.06));
  expect(await findMeasureAlert(limit, ask)).toEqual({
    alert: limit,
    from: '2024-03-02',
    to: '2024-03-05',
    value: 0.06,
    unit: '%',
    limit: 0.03,
    rule: null,
    side: 'above',
    points: 3,
  });
  expect(asked.every(({ filters }) => filters === limit.filters)).toBe(true);
});

test('two days over it, three with one at the limit, or none at all are not', async () => {
  expect(await findMeasureAlert(limit, storeOf(days(0.01, 0.04, 0.05)).ask)).toBeNull();
  expect(await findMeasureAlert(limit, storeOf(days(0.04, 0.03, 0.05, 0.05)).ask)).toBeNull();
  expect(await findMeasureAlert(limit, storeOf([]).ask)).toBeNull();
  expect(await findMeasureAlert({ ...limit, side: 'below' }, storeOf(days(0.01, 0.01, 0.01)).ask)).not.toBeNull();
});

test('a rule of a control chart counts while the newest point breaks it', async () => {
  const calm = [0.01, 0.012, 0.011, 0.009, 0.01, 0.011, 0.01, 0.012, 0.009, 0.011];
  expect(await findMeasureAlert(chart, storeOf(days(...calm, 0.05)).ask)).toMatchObject({
    to: '2024-03-11',
    value: 0.05,
    rule: 'beyondLimits',
    side: 'above',
    points: 1,
  });
  expect(await findMeasureAlert(chart, storeOf(days(...calm, 0.05, 0.01)).ask)).toBeNull();
});

describe('limits that are kept', () => {
  const kept = {
    measure: 'scrapRate',
    item: null,
    line: null,
    since: null,
    lower: 0.01,
    upper: 0.04,
    target: null,
  } as const;
  const held: MeasureAlert = { ...press, of: 'specification', measure: 'scrapRate', days: 2 };

  test('are passed on either side, each day held against what was asked on it', async () => {
    const later = { ...kept, since: '2024-03-03', upper: 0.08 };
    const found = (values: number[]) => findWith(held, storeOf(days(...values)).ask, [kept, later]);
    expect(await found([0.05, 0.05])).toMatchObject({ side: 'above', limit: 0.04, points: 2, from: '2024-03-01' });
    expect(await found([0.02, 0.05, 0.05])).toBeNull();
    expect(await found([0.02, 0.05, 0.09])).toMatchObject({ side: 'above', limit: 0.08, points: 2 });
    expect(await found([0.02, 0.02, 0.09, 0.001])).toMatchObject({ side: 'below', limit: 0.01, from: '2024-03-03' });
  });

  test('are those nearest to what is watched; without any it says what to do', async () => {
    const ofPress = { ...kept, line: 'Press 1', upper: 0.5 };
    expect(await findWith(held, storeOf(days(0.05, 0.05)).ask, [kept, ofPress])).toBeNull();
    await expect(findWith(held, storeOf(days(0.05, 0.05)).ask, [])).rejects.toThrow(
      'No limits are kept for Scrap rate',
    );
    const target = { ...kept, lower: null, upper: null, target: 0.02 };
    await expect(findWith(held, storeOf(days(0.05)).ask, [target])).rejects.toThrow('Keep some on Quality');
  });
});

test('what is kept is checked: a measure that there is, days within reason', () => {
  expect(measureAlertSchema.safeParse(limit).success).toBe(true);
  expect(measureAlertSchema.safeParse(chart).success).toBe(true);
  expect(measureAlertSchema.safeParse({ ...limit, measure: 'beauty' }).success).toBe(false);
  expect(measureAlertSchema.safeParse({ ...limit, days: 0 }).success).toBe(false);
  expect(measureAlertSchema.safeParse({ ...chart, days: 801 }).success).toBe(false);
});
