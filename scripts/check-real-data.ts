import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Expectation, type RealFile, realFiles } from './real-data.ts';
import { root, runProcess } from './run-process.ts';
import { addTallies, formatTally, oneCheck, parseTally, type Tally } from './tally.ts';

/**
 * Imports real plant exports through the command line and compares their check totals:
 *   check-real-data.ts FOLDER [LAST LINE OF npm test]
 * The counts are added to those of the line, so that one line stands for all.
 */
const [folder = '../shared/data', lineBefore = ''] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'throughline-real-data-'));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function cli(args: readonly string[]): Promise<Record<string, unknown>> {
  const main = join(root, 'electron', 'cli', 'main.ts');
  const { stdout, stderr } = await runProcess(process.execPath, [main, ...args, '--json'], { output: 'keep' });
  const answer = JSON.parse(stdout || '{}');
  if (stdout === '' || 'error' in answer) throw new Error(stderr.trim() || 'The command line said nothing.');
  return answer;
}

async function measure(expectation: Expectation, file: string, profile: string, store: string): Promise<number> {
  if ('column' in expectation) {
    const { columns } = await cli(['inspect', file, '--profile', profile]);
    const column = (columns as { name: string; sum: string; blank: number }[]).find(
      ({ name }) => name === expectation.column,
    );
    return Number(column?.[expectation.figure]);
  }
  const query = 'query' in expectation ? expectation.query : expectation.rowsOf;
  const { rows } = await cli(['query', JSON.stringify(query), '--store', store]);
  return 'query' in expectation ? Number((rows as number[][])[0]?.[0]) : (rows as unknown[]).length;
}

async function checkFile({ file, profile, decimals, expected }: RealFile): Promise<Tally> {
  const path = resolve(folder, file);
  if (!existsSync(path)) {
    say(`${file}: skipped, it is not there`);
    return { passed: 0, failed: 0, skipped: expected.length };
  }
  const store = join(scratch, profile);
  const profilePath = join(root, 'examples', 'profiles', profile);
  try {
    await cli(['import', path, '--profile', profilePath, '--store', store]);
    const tallies: Tally[] = [];
    for (const expectation of expected) {
      const value = Number((await measure(expectation, path, profilePath, store)).toFixed(decimals));
      const holds = value === expectation.value;
      say(`${file}: ${expectation.what} ${value}${holds ? '' : `, but ${expectation.value} was expected`}`);
      tallies.push(oneCheck(holds));
    }
    return addTallies(tallies);
  } catch (error) {
    say(`${file}: ${error instanceof Error ? error.message : String(error)}`);
    return oneCheck(false);
  }
}

say('\n── Real plant exports ──');
const tallies: Tally[] = [parseTally(lineBefore) ?? oneCheck(lineBefore === '')];
for (const file of realFiles) tallies.push(await checkFile(file));
rmSync(scratch, { recursive: true, force: true });
const sum = addTallies(lineBefore === '' ? tallies.slice(1) : tallies);
say(`\n${formatTally(sum)}`);
process.exitCode = sum.failed === 0 ? 0 : 1;
