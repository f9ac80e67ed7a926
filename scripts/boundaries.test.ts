import { expect, test } from 'vitest';
import { findViolations, importsOf } from './boundaries.ts';

const violations = (path: string, text: string) => findViolations([{ path, text }]);

test.each([
  ['shared/query/a.ts', "import { readFileSync } from 'node:fs';"],
  ['shared/query/a.ts', "export * from '../../db/store/a.ts';"],
  ['db/store/a.ts', "import { app } from 'electron';"],
  ['db/planner/a.ts', "import Database from 'better-sqlite3';"],
  ['electron/service/a.ts', "import { startBrowserHost } from '../browser/host.ts';"],
  ['electron/cli/commands/a.ts', "import { inspectFile } from '../../../db/import/inspect.ts';"],
  ['electron/browser/a.ts', "const electron = await import('electron');"],
  ['electron/desktop/preload.ts', "import { portMessage } from '../../shared/contract/desktop-bridge.ts';"],
  ['electron/desktop/preload.ts', "import { readFileSync } from 'node:fs';"],
  ['renderer/features/overview/a.tsx', "import { Grid } from '../records/grid.tsx';"],
  ['renderer/features/overview/a.tsx', "import { routes } from '../../app/routes.tsx';"],
  ['renderer/ui/a.tsx', "import {\n  Grid,\n} from '../features/records/grid.tsx';"],
  ['renderer/lib/a.ts', "import { openStore } from '../../db/store/open-store.ts';"],
  ['electron/cli/a.ts', "import { root } from '../../scripts/run-process.ts';"],
  ['renderer/lib/a.ts', "await fetch('https://example.com/font.woff2');"],
])('in %s, %s breaks a rule', (path, text) => {
  expect(violations(path, text)).toHaveLength(1);
});

test.each([
  ['shared/query/a.ts', "import { z } from 'zod';\nimport { oc } from '@orpc/contract';\nimport { b } from './b.ts';"],
  ['shared/query/a.test.ts', "import { expect } from 'vitest';"],
  ['db/engine/sqlite/a.ts', "import Database from 'better-sqlite3';"],
  ['db/store/a.ts', "import type { Database } from 'better-sqlite3';"],
  ['electron/desktop/window.ts', "import { BrowserWindow } from 'electron';"],
  [
    'electron/desktop/preload.ts',
    "import { contextBridge } from 'electron';\nimport type { Channel } from './channels.ts';",
  ],
  ['electron/cli/a.ts', "import { createService } from '../service/service.ts';"],
  ['renderer/features/overview/a.tsx', "import { b } from './b.tsx';\nimport { Screen } from '../../ui/screen.tsx';"],
  ['renderer/app/routes.tsx', "import { Overview } from '../features/overview/overview.tsx';"],
  ['renderer/ui/a.tsx', "// as in https://example.com\nconst svg = 'http://www.w3.org/2000/svg';"],
  ['scripts/a.ts', "import { findViolations } from '../e2e/fixtures.ts';"],
])('in %s, %s is as it should be', (path, text) => {
  expect(violations(path, text)).toEqual([]);
});

test('imports are found over several lines, in exports and in calls, and types are told apart', () => {
  const text = `
    import 'a';
    import { type B, type C } from 'b';
    import { type D, d } from 'd';
    export { e } from './e.ts';
    const f = await import('f');
    // import { g } from 'g';
    const text = 'import it';
  `;
  expect(importsOf({ path: 'db/store/x.ts', text })).toEqual([
    { target: 'a', typeOnly: false },
    { target: 'b', typeOnly: true },
    { target: 'd', typeOnly: false },
    { target: 'db/store/e.ts', typeOnly: false },
    { target: 'f', typeOnly: false },
  ]);
});
