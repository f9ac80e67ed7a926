import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { jobText } from '../renderer/lib/job-text.ts';
import { root } from './run-process.ts';

/** What jobs say that they are doing, wherever it is written. */
const phases = globSync('{db,electron}/**/*.ts', { cwd: root })
  .filter((path) => !path.endsWith('.test.ts'))
  .flatMap((path) => [...readFileSync(join(root, path), 'utf8').matchAll(/\bphase: ['`]([a-z][^'`$]*)/g)])
  .map(([, phase = '']) => phase.trim());

test('what a job does has words in Korean: of its own, or for its verb, beside which a name stays', () => {
  const { phases: known } = jobText.ko;
  expect(phases.length).toBeGreaterThan(10);
  expect([...new Set(phases)].filter((phase) => !(phase in known) && !((phase.split(' ')[0] ?? '') in known))).toEqual(
    [],
  );
});
