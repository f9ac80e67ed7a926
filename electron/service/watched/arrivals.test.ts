import { expect, test } from 'vitest';
import { Arrivals } from './arrivals.ts';
import { isWanted, nthName } from './names.ts';

const file = (name: string, bytes: number, modifiedMs = 1_000) => ({ name, bytes, modifiedMs });
const names = ({ settled }: { settled: { name: string }[] }) => settled.map(({ name }) => name);

test('a file is all there once size and time have stayed the same for so long, the oldest first', () => {
  const arrivals = new Arrivals();
  const [a, b] = [file('a.csv', 10, 2_000), file('b.csv', 10, 1_000)];
  expect(arrivals.look([a, b], 0, 5_000)).toEqual({ settled: [], nextInMs: 5_000, waiting: 2 });
  expect(names(arrivals.look([file('a.csv', 20, 2_000), b], 3_000, 5_000))).toEqual([]);
  expect(arrivals.look([file('a.csv', 20, 2_000), b], 5_000, 5_000)).toMatchObject({ settled: [b], nextInMs: 3_000 });
  expect(names(arrivals.look([file('a.csv', 20, 2_000), b], 8_000, 5_000))).toEqual(['b.csv', 'a.csv']);
  expect(names(arrivals.look([file('a.csv', 20, 2_001), b], 9_000, 5_000))).toEqual(['b.csv']);
});

test('a file that went away and came again begins anew, and an empty one is still to be written', () => {
  const arrivals = new Arrivals();
  arrivals.look([file('a.csv', 10)], 0, 5_000);
  arrivals.look([], 4_000, 5_000);
  expect(names(arrivals.look([file('a.csv', 10)], 6_000, 5_000))).toEqual([]);
  expect(arrivals.look([file('empty.csv', 0)], 7_000, 0)).toEqual({ settled: [], nextInMs: null, waiting: 0 });
});

test('names are those of the pattern, without files that are on their way or of other programs, nor the log', () => {
  const wanted = (pattern: string, ...all: string[]) => all.filter((name) => isWanted(name, pattern));
  expect(wanted('*.csv; lot?.xlsx', 'a.csv', 'B.CSV', 'a.csv.part', 'lot1.xlsx', 'lot12.xlsx', 'a_csv')).toEqual([
    'a.csv',
    'B.CSV',
    'lot1.xlsx',
  ]);
  const others = [
    'a.tmp',
    'b.crdownload',
    '.hidden.csv',
    '~$open.xlsx',
    'c.csv~',
    'd.CSV.FILEPART',
    'e.db-wal',
    'Throughline-log.csv',
  ];
  expect(wanted('*', ...others, 'day (1).csv', '실적.csv')).toEqual(['day (1).csv', '실적.csv']);
  expect(wanted('(1)+*.csv', '(1)+x.csv', '11x.csv')).toEqual(['(1)+x.csv']);
});

test('a second file of the same name gets another', () => {
  expect([nthName('a.b.csv', 1), nthName('a.b.csv', 2), nthName('lots', 3)]).toEqual([
    'a.b.csv',
    'a.b (2).csv',
    'lots (3)',
  ]);
});
