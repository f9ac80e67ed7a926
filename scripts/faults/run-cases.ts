import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createRandom } from '../../db/sample/random.ts';
import { type FaultCase, Tally } from './fault.ts';

/** Tries one case so often, in a folder of its own; the same seed tries the same. */
export async function tryCase(
  each: FaultCase,
  { tries, minutes = 0, seed }: { tries: number; minutes?: number; seed: number },
): Promise<Tally> {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-faults-'));
  const scratch = join(folder, 'scratch');
  mkdirSync(scratch);
  const tally = new Tally();
  try {
    await each.run({ tries, minutes, random: createRandom(seedOf(each, seed)), scratch }, tally);
    return tally;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Another stream of random numbers for each case, whichever others run. */
function seedOf({ group, name }: FaultCase, seed: number): number {
  return [...`${group} ${name}`].reduce((hash, letter) => (Math.imul(hash, 31) + letter.charCodeAt(0)) | 0, seed);
}
