import { expect, test } from 'vitest';
import { firstView } from '../../../shared/questions/explore/view.ts';
import { type Looked, lookCloser, rangeOver } from './drill.ts';
import { type Member, others } from './parts.ts';
import { addressBefore, readTrail, withStep } from './trail.ts';

const value = (text: string | null): Member => ({ of: 'value', value: text });
const year = { from: '2024-01-01', to: '2024-12-31' };
const looked = (by: Looked['view']['by'], rest: Partial<Looked> = {}): Looked => ({
  view: { ...firstView, by },
  range: year,
  filters: [],
  ...rest,
});

test('a year leads to its months, a month to its days, a day to its records', () => {
  const months = lookCloser(looked(['year'], { range: { from: '2022-03-01', to: '2024-12-31' } }), [
    { dimension: 'year', member: value('2022') },
  ]);
  expect(months).toMatchObject({ screen: 'explore', range: { from: '2022-03-01', to: '2022-12-31' } });
  expect(months.view.by).toEqual(['month']);
  const days = lookCloser({ ...months }, [{ dimension: 'month', member: value('2022-03') }]);
  expect(days).toMatchObject({
    screen: 'explore',
    range: { from: '2022-03-01', to: '2022-03-31' },
    view: { by: ['day'] },
  });
  const records = lookCloser({ ...days }, [{ dimension: 'day', member: value('2022-03-05') }]);
  expect(records).toMatchObject({ screen: 'records', range: { from: '2022-03-05', to: '2022-03-05' } });
});

test('a value becomes a filter and is no longer split by; without a split left, time is', () => {
  const closer = lookCloser(looked(['time', 'line']), [
    { dimension: 'month', member: value('2024-03') },
    { dimension: 'line', member: value('A') },
  ]);
  expect(closer).toMatchObject({
    filters: [{ field: 'line', in: ['A'] }],
    view: { by: ['day'] },
    range: { from: '2024-03-01', to: '2024-03-31' },
  });
  const alone = lookCloser(looked(['line']), [{ dimension: 'line', member: value(null) }]);
  expect(alone).toMatchObject({ filters: [{ field: 'line', in: [null] }], view: { by: ['time'] }, range: year });
});

test('others leave out what is shown by name, also of values that a filter keeps', () => {
  const mark = [{ dimension: 'line' as const, member: others, named: ['A', 'B'] }];
  expect(lookCloser(looked(['line']), mark).filters).toEqual([{ field: 'line', in: ['A', 'B'], not: true }]);
  expect(lookCloser(looked(['line'], { filters: [{ field: 'line', in: ['A', 'B', 'C'] }] }), mark).filters).toEqual([
    { field: 'line', in: ['C'] },
  ]);
});

test('a stretch of periods is the days of both and between', () => {
  expect(rangeOver('month', year, 1, 3)).toEqual({ from: '2024-02-01', to: '2024-04-30' });
});

test('a trail leads back to each step, with the steps before it', () => {
  const start = new URLSearchParams('m=good&by=year&range=all');
  const first = withStep(
    new URLSearchParams('m=good&by=month&from=2024-01-01&to=2024-12-31'),
    [{ dimension: 'year', member: value('2024') }],
    start,
  );
  const second = withStep(
    new URLSearchParams('m=good&by=day'),
    [{ dimension: 'month', member: value('2024-03') }],
    first,
  );
  expect(readTrail(second).map(({ mark }) => mark)).toEqual([
    [{ dimension: 'year', value: '2024' }],
    [{ dimension: 'month', value: '2024-03' }],
  ]);
  expect(addressBefore(second, 0).toString()).toBe(start.toString());
  expect(addressBefore(second, 1).toString()).toBe(first.toString());
});
