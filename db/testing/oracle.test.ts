import { expect, test } from 'vitest';
import { dayFromIso } from '../../shared/domain/day.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import type { ReasonAmount, RecordDraft } from '../import/rows/record-draft.ts';
import { emptyDraft } from './draft.ts';
import { answerByBruteForce, valuesByBruteForce } from './oracle.ts';

const units = (count: number) => Math.round(count * 1_000_000);

function reasons(amounts: Record<string, number>): ReasonAmount[] {
  return Object.entries(amounts).map(([reason, amount]) => ({ reason, amount: units(amount) }));
}

function record(date: string, fields: Partial<RecordDraft>): RecordDraft {
  return { ...emptyDraft, day: dayFromIso(date) ?? Number.NaN, ...fields };
}

function ask(records: RecordDraft[], query: ReportQueryInput) {
  return answerByBruteForce(records, parseReportQuery(query));
}

const threeShifts = [
  record('2024-12-30', {
    line: 'Press',
    lotNumber: 'L1',
    goodQuantity: units(90),
    defectQuantity: units(10),
    defects: reasons({ Burr: 6, Crack: 3 }),
  }),
  record('2024-12-31', {
    line: 'Press',
    lotNumber: 'L1',
    goodQuantity: units(95),
    defectQuantity: units(5),
    defects: reasons({ Burr: 5 }),
  }),
  record('2025-01-01', { line: 'Mixer', lotNumber: 'L2', goodQuantity: units(0.5), downMinutes: units(7) }),
];

test('without dimensions there is one row, also over no records', () => {
  const query = { measures: ['records', 'lots', 'good', 'yield'] as const };
  expect(ask(threeShifts, { measures: [...query.measures] })).toEqual({
    columns: ['records', 'lots', 'good', 'yield'],
    rows: [[3, 2, 185.5, 185 / 200]],
    groups: 1,
  });
  expect(ask([], { measures: [...query.measures] }).rows).toEqual([[0, 0, null, null]]);
});

test('with dimensions there are only the groups that have records', () => {
  expect(ask([], { measures: ['records'], dimensions: ['line'] })).toMatchObject({ rows: [], groups: 0 });
  expect(ask(threeShifts, { measures: ['records'], dimensions: ['year', 'line'] }).rows).toEqual([
    ['2024', 'Press', 2],
    ['2025', 'Mixer', 1],
  ]);
});

test('periods are named after the production day, weeks by ISO 8601', () => {
  expect(ask(threeShifts, { measures: ['good'], dimensions: ['week', 'quarter'] }).rows).toEqual([
    ['2025-W01', '2024-Q4', 185],
    ['2025-W01', '2025-Q1', 0.5],
  ]);
});

test('both ends of a range belong to it', () => {
  expect(ask(threeShifts, { measures: ['records'], from: '2024-12-31', to: '2025-01-01' }).rows).toEqual([[2]]);
  expect(ask(threeShifts, { measures: ['records'], to: '2024-12-30' }).rows).toEqual([[1]]);
});

test('a sum is exact however its parts are added, beyond what a double holds', () => {
  const thirds = Array.from({ length: 10 }, () => record('2024-01-01', { goodQuantity: 100_000 }));
  expect(ask(thirds, { measures: ['good'] }).rows).toEqual([[1]]);
  const many = Array.from({ length: 2_000 }, () => record('2024-01-01', { goodQuantity: 9_000_000_000_000_001 }));
  expect(ask(many, { measures: ['good'] }).rows).toEqual([[Number('18000000000000.002')]]);
});

test('defects by reason are what each reason has, and null what no reason explains', () => {
  const query: ReportQueryInput = { measures: ['defects', 'records', 'lots'], dimensions: ['defectReason'] };
  expect(ask(threeShifts, query).rows).toEqual([
    ['Burr', 11, 2, 1],
    ['Crack', 3, 1, 1],
    [null, 1, 1, 1],
  ]);
});

test('reasons beyond the recorded total, or without one, leave no rest', () => {
  const records = [
    record('2024-01-01', { line: 'A', defectQuantity: units(2), defects: reasons({ Burr: 3 }) }),
    record('2024-01-01', { line: 'B', defects: reasons({ Burr: 4 }) }),
    record('2024-01-01', { line: 'C', defectQuantity: 0 }),
  ];
  expect(ask(records, { measures: ['defects', 'records'], dimensions: ['defectReason'] }).rows).toEqual([
    ['Burr', 7, 2],
  ]);
});

test('a reason named twice in a record is one record of that reason', () => {
  const twice = record('2024-01-01', { defects: [...reasons({ Burr: 1 }), ...reasons({ Burr: 2 })] });
  expect(ask([twice], { measures: ['defects', 'records'], dimensions: ['defectReason'] }).rows).toEqual([
    ['Burr', 3, 1],
  ]);
});

