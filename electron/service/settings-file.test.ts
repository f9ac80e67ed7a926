import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { scratchFolder } from '../../db/testing/test-store.ts';
import { defaultSettings } from '../../shared/contract/settings.ts';
import { SettingsFile } from './settings-file.ts';

let path: string;
let remove: () => void;
const unreadable: unknown[] = [];
const open = () => SettingsFile.open(join(path, 'settings.json'), (error) => unreadable.push(error));
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  unreadable.length = 0;
});
afterEach(() => remove());

test('the defaults hold until something is changed, and a change is there the next time', async () => {
  const settings = await open();
  expect(settings.settings).toEqual(defaultSettings);
  expect(await settings.change({ timeLimitSeconds: 300 })).toEqual({ ...defaultSettings, timeLimitSeconds: 300 });
  expect((await open()).settings.timeLimitSeconds).toBe(300);
  expect(JSON.parse(readFileSync(join(path, 'settings.json'), 'utf8'))).toEqual({ timeLimitSeconds: 300 });
  expect(unreadable).toEqual([]);
});

test.each(['{', '{"timeLimitSeconds":-1}', '{"timeLimit":5}'])(
  'a file that holds %s is told, and the defaults hold',
  async (text) => {
    writeFileSync(join(path, 'settings.json'), text);
    expect((await open()).settings).toEqual(defaultSettings);
    expect(unreadable).toHaveLength(1);
  },
);

test('what cannot be kept does not hold either', async () => {
  const settings = await open();
  mkdirSync(join(path, 'settings.json.new'));
  await expect(settings.change({ timeLimitSeconds: 5 })).rejects.toThrow();
  expect(settings.settings).toEqual(defaultSettings);
});
