/** Plays an analyst's hour against the service and prints what came of it: `npm run analyst-hour -- --help`. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { playHours } from './hour.ts';
import { summarize, summaryText } from './summary.ts';

const usage = `npm run analyst-hour [-- options]
  --records N   records of the plant (default: 20000); the oracle reads them all for every question
  --seed N      another analyst (default: 1)
  --minutes N   how long (default: 60)
  --hours N     so many hours, one a day, of which the last is told (default: 4)
  --json        one JSON document on standard output
`;

/** Reads an option as a whole number from 1 up. Throws RangeError in words. */
function wholeNumber(name: string, text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value) || value < 1)
    throw new RangeError(`--${name} takes a whole number from 1 up, not '${text}'.`);
  return value;
}

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '20000' },
    seed: { type: 'string', default: '1' },
    minutes: { type: 'string', default: '60' },
    hours: { type: 'string', default: '4' },
    json: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(usage);
} else {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-hour-'));
  try {
    const [records, seed, minutes, hours] = (['records', 'seed', 'minutes', 'hours'] as const).map((name) =>
      wholeNumber(name, values[name]),
    );
    const summary = summarize(
      await playHours({
        records: records ?? 0,
        seed: seed ?? 0,
        minutes: minutes ?? 0,
        hours: hours ?? 0,
        folder,
        onMinute: (minute) => process.stderr.write(`minute ${minute}\n`),
      }),
    );
    process.stdout.write(values.json ? `${JSON.stringify(summary, null, 2)}\n` : `${summaryText(summary)}\n`);
    if (summary.wrong.length > 0) process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
