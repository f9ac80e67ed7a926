import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { checkBoundaries } from './check-boundaries.ts';
import { failuresOfPlaywright, failuresOfVitest } from './failures.ts';
import { withFastFolder } from './fast-folder.ts';
import { root, runTool } from './run-process.ts';
import { oneCheck, type Tally, tallyOfPlaywright, tallyOfVitest, withRunner } from './tally.ts';

const reportFolder = join(root, 'test-results');

/** The compiler over every folder, which also refuses imports against the project references. */
export async function checkTypes(): Promise<Tally> {
  heading('Types');
  const { code } = await runTool('typescript/bin/tsc', ['-b', '--pretty']);
  return oneCheck(code === 0);
}

/** Lint and format. */
export async function checkLint(): Promise<Tally> {
  heading('Lint');
  const { code } = await runTool('@biomejs/biome/bin/biome', ['check', '--error-on-warnings']);
  return oneCheck(code === 0);
}

/** Import boundaries that the compiler cannot know. */
export function checkImports(): Tally {
  heading('Import boundaries');
  const violations = checkBoundaries();
  process.stdout.write(violations.length === 0 ? 'All imports are as they should be.\n' : `${violations.join('\n')}\n`);
  return oneCheck(violations.length === 0);
}

/** Unit tests. */
export async function runUnitTests(): Promise<Tally> {
  heading('Unit tests');
  const report = freshReport('unit.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const { code } = await withFastFolder((env) => runTool('vitest/vitest.mjs', args, { env }));
  return tallyOf(report, { count: tallyOfVitest, name: failuresOfVitest }, code);
}

/** End-to-end tests in a real browser, and on Electron where it can run. */
export async function runEndToEndTests(chromium: string): Promise<Tally> {
  heading('End-to-end tests');
  const report = freshReport('end-to-end.json');
  const named = { THROUGHLINE_CHROMIUM: chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: report };
  const args = ['test', '--reporter=list,json'];
  const { code } = await withFastFolder((env) =>
    runTool('@playwright/test/cli.js', args, { env: { ...env, ...named } }),
  );
  return tallyOf(report, { count: tallyOfPlaywright, name: failuresOfPlaywright }, code);
}

/** Announces a part of the gate. */
export function heading(text: string): void {
  process.stdout.write(`\n── ${text} ──\n`);
}

function freshReport(name: string): string {
  mkdirSync(reportFolder, { recursive: true });
  const path = join(reportFolder, name);
  rmSync(path, { force: true });
  return path;
}

interface Reading<Counted, Named> {
  count: (report: Counted) => Tally;
  name: (report: Named) => string[];
}

/** The names of the tests that failed, of all runners so far: the last lines of a gate are read first, and often alone. */
const failures: string[] = [];

/** Lists what failed, where anything has. */
export function listFailures(): void {
  if (failures.length === 0) return;
  heading('What failed');
  process.stdout.write(`${failures.join('\n')}\n`);
}

function tallyOf<Counted, Named>(path: string, how: Reading<Counted, Named>, exitCode: number | null): Tally {
  try {
    const report: Counted & Named = JSON.parse(readFileSync(path, 'utf8'));
    failures.push(...how.name(report));
    return withRunner(how.count(report), exitCode);
  } catch {
    return oneCheck(false); // it ended before it could write its report
  }
}
