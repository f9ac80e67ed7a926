import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { type Expectation, type RealFile, realFiles } from './real-data.ts';
import { root, runProcess } from './run-process.ts';
import { addTallies, formatTally, oneCheck, parseTally, type Tally } from './tally.ts';

/**
 * Imports real plant exports through the command line, each by its profile and as it is guessed, compares their check totals and
 * counts what a person has to correct:
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

async function checkFile(real: RealFile): Promise<Tally> {
  const path = resolve(folder, real.file);
  if (!existsSync(path)) {
    say(`${real.file}: skipped, it is not there`);
    return { passed: 0, failed: 0, skipped: 2 * real.expected.length };
  }
  const right = join(root, 'examples', 'profiles', real.profile);
  const keeping = real.kept.flatMap((kind) => ['--accept', kind]);
  const byHand = await checkTotals(real, path, right, 'by its profile', keeping);
  const { profile, corrected } = await guessedProfile(real, path, right);
  corrections.push(...corrected.map((field) => `${field} of ${real.file}`));
  const how = corrected.length === 0 ? 'as guessed' : `as guessed but for ${corrected.join(' and ')}`;
  return addTallies([byHand, await checkTotals(real, path, profile, how, keeping)]);
}

/** What a person would have had to correct so far. */
const corrections: string[] = [];

/** The profile that is guessed, in a file, with what a person has to correct in it put right. */
async function guessedProfile(
  { profile: name, corrections: fields }: RealFile,
  path: string,
  right: string,
): Promise<{ profile: string; corrected: string[] }> {
  const { profile } = (await cli(['inspect', path])) as { profile: { fields: Record<string, unknown> } };
  const wanted: { fields: Record<string, unknown> } = JSON.parse(readFileSync(right, 'utf8'));
  const corrected = fields.filter((field) => !isDeepStrictEqual(profile.fields[field], wanted.fields[field]));
  for (const field of corrected) profile.fields[field] = wanted.fields[field];
  const file = join(scratch, name);
  writeFileSync(file, JSON.stringify(profile));
  return { profile: file, corrected };
}

async function checkTotals(
  { file, decimals, expected }: RealFile,
  path: string,
  profile: string,
  how: string,
  keeping: readonly string[],
): Promise<Tally> {
  const store = mkdtempSync(join(scratch, 'store-'));
  try {
    await cli(['import', path, '--profile', profile, '--store', store, ...keeping]);
    const tallies: Tally[] = [];
    for (const expectation of expected) {
      const value = Number((await measure(expectation, path, profile, store)).toFixed(decimals));
      const holds = value === expectation.value;
      say(`${file}, ${how}: ${expectation.what} ${value}${holds ? '' : `, but ${expectation.value} was expected`}`);
      tallies.push(oneCheck(holds));
    }
    return addTallies(tallies);
  } catch (error) {
    say(`${file}, ${how}: ${error instanceof Error ? error.message : String(error)}`);
    return oneCheck(false);
  }
}

say('\n── Real plant exports ──');
const tallies: Tally[] = [parseTally(lineBefore) ?? oneCheck(lineBefore === '')];
for (const file of realFiles) tallies.push(await checkFile(file));
rmSync(scratch, { recursive: true, force: true });
say(`Corrections that a person has to make: ${corrections.length === 0 ? 'none' : corrections.join(', ')}.`);
const sum = addTallies(lineBefore === '' ? tallies.slice(1) : tallies);
say(`\n${formatTally(sum)}`);
process.exitCode = sum.failed === 0 ? 0 : 1;
