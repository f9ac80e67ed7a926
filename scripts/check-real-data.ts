import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { buildTarget, builtCli } from './build-target.ts';
import { checkCopies } from './real-copies.ts';
import { delimitedFiles, type Expectation, type RealFile, realFiles } from './real-data.ts';
import { root, runProcess } from './run-process.ts';
import { addTallies, formatTally, oneCheck, parseTally, type Tally } from './tally.ts';

/**
 * Imports real plant exports through the command line, each by its profile and as it is guessed, compares their check totals and
 * counts what a person has to correct. Copies of them in other letters and dialects are read as well:
 *   check-real-data.ts FOLDER [LAST LINE OF npm test]
 * The counts are added to those of the line, so that one line stands for all.
 */
const [folder = '../shared/data', lineBefore = ''] = process.argv.slice(2);
const scratch = mkdtempSync(join(tmpdir(), 'throughline-real-data-'));

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

async function cli(args: readonly string[]): Promise<Record<string, unknown>> {
  const { stdout, stderr } = await runProcess(process.execPath, [builtCli, ...args, '--json'], { output: 'keep' });
  const answer = JSON.parse(stdout || '{}');
  if (stdout === '' || 'error' in answer) throw new Error(stderr.trim() || 'The command line said nothing.');
  return answer;
}

async function measure(expectation: Expectation, file: string, profile: string | null, store: string): Promise<number> {
  if ('column' in expectation) {
    const { columns } = await cli(['inspect', file, ...(profile === null ? [] : ['--profile', profile])]);
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
  const joining = real.join === undefined ? [] : ['--join', resolve(folder, real.join)];
  const options = [...real.kept.flatMap((kind) => ['--accept', kind]), ...joining];
  const byHand = await checkTotals(real, path, right, 'by its profile', options);
  if (real.join !== undefined) {
    return addTallies([byHand, await checkTotals(real, path, null, 'joined as guessed', options)]);
  }
  const { profile, corrected } = await guessedProfile(real, path, right);
  corrections.push(...corrected.map((field) => `${field} of ${real.file}`));
  const how = corrected.length === 0 ? 'as guessed' : `as guessed but for ${corrected.join(' and ')}`;
  return addTallies([byHand, await checkTotals(real, path, profile, how, options)]);
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
  profile: string | null,
  how: string,
  options: readonly string[],
): Promise<Tally> {
  const store = mkdtempSync(join(scratch, 'store-'));
  try {
    const reading = profile === null ? ['--accept-guess'] : ['--profile', profile];
    await cli(['import', path, ...reading, '--store', store, ...options]);
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

async function checkFiles(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const file of realFiles) tallies.push(await checkFile(file));
  return tallies;
}

async function checkAllCopies(): Promise<Tally[]> {
  const tallies: Tally[] = [];
  for (const [nth, file] of delimitedFiles.entries()) {
    const path = resolve(folder, file);
    if (existsSync(path)) tallies.push(await checkCopies(path, { scratch, nth, say }));
  }
  return tallies;
}

say('\n── Real plant exports ──');
await buildTarget('cli');
// Files are imported by processes of their own, copies are read in this one.
const checked = await Promise.all([checkFiles(), checkAllCopies()]);
const tallies: Tally[] = [parseTally(lineBefore) ?? oneCheck(lineBefore === ''), ...checked.flat()];
rmSync(scratch, { recursive: true, force: true });
say(`Corrections that a person has to make: ${corrections.length === 0 ? 'none' : corrections.join(', ')}.`);
const sum = addTallies(lineBefore === '' ? tallies.slice(1) : tallies);
say(`\n${formatTally(sum)}`);
process.exitCode = sum.failed === 0 ? 0 : 1;
