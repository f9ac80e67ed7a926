import { expect, test } from 'vitest';
import type { ShownAnswer } from '../../lib/use-report.ts';
import { type Axis, all, type Member, modesOf, others, partQuery, toCube } from './parts.ts';

const scope = { from: '2024-01-01', to: '2024-12-31', filters: [] };
const month: Axis = { dimension: 'month', named: null, hasOthers: false };
const line: Axis = { dimension: 'line', named: ['A', null], hasOthers: true };
const reason: Axis = { dimension: 'defectReason', named: ['burr'], hasOthers: true };

const value = (text: string | null): Member => ({ of: 'value', value: text });

function answer(columns: string[], rows: (string | number | null)[][]): ShownAnswer {
  return { columns: columns.map((name) => ({ name, type: 'text', unit: null })), rows, groups: rows.length };
}

test('others are asked for as what the values by name leave out, and totals without the split', () => {
  const modes = modesOf([month, line], 'every');
  expect(modes).toEqual([
    ['each', 'each'],
    ['each', 'others'],
    ['each', 'all'],
    ['all', 'each'],
    ['all', 'others'],
    ['all', 'all'],
  ]);
  const asked = modes.map((each) => partQuery(scope, ['yield'], [month, line], each));
  expect(asked.map(({ dimensions }) => dimensions)).toEqual([
    ['month', 'line'],
    ['month'],
    ['month'],
    ['line'],
    [],
    [],
  ]);
  expect(asked.map(({ filters }) => filters)).toEqual([
    [{ field: 'line', in: ['A', null] }],
    [{ field: 'line', in: ['A', null], not: true }],
    [],
    [{ field: 'line', in: ['A', null] }],
    [{ field: 'line', in: ['A', null], not: true }],
    [],
  ]);
});

test('a table asks for the whole beside its rows, and a view without splits for the whole alone', () => {
  expect(modesOf([month], 'whole')).toEqual([['each'], ['all']]);
  expect(modesOf([], 'whole')).toEqual([[]]);
});

test('a ratio of the others and of the whole is the one that was answered, not made of those by name', () => {
  const parts = modesOf([line], 'every').map((modes) => ({ modes, query: partQuery(scope, ['yield'], [line], modes) }));
  const cube = toCube([line], parts, [
    answer(
      ['line', 'yield'],
      [
        ['A', 0.9],
        [null, 0.5],
      ],
    ),
    answer(['yield'], [[0.2]]),
    answer(['yield'], [[0.85]]),
  ]);
  expect(cube.at([value('A')])).toEqual({ yield: 0.9 });
  expect(cube.at([value(null)])).toEqual({ yield: 0.5 });
  expect(cube.at([others])).toEqual({ yield: 0.2 });
  expect(cube.at([all])).toEqual({ yield: 0.85 });
  expect(cube.at([value('B')])).toBeUndefined();
  expect(cube.members(0)).toEqual([value('A'), value(null), others]);
});

test('by reason amounts of the others are added up, and numbers of records are no data', () => {
  const parts = modesOf([reason], 'every').map((modes) => ({
    modes,
    query: partQuery(scope, ['defects', 'records'], [reason], modes),
  }));
  expect(parts.map(({ query }) => query.dimensions)).toEqual([['defectReason'], ['defectReason'], ['defectReason']]);
  const columns = ['defectReason', 'defects', 'records'];
  const cube = toCube([reason], parts, [
    answer(columns, [['burr', 7, 3]]),
    answer(columns, [
      ['scratch', 2, 2],
      [null, 3, 4],
    ]),
    answer(columns, [
      ['burr', 7, 3],
      ['scratch', 2, 2],
      [null, 3, 4],
    ]),
  ]);
  expect(cube.at([value('burr')])).toEqual({ defects: 7, records: 3 });
  expect(cube.at([others])).toEqual({ defects: 5, records: null });
  expect(cube.at([all])).toEqual({ defects: 12, records: null });
});

test('what is not answered yet leaves its groups out', () => {
  const parts = modesOf([line], 'whole').map((modes) => ({ modes, query: partQuery(scope, ['good'], [line], modes) }));
  const cube = toCube([line], parts, [answer(['line', 'good'], [['A', 5]])]);
  expect(cube.at([value('A')])).toEqual({ good: 5 });
  expect(cube.at([all])).toBeUndefined();
});
