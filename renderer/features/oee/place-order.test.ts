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

test('numbers within names are counted, and places alike in a measure stand by their names', () => {
  const press = (name: string, oee: number | null) => ({ keys: [name], values: { oee } });
  const presses = [press('Press 1', null), press('Press 10', null), press('Press 9', 0.5), press('Press 2', null)];
  const names = (order: Parameters<typeof sortedPlaces>[2]) =>
    sortedPlaces(presses, ['line'], order).map(({ keys }) => keys[0]);
  expect(names('line.asc')).toEqual(['Press 1', 'Press 2', 'Press 9', 'Press 10']);
  expect(names('line.desc')).toEqual(['Press 10', 'Press 9', 'Press 2', 'Press 1']);
  expect(names('oee.asc')).toEqual(['Press 9', 'Press 1', 'Press 2', 'Press 10']);
});

test('an order by what is not shown changes nothing', () => {
  expect(sortedPlaces(rows, ['line'], 'shift.asc')).toEqual(rows);
});
