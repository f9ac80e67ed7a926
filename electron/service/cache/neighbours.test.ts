import { describe, expect, test } from 'vitest';
import type { Filter, ReportQueryInput } from '../../../shared/query/report-query.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { type Choices, neighboursOf, scopeNow } from './neighbours.ts';

const span = { from: '2023-05-10', to: '2025-02-12' };
const report = (query: Partial<ReportQueryInput>) => parseReportQuery({ measures: ['good'], ...query });
const none: Choices = { inSight: new Map(), few: new Map() };
const near = (asked: Partial<ReportQueryInput>[], choices: Partial<Choices> = {}) => [
  ...neighboursOf(asked.map(report), span, { ...none, ...choices }),
];
const filter = (field: Filter['field'], value: string): Filter => ({ field, in: [value] });
const ofNovember = { from: '2024-11-01', to: '2024-11-30' };

describe('What was asked', () => {
  test('is a click away for each named range, each month of the last year, and the one before', () => {
    const found = near([{ ...ofNovember, dimensions: ['line'] }]);
    const ranges = found.map(({ from, to }) => `${from}..${to}`);
    expect(ranges).toEqual(expect.arrayContaining(['2025-02-06..2025-02-12', '2024-01-01..2024-12-31']));
    expect(ranges).toEqual(expect.arrayContaining(['2025-02-01..2025-02-28', '2024-02-01..2024-02-29']));
    expect(ranges).not.toContain('2024-01-01..2024-01-31');
    expect(found[0]).toEqual(report({ ...ofNovember, dimensions: ['line'] })); // by whatever else is asked of it
  });

  test('is a click away for the days of the newest month and of those looked at last', () => {
    const days = near([{ from: '2024-11-05', to: '2024-11-05', dimensions: ['line'] }, ofNovember]).filter(
      ({ from, to, dimensions }) => from === to && dimensions.length > 0,
    );
    expect(days.map(({ from }) => from)).toEqual([
      '2024-11-05',
      ...Array.from({ length: 12 }, (_, back) => `2025-02-${String(12 - back).padStart(2, '0')}`),
      ...Array.from({ length: 30 }, (_, back) => `2024-11-${String(30 - back).padStart(2, '0')}`).filter(
        (day) => day !== '2024-11-05',
      ),
    ]);
  });

  test('by the period that suits its range is asked by the one that suits the other', () => {
    const grains = (asked: Partial<ReportQueryInput>) => {
      const found = near([asked]).map(({ from, to, dimensions, orderBy }) => {
        return [`${from}..${to}`, `${dimensions} ${orderBy.map(({ field }) => field)}`] as const;
      });
      return new Map(found);
    };
    const byDay = grains({ ...ofNovember, dimensions: ['day'], orderBy: [{ field: 'day', direction: 'desc' }] });
    expect(byDay.get('2025-01-01..2025-01-31')).toBe('day day');
    expect(byDay.get('2024-11-15..2025-02-12')).toBe('week week');
    expect(byDay.get('2024-01-01..2024-12-31')).toBe('month month');
    expect(grains({ ...ofNovember, dimensions: ['week'] }).get('2024-01-01..2024-12-31')).toBe('week '); // as was chosen
  });

  test('of a range and the one before is asked of the one before the other, as far as records reach back', () => {
    const december = { from: '2024-12-01', to: '2024-12-31' };
    const ranges = near([{ ...december }, { ...ofNovember }, { ...december, measures: ['defects'] }]);
    const of = (measure: string) =>
      ranges.flatMap(({ measures, from }) => (measures[0] === measure ? [String(from)] : []));
    expect(of('good')).toContain('2025-01-30'); // seven days before the last seven
    expect(of('defects')).not.toContain('2025-01-30');
    expect(of('good').toSorted()[0]).toBe('2023-05-10');
  });

  test('elsewhere is asked of what is looked at now', () => {
    const elsewhere = { from: '2024-03-05', to: '2024-03-09', measures: ['planned' as const] };
    const here = { from: '2024-12-03', to: '2025-01-08', filters: [filter('line', 'A')] };
    expect(near([here, elsewhere])).toContainEqual(report({ ...here, measures: ['planned'] }));
  });
});

describe('A value', () => {
  const here = { from: '2024-12-03', to: '2025-01-08', filters: [filter('shift', 'Early')] };

  test('in sight is chosen next, or one of few, before another range', () => {
    const found = near([here], {
      inSight: new Map([['item', ['X-1', 'X-2']]]),
      few: new Map([
        ['line', ['A']],
        ['shift', ['Early', 'Late']],
      ]),
    });
    expect(found.slice(0, 6).map(({ filters }) => filters)).toEqual([
      [filter('shift', 'Early')],
      [filter('item', 'X-1'), filter('shift', 'Early')],
      [filter('item', 'X-2'), filter('shift', 'Early')],
      [],
      [filter('line', 'A'), filter('shift', 'Early')],
      [filter('shift', 'Late')],
    ]);
    expect(found.slice(6).every(({ from, to }) => from !== here.from || to !== here.to)).toBe(true);
  });

  test('of very many is not tried one after the other', () => {
    const many = new Map([['line' as const, Array.from({ length: 25 }, (_, at) => `L${at}`)]]);
    expect(near([here], { few: many })).toEqual(near([here]));
  });

  test('is left out by what is grouped by its field, which shows the others', () => {
    const few = new Map([['line' as const, ['A', 'B']]]);
    const found = near([{ dimensions: ['line'] }], { few });
    expect(found.every(({ filters }) => filters.length === 0)).toBe(true);
  });
});

test('what most of the latest reports are of is what is looked at', () => {
  const here = { filters: [filter('line', 'A')] };
  expect(scopeNow([report({}), report(here), report({ ...here, dimensions: ['item'] })])).toEqual({
    from: undefined,
    to: undefined,
    ...here,
  });
  expect(scopeNow([])).toBeNull();
  expect(near([])).toEqual([]);
});

test('there is an end to it', () => {
  const measures = ['good', 'defects', 'planned', 'rework', 'yield', 'oee', 'records', 'total', 'quality'] as const;
  const few = new Map([['line' as const, Array.from({ length: 24 }, (_, at) => `L${at}`)]]);
  const asked = measures.map((measure) => ({ ...ofNovember, measures: [measure] }));
  expect(near(asked, { few, inSight: new Map([['item', few.get('line') ?? []]]) })).toHaveLength(800);
});
