/**
 * Runs one of killable-jobs.ts in trouble: `node run-killable.ts FOLDER JOB [TROUBLE] [SHARE]`, as run-in-trouble.ts says. With no
 * arguments it stays, and runs what it is told to on standard input: a line of JSON `{path, name, share}` each.
 */
import { createInterface } from 'node:readline';
import { type KillableJob, killableJob } from './killable-jobs.ts';
import { runInTrouble } from './run-in-trouble.ts';

const [path, name = '', trouble = '{}', share = '1'] = process.argv.slice(2);
if (path === undefined) await runAsTold();
else await runInTrouble(killableJob(name, Number(share)), path, trouble);

async function runAsTold(): Promise<void> {
  const known = new Map<string, KillableJob>(); // their records take a while to make
  for await (const line of createInterface(process.stdin)) {
    const order: { path: string; name: string; share: number } = JSON.parse(line);
    const key = JSON.stringify([order.name, order.share]);
    const job = known.get(key) ?? killableJob(order.name, order.share);
    known.set(key, job);
    await runInTrouble(job, order.path, '{}');
  }
}
