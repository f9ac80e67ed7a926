import { readFileSync } from 'node:fs';
import { constants, platform } from 'node:os';
import { Worker } from 'node:worker_threads';
import { expect, test } from 'vitest';

/** The 19th field of a thread's stat is its niceness; the second, its name, may hold blanks. */
function niceness(thread: string): number {
  const stat = readFileSync(`/proc/${thread}/stat`, 'utf8');
  return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[16]);
}

test.runIf(platform() === 'linux')('a thread that gives way does so alone', async () => {
  const before = niceness('self');
  const url = new URL('./give-way.ts', import.meta.url).href;
  const worker = new Worker(
    `const { parentPort } = require('node:worker_threads');
     const { readlinkSync } = require('node:fs');
     import(${JSON.stringify(url)}).then(({ giveWay }) => {
       giveWay();
       parentPort.postMessage(readlinkSync('/proc/thread-self'));
       parentPort.once('message', () => process.exit());
     });`,
    { eval: true },
  );
  const thread = await new Promise<string>((resolve, reject) => {
    worker.once('message', resolve);
    worker.once('error', reject);
  });
  expect(niceness(thread)).toBe(constants.priority.PRIORITY_BELOW_NORMAL);
  expect(niceness('self')).toBe(before);
  worker.postMessage('end');
});
