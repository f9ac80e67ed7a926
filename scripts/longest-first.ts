import { relative } from 'node:path';
import { BaseSequencer, type TestSpecification } from 'vitest/node';
import { root } from './run-process.ts';

/** The test files that take longest, from ten seconds on: whatever begins last keeps one core while the others wait. */
export const longest: readonly string[] = [
  'db/engine/differential.test.ts',
  'scripts/faults/short.test.ts',
  'db/import/mutated-files.fuzz.test.ts',
  'db/import/mutated-files-further.fuzz.test.ts',
  'scripts/bench/parts.test.ts',
  'db/engine/answers/from-columns.test.ts',
  'electron/cli/store-commands.test.ts',
  'electron/service/cache/warming.test.ts',
  'electron/service/foreign-watch.test.ts',
  'electron/service/watched/watched.test.ts',
  'electron/service/standby.test.ts',
  'electron/service/service.test.ts',
  'electron/cli/backup-commands.test.ts',
  'electron/cli/watch-commands.test.ts',
  'electron/service/backups.test.ts',
  'db/engine/slices/look-through.test.ts',
  'db/import/import-parts.test.ts',
  'electron/service/hosted-store.test.ts',
  'electron/service/monitor/recorded-questions.test.ts',
  'electron/service/schedule/open-schedule.test.ts',
  'electron/cli/index-commands.test.ts',
  'scripts/analyst-hour/hour.test.ts',
  'db/engine/set-aside.test.ts',
];

/** Paths of test files, from the project's folder, with those that take longest first; all others stay as they are. */
export function longestFirst<Item>(items: readonly Item[], pathOf: (item: Item) => string): Item[] {
  const place = (item: Item) => {
    const at = longest.indexOf(pathOf(item));
    return at === -1 ? longest.length : at;
  };
  return items.toSorted((one, other) => place(one) - place(other));
}

/** The order of vitest, which goes by the size of files where it has not run yet, but for those that are known. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const inOrder = await super.sort(files);
    return longestFirst(inOrder, ({ moduleId }) => relative(root, moduleId).replaceAll('\\', '/'));
  }
}
