/** How many checks of one kind there were. */
export interface Tally {
  passed: number;
  failed: number;
  skipped: number;
}

/** All checks of several runners together. */
export function addTallies(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (sum, { passed, failed, skipped }) => ({
      passed: sum.passed + passed,
      failed: sum.failed + failed,
      skipped: sum.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/** The last line of every gate. */
export function formatTally({ passed, failed, skipped }: Tally): string {
  return `${passed} passed, ${failed} failed, ${skipped} skipped`;
}

/** Reads the line that formatTally writes; null when the text is another. */
export function parseTally(line: string): Tally | null {
  const match = /^(\d+) passed, (\d+) failed, (\d+) skipped$/.exec(line);
  return match ? { passed: Number(match[1]), failed: Number(match[2]), skipped: Number(match[3]) } : null;
}

/** A check that either holds or does not. */
export function oneCheck(holds: boolean): Tally {
  return { passed: holds ? 1 : 0, failed: holds ? 0 : 1, skipped: 0 };
}

/** A runner that executed nothing, or failed without naming a test, counts as one failure. */
export function withRunner(tally: Tally, exitCode: number | null): Tally {
  const silent = tally.passed + tally.failed === 0;
  const unnamed = exitCode !== 0 && tally.failed === 0;
  return silent || unnamed ? { ...tally, failed: tally.failed + 1 } : tally;
}

/** Counts vitest's JSON report. A file that could not be loaded counts as one failure. */
export function tallyOfVitest(report: {
  numPassedTests: number;
  numFailedTests: number;
  numPendingTests: number;
  numTodoTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}): Tally {
  const brokenFiles = report.testResults.filter(
    ({ status, assertionResults }) => status === 'failed' && !assertionResults.some((test) => test.status === 'failed'),
  ).length;
  return {
    passed: report.numPassedTests,
    failed: report.numFailedTests + brokenFiles,
    skipped: report.numPendingTests + report.numTodoTests,
  };
}

/** Counts Playwright's JSON report. A test that passed only when tried again counts as passed. */
export function tallyOfPlaywright(report: {
  stats: { expected: number; unexpected: number; flaky: number; skipped: number };
  errors: unknown[];
}): Tally {
  const { expected, unexpected, flaky, skipped } = report.stats;
  return { passed: expected + flaky, failed: unexpected + report.errors.length, skipped };
}
