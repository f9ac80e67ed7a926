import { expect, test } from 'vitest';
import { importedSources } from './imported-sources.ts';

test('what makes the plant is found through its imports, without types, tests and what merely stands beside it', () => {
  const sources = importedSources(['db/sample/sample-plant.ts']);
  expect(sources).toContain('db/sample/sample-plant.ts');
  expect(sources).toContain('db/sample/random.ts');
  expect(sources).toContain('shared/domain/day.ts');
  for (const other of [
    'db/sample/sample-plant.test.ts',
    'db/sample/sample-source.ts',
    'db/import/rows/record-draft.ts',
  ]) {
    expect(sources).not.toContain(other);
  }
});

test('patterns name several files, and each is found once', () => {
  const sources = importedSources(['db/sample/random.ts', 'db/sample/ran*.ts']);
  expect(sources.filter((path) => path === 'db/sample/random.ts')).toHaveLength(1);
});
