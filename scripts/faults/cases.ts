import { besides } from './beside.ts';
import { damages } from './damage.ts';
import { diskErrors } from './disk-errors.ts';
import { everyWrite } from './every-write.ts';
import type { FaultCase } from './fault.ts';
import { fullDisks } from './full-disk.ts';
import { kills } from './kills.ts';
import { mixedLoad } from './mixed-load/case.ts';
import { mutatedFiles } from './mutated-files.ts';
import { refusalCases } from './refusals.ts';

/** Everything that is done to a store. */
export const cases: readonly FaultCase[] = [
  ...kills,
  ...fullDisks,
  ...everyWrite,
  ...diskErrors,
  ...damages,
  ...refusalCases,
  ...besides,
  mutatedFiles,
  mixedLoad,
];
