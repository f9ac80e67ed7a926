import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import { LongestFirst } from './scripts/longest-first.ts';
import { keepCompiled, root } from './scripts/run-process.ts';

keepCompiled();

export default defineConfig({
  test: {
    // They end what hangs. How long things take is measured elsewhere, and a machine may have much else to do.
    testTimeout: 300_000,
    hookTimeout: 300_000,
    expect: { poll: { timeout: 60_000 } },
    // Its default leaves a core free; nobody works at the machine of a gate.
    maxWorkers: '100%',
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        extends: true,
        test: {
          // Nothing in them outlasts a test, so that one process can run them all.
          name: 'pure',
          include: ['{shared,renderer}/**/*.test.{ts,tsx}'],
          isolate: false,
        },
      },
      {
        extends: true,
        test: {
          // They start threads by the thousand, which a build loads in half the time.
          name: 'engine',
          include: ['{db,electron,scripts}/**/*.test.{ts,tsx}'],
          globalSetup: './scripts/prepare-tests.ts',
          env: { THROUGHLINE_ENTRIES: join(root, 'dist', 'cli') },
        },
      },
    ],
  },
});
