/**
 * One import in a process of its own, which ends with it: what import-memory.ts starts. Its arguments are a new folder
 * for the store and the file; its output an ImportOnce as JSON.
 */
import { statSync } from 'node:fs';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { setTimeout } from 'node:timers/promises';
import { Engine } from '../../db/engine/engine.ts';
import type { Delay, ImportOnce } from './import-memory.ts';
import { peakMemory } from './peak-memory.ts';

const QUIET_MS = 1_000;
/** The loop is asked so often whether it comes to its turn; what is later than that is a delay. */
const RESOLUTION_MS = 10;
const NANOSECONDS_A_MS = 1_000_000;

async function delayDuring(work: Promise<unknown>): Promise<Delay> {
  const monitor = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  monitor.enable();
  await work;
  monitor.disable();
  const late = (nanoseconds: number) => Math.max(0, nanoseconds / NANOSECONDS_A_MS - RESOLUTION_MS);
  return { p99Ms: late(monitor.percentile(99)), mostMs: late(monitor.max) };
}

const [folder = '', path = ''] = process.argv.slice(2);
const engine = await Engine.open(folder, 'own');
const { profile } = await engine.ask('inspect', { path, choice: {} });
const quietDelay = await delayDuring(setTimeout(QUIET_MS));
const beforeBytes = peakMemory();
const startedAt = performance.now();
const imported = engine.start('importFile', { path, name: 'plant', profile }, () => {}).result;
const delay = await delayDuring(imported);
const { rowsRead, inserted } = await imported;
const result: ImportOnce = {
  rows: rowsRead,
  inserted,
  fileBytes: statSync(path).size,
  seconds: (performance.now() - startedAt) / 1_000,
  beforeBytes,
  peakBytes: peakMemory(),
  quietDelay,
  delay,
};
await engine.close();
process.stdout.write(JSON.stringify(result));
