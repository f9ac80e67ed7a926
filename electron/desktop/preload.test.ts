import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';

let folder: string;
let code: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'throughline-preload-'));
  const configFile = fileURLToPath(new URL('../../vite.preload.config.ts', import.meta.url));
  await build({ configFile, logLevel: 'silent', build: { outDir: folder } });
  code = await readFile(join(folder, 'preload.cjs'), 'utf8');
});
afterAll(() => rm(folder, { recursive: true }));

test('the built preload is one file that requires electron and nothing else', async () => {
  expect(await readdir(folder)).toEqual(['preload.cjs']);
  expect([...code.matchAll(/\brequire\(\s*(.+?)\s*\)/g)].map(([, name]) => name)).toEqual(['"electron"']);
  expect(code).not.toMatch(/\bimport\b|\bprocess\b|\beval\b/);
});

test('the built preload exposes a few functions and never ipcRenderer itself', () => {
  const exposed: Record<string, Record<string, unknown>> = {};
  const sent: unknown[][] = [];
  const ipcRenderer = {
    on: () => {},
    off: () => {},
    send: (...args: unknown[]) => sent.push(args),
    invoke: async (...args: unknown[]) => sent.push(args),
  };
  const electron = {
    ipcRenderer,
    contextBridge: { exposeInMainWorld: (name: string, api: Record<string, unknown>) => (exposed[name] = api) },
    webUtils: { getPathForFile: () => '/data/march.csv' },
  };
  new Function('require', 'window', 'location', code)(() => electron, {}, { origin: 'app://throughline' });
  expect(Object.keys(exposed)).toEqual(['throughline']);
  const bridge = exposed.throughline ?? {};
  expect(Object.keys(bridge)).toEqual([
    'kind',
    'requestPort',
    'handOver',
    'chooseFiles',
    'chooseFolder',
    'saveDownload',
    'saveMade',
    'openReportFolder',
    'onMenuCommand',
  ]);
  expect(Object.values(bridge)).not.toContain(ipcRenderer);
  Reflect.apply(bridge.handOver as () => void, null, [{}]);
  expect(sent).toEqual([['throughline:hand-over', '/data/march.csv']]);
});
