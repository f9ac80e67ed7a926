import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildTarget } from '../scripts/build-target.ts';
import { keepCompiled } from '../scripts/run-process.ts';
import { PLANTS } from './store.ts';

/** What the specs open is what the sources say: whatever is not built, or of other sources, is built first. */
export default async function prepare(): Promise<() => Promise<void>> {
  keepCompiled();
  await buildTarget('renderer');
  await buildTarget('cli');
  const plants = await mkdtemp(join(tmpdir(), 'throughline-plants-'));
  process.env[PLANTS] = plants;
  return () => rm(plants, { recursive: true, force: true });
}