test('downtime by reason works alike', () => {
  expect(ask(threeShifts, { measures: ['downMinutes', 'records'], dimensions: ['downtimeReason'] }).rows).toEqual([
    [null, 7, 1],
  ]);
});

test('a filter on the reason that a query groups by keeps only its groups', () => {
  const query: ReportQueryInput = {
    measures: ['defects', 'records'],
    dimensions: ['defectReason'],
    filters: [{ field: 'defectReason', in: ['Crack', null] }],
  };
  expect(ask(threeShifts, query).rows).toEqual([
    ['Crack', 3, 1],
    [null, 1, 1],
  ]);
});

test('a filter on a reason keeps whole records where the query does not group by it', () => {
  const goodWith = (values: (string | null)[]) =>
    ask(threeShifts, { measures: ['good', 'defects'], filters: [{ field: 'defectReason', in: values }] }).rows;
  expect(goodWith(['Crack'])).toEqual([[90, 10]]);
  expect(goodWith(['Crack', 'Burr'])).toEqual([[185, 15]]);
  expect(goodWith([null])).toEqual([[90, 10]]);
  expect(goodWith(['Leak'])).toEqual([[null, null]]);
});

test('a filter on the other kind of reason picks records before they are split', () => {
  const stopped = { ...threeShifts[0], downtimes: reasons({ Jam: 1 }) } as RecordDraft;
  const query: ReportQueryInput = {
    measures: ['defects'],
    dimensions: ['defectReason'],
    filters: [{ field: 'downtimeReason', in: ['Jam'] }],
  };
  expect(ask([...threeShifts, stopped], query).rows).toEqual([
    ['Burr', 6],
    ['Crack', 3],
    [null, 1],
  ]);
});

test('null in a filter stands for what is not recorded, and filters hold together', () => {
  const records = [...threeShifts, record('2025-02-01', { goodQuantity: units(2) })];
  const count = (filters: ReportQueryInput['filters']) => ask(records, { measures: ['records'], filters }).rows[0]?.[0];
  expect(count([{ field: 'line', in: [null] }])).toBe(1);
  expect(count([{ field: 'line', in: [null, 'Mixer'] }])).toBe(2);
  expect(
    count([
      { field: 'line', in: ['Press'] },
      { field: 'lot', in: ['L2'] },
    ]),
  ).toBe(0);
});

test('rows come in order of orderBy, then of the dimensions; null is last up and down; the limit comes after', () => {
  const records = [
    record('2024-01-01', { line: 'b', goodQuantity: units(1) }),
    record('2024-01-01', { line: 'a', goodQuantity: units(1) }),
    record('2024-01-01', { line: 'B', goodQuantity: units(10) }),
    record('2024-01-01', { line: 'c', defectQuantity: units(1) }),
    record('2024-01-01', { goodQuantity: units(1) }),
  ];
  const linesBy = (direction?: 'asc' | 'desc', field: 'good' | 'line' = 'good') =>
    ask(records, {
      measures: ['good'],
      dimensions: ['line'],
      orderBy: direction ? [{ field, direction }] : [],
    }).rows.map(([line]) => line);
  expect(linesBy()).toEqual(['B', 'a', 'b', 'c', null]);
  expect(linesBy('asc')).toEqual(['a', 'b', null, 'B', 'c']);
  expect(linesBy('desc')).toEqual(['B', 'a', 'b', null, 'c']);
  expect(linesBy('desc', 'line')).toEqual(['c', 'b', 'a', 'B', null]);
  const limited = ask(records, {
    measures: ['good'],
    dimensions: ['line'],
    orderBy: [{ field: 'good', direction: 'desc' }],
    limit: 2,
  });
  expect(limited).toMatchObject({
    rows: [
      ['B', 10],
      ['a', 1],
    ],
    groups: 5,
  });
});

test('performance needs the ideal cycle and both parts of the total', () => {
  const run = { line: 'A', idealCycleSeconds: units(60), goodQuantity: units(380), runMinutes: units(420) };
  const performance = (fields: Partial<RecordDraft>) =>
    ask([record('2024-01-01', { ...run, ...fields })], { measures: ['performance'] }).rows;
  expect(performance({ defectQuantity: units(20) })).toEqual([[24_000 / 420 / 60]]);
  expect(performance({})).toEqual([[null]]);
});

test('the values of a field come in order, null last', () => {
  expect(valuesByBruteForce(threeShifts, 'line')).toEqual(['Mixer', 'Press']);
  expect(valuesByBruteForce(threeShifts, 'defectReason')).toEqual(['Burr', 'Crack', null]);
  expect(valuesByBruteForce(threeShifts, 'operator')).toEqual([null]);
});
