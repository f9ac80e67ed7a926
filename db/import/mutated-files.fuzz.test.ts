import { testMutatedFiles } from '../testing/test-mutated-files.ts';

/** More, and all of it of each file: npm run faults -- --only files --count 100000. */
testMutatedFiles({ seed: 20_261_121, from: 0, count: 5_000 });
