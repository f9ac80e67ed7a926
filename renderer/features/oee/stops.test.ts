import { expect, test } from 'vitest';
import { stopsByLine } from './stops.ts';

const runs = [
  { key: 'Press', values: { runMinutes: 1_000 } },
  { key: 'Saw', values: { runMinutes: 500 } },
];
const entry = (line: string, reason: string | null, records: number, downMinutes: number) => ({
  keys: [line, reason],
  values: { records, downMinutes },
});
const entries = [entry('Press', 'Breakdown', 4, 100), entry('Press', 'Changeover', 5, 50), entry('Press', null, 1, 10)];
const all = { filters: [], planned: [] };

test('failures are the entries of all reasons, and those that no reason explains', () => {
  const { lines, whole } = stopsByLine(runs, entries, all);
  expect(lines[0]).toMatchObject({ line: 'Press', failures: 10, meanMinutesBetween: 100, meanMinutesToRestore: 16 });
  expect(whole).toMatchObject({ failures: 10, runMinutes: 1_500, meanMinutesBetween: 150, meanMinutesToRestore: 16 });
});

test('a line that never stopped has no mean', () => {
  expect(stopsByLine(runs, entries, all).lines[1]).toMatchObject({
    line: 'Saw',
    failures: 0,
    meanMinutesBetween: null,
    meanMinutesToRestore: null,
  });
});

test('planned stops are no failures, and the time that a line ran stays', () => {
  const { lines } = stopsByLine(runs, entries, { filters: [], planned: ['Changeover'] });
  expect(lines[0]).toMatchObject({ failures: 5, meanMinutesBetween: 200, meanMinutesToRestore: 22 });
});

test('a filter on reasons chooses what is counted', () => {
  const filters = [{ field: 'downtimeReason' as const, in: ['Breakdown'] }];
  expect(stopsByLine(runs, entries, { filters, planned: [] }).lines[0]).toMatchObject({
    failures: 4,
    meanMinutesBetween: 250,
    meanMinutesToRestore: 25,
  });
});

test('a line whose run time is not recorded still has a time to restore', () => {
  const { lines } = stopsByLine([], entries, all);
  expect(lines[0]).toMatchObject({ runMinutes: null, meanMinutesBetween: null, meanMinutesToRestore: 16 });
});

test('of a line that nobody recorded running or stopping, no failure is no data rather than 0', () => {
  const { lines, whole } = stopsByLine([{ key: 'Saw', values: { runMinutes: null } }], [], all);
  expect(lines[0]).toMatchObject({ line: 'Saw', failures: null });
  expect(whole.failures).toBeNull();
  const planned = ['Breakdown', 'Changeover'];
  const named = entries.filter(({ keys: [, reason] }) => reason !== null);
  expect(stopsByLine([], named, { filters: [], planned }).whole.failures).toBe(0);
});
