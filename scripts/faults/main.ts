/** Breaks stores in every way that the suite knows and counts what was lost: `npm run faults -- --help`. */
import { readOptions, triesOf, usage } from './options.ts';
import { tryCase } from './run-cases.ts';
import { resultText, type Tried } from './show.ts';
import { writePage } from './write-page.ts';

async function main(): Promise<number> {
  const options = readOptions(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(usage);
    return 0;
  }
  const tried: Tried[] = [];
  for (const each of options.chosen) {
    const tries = triesOf(each, options);
    process.stderr.write(`${each.group}: ${each.name}, ${tries} times…\n`);
    const tally = await tryCase(each, { tries, minutes: options.minutes, seed: options.seed });
    for (const example of tally.examples) process.stderr.write(`  ${example}\n`);
    tried.push({ of: each, tally });
    // What took an hour so far is kept should the rest be interrupted.
    if (options.write) writePage(tried, options);
  }
  process.stdout.write(resultText(tried));
  return tried.every(({ tally }) => tally.sound) ? 0 : 1;
}

try {
  process.exitCode = await main();
} catch (error) {
  const message = error instanceof Error ? error.message : String(error);
  const isUsage = error instanceof RangeError;
  process.stderr.write(isUsage ? `${message}\n\n${usage}` : `${error instanceof Error ? error.stack : message}\n`);
  process.exitCode = isUsage ? 2 : 1;
}
