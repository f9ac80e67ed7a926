import { expect, test } from 'vitest';
import { addTallies, formatTally, parseTally, tallyOfPlaywright, tallyOfVitest, withRunner } from './tally.ts';

test('the last line counts all runners together and can be read again', () => {
  const line = formatTally(
    addTallies([
      { passed: 3, failed: 0, skipped: 1 },
      { passed: 40, failed: 2, skipped: 0 },
    ]),
  );
  expect(line).toBe('43 passed, 2 failed, 1 skipped');
  expect(parseTally(line)).toEqual({ passed: 43, failed: 2, skipped: 1 });
  expect(parseTally('Done.')).toBeNull();
});

test('a runner that executed nothing has failed, and so has one that failed without naming a test', () => {
  expect(withRunner({ passed: 0, failed: 0, skipped: 5 }, 0).failed).toBe(1);
  expect(withRunner({ passed: 7, failed: 0, skipped: 0 }, 1).failed).toBe(1);
  expect(withRunner({ passed: 7, failed: 2, skipped: 0 }, 1).failed).toBe(2);
  expect(withRunner({ passed: 7, failed: 0, skipped: 0 }, 0).failed).toBe(0);
});

test('a test file that cannot be loaded is a failure', () => {
  const testResults = [
    { status: 'failed', assertionResults: [] },
    { status: 'failed', assertionResults: [{ status: 'failed' }] },
    { status: 'passed', assertionResults: [{ status: 'passed' }] },
  ];
  expect(
    tallyOfVitest({ numPassedTests: 1, numFailedTests: 1, numPendingTests: 2, numTodoTests: 1, testResults }),
  ).toEqual({ passed: 1, failed: 2, skipped: 3 });
});

test('end-to-end tests that could not even be read are failures', () => {
  expect(tallyOfPlaywright({ stats: { expected: 4, unexpected: 1, flaky: 1, skipped: 3 }, errors: [{}] })).toEqual({
    passed: 5,
    failed: 2,
    skipped: 3,
  });
});
