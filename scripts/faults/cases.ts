import { diskErrors } from './disk-errors.ts';
import type { FaultCase } from './fault.ts';
import { fullDisks } from './full-disk.ts';
import { kills } from './kills.ts';

/** Everything that is done to a store. */
export const cases: readonly FaultCase[] = [...kills, ...fullDisks, ...diskErrors];
