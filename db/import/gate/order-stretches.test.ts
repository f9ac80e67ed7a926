import { expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { OrderStretches } from './order-stretches.ts';

/** The rows that are told of a file with these days, two rows each, as they were read. */
function told(days: readonly string[]) {
  const stretches = new OrderStretches();
  days
    .flatMap((day) => [day, day])
    .forEach((day, id) => {
      stretches.see(dayFromIso(day) ?? Number.NaN, id);
    });
  return stretches.found();
}

test('a file of two or three days is told where they follow each other only the other way round', () => {
  expect(told(['2024-04-03', '2024-05-03'])).toEqual([{ from: 0, to: 3 }]);
  expect(told(['2024-04-03', '2024-05-03', '2024-06-03'])).toEqual([{ from: 0, to: 5 }]);
});

test('one day tells nothing, nor do days that follow each other as they are read', () => {
  expect(told(['2024-04-03'])).toEqual([]);
  expect(told(['2024-04-03', '2024-04-04', '2024-04-05'])).toEqual([]);
});

test('a change of date that speaks against it, or a date that reads one way only, tells that the order is right', () => {
  expect(told(['2024-04-03', '2024-05-03', '2024-05-04'])).toEqual([]);
  expect(told(['2024-04-03', '2024-05-03', '2024-05-23'])).toEqual([]);
});

test('firsts of months are records once a month', () => {
  expect(told(['2024-04-01', '2024-05-01', '2024-06-01'])).toEqual([]);
});
