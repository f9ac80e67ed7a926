import type { FaultCase, Tally } from '../fault.ts';
import { runMixedLoad } from '../mixed-load.ts';
import type { Trend } from './trend.ts';

const RECORDS = 10_000;
/** What a heap may grow between the first and the last quarter of what counts: the collector of memory comes when it likes. */
const MOST_GROWTH = 1.2;
const BYTES_A_KILOBYTE = 1e3;
const BYTES_A_MEGABYTE = 1e6;

/** Everything at once, for as long as `--minutes` says; an order is a try. Its short form is a test of its own. */
export const mixedLoad: FaultCase = {
  group: 'mixed-load',
  name: 'imports, corrections, undo, archiving, VACUUM, checks, backups, drills, cancelled or not, and questions',
  weight: 1,
  short: 0,
  async run({ minutes, random, scratch }, tally) {
    const say = (line: string) => void process.stderr.write(`  ${line}\n`);
    const load = await runMixedLoad({ folder: scratch, minutes, seed: random.below(2 ** 31), records: RECORDS, say });
    for (const { done, cancelled } of load.orders) tally.tried += done + cancelled;
    count(tally, 'cancelled', sum(load.orders.map(({ cancelled }) => cancelled)));
    count(tally, 'answers equal to the oracle', load.answers);
    count(tally, 'questions given up', load.givenUp);
    count(tally, 'comparisons of all records', load.compared);
    count(tally, 'records at the end', load.records);
    for (const fault of load.faults) tally.fault('wrong', fault);
    for (const [name, trend] of [
      ['heap', load.heap],
      ['heaps of threads', load.threadHeaps],
      ['resident memory', load.resident],
    ] as const)
      noteTrend(tally, name, trend);
  },
};

function noteTrend(tally: Tally, name: string, trend: Trend | null): void {
  if (!trend) return;
  const megabytes = (bytes: number) => Math.round(bytes / BYTES_A_MEGABYTE);
  count(tally, `MB of ${name} after warming up`, megabytes(trend.first));
  count(tally, `MB of ${name} at the end`, megabytes(trend.last));
  count(tally, `kB of ${name} a minute`, Math.round(trend.perMinute / BYTES_A_KILOBYTE));
  if (trend.last > trend.first * MOST_GROWTH) {
    tally.fault('wrong', `${name} grows: ${megabytes(trend.first)} MB, then ${megabytes(trend.last)} MB`);
  }
}

function count(tally: Tally, name: string, number: number): void {
  tally.came.set(name, number);
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}
