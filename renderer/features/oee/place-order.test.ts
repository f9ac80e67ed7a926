import { expect, test } from 'vitest';
import { sortedPlaces } from './place-order.ts';

const rows = [
  { keys: ['Press 2', 'Late'], values: { oee: 0.7 } },
  { keys: ['Press 1', 'Late'], values: { oee: null } },
  { keys: [null, 'Early'], values: { oee: 0.5 } },
  { keys: ['Press 1', 'Early'], values: { oee: 0.9 } },
];
const lines = (order: Parameters<typeof sortedPlaces>[2]) =>
  sortedPlaces(rows, ['line', 'shift'], order).map(({ keys }) => keys.join(' '));

test('rows are sorted by a measure either way, those without data last', () => {
  expect(lines('oee.asc')).toEqual([' Early', 'Press 2 Late', 'Press 1 Early', 'Press 1 Late']);
  expect(lines('oee.desc')).toEqual(['Press 1 Early', 'Press 2 Late', ' Early', 'Press 1 Late']);
});

test('by a name equal rows stay as they are, and what is not recorded comes last', () => {
  expect(lines('line.asc')).toEqual(['Press 1 Late', 'Press 1 Early', 'Press 2 Late', ' Early']);
});

test('an order by what is not shown changes nothing', () => {
  expect(sortedPlaces(rows, ['line'], 'shift.asc')).toEqual(rows);
});
