import { expect, test } from 'vitest';
import { readOptions } from './options.ts';
import { questionNames } from './questions.ts';

test('without options a million records are asked everything, cold and warm', () => {
  expect(readOptions([])).toMatchObject({
    records: 1_000_000,
    asked: questionNames,
    withCold: true,
    withImport: true,
    withStart: true,
    withWindow: true,
    withGrowth: false,
    withBesideImport: false,
    write: false,
  });
});

test('parts are chosen by name', () => {
  expect(readOptions(['--only', 'top-items,import'])).toMatchObject({ asked: ['top-items'], withImport: true });
  expect(readOptions(['--only', 'month-totals', '--warm'])).toMatchObject({
    asked: ['month-totals'],
    withCold: false,
    withImport: false,
    withStart: false,
  });
  expect(readOptions(['--only', 'start'])).toMatchObject({ asked: [], withStart: true, withImport: false });
  expect(readOptions(['--only', 'recording'])).toMatchObject({ asked: [], withRecording: true, withStart: false });
  expect(readOptions(['--only', 'window'])).toMatchObject({ asked: [], withWindow: true, withStart: false });
  expect(readOptions(['--growth', '--beside-import'])).toMatchObject({ withGrowth: true, withBesideImport: true });
});

test('the page is written from everything', () => {
  expect(readOptions(['--write'])).toMatchObject({ withGrowth: true, withBesideImport: true, withCold: true });
});

test('the time of slow peers is given in seconds', () => {
  expect(readOptions(['--budget', '3'])).toMatchObject({ budgetMs: 3_000 });
});

test.each([
  [['--only', 'weather'], "--only does not know 'weather'."],
  [['--records', '12'], "--records takes a whole number from 10000 up, not '12'."],
  [['--rounds', 'many'], "--rounds takes a whole number from 1 up, not 'many'."],
  [['--budget', '0'], "--budget takes a whole number from 1 up, not '0'."],
  [['--write', '--only', 'top-items'], '--write measures everything, so no --only and no --warm.'],
  [['--write', '--warm'], '--write measures everything, so no --only and no --warm.'],
])('%j is refused in words', (args, message) => {
  expect(() => readOptions(args)).toThrow(message);
});
