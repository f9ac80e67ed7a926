import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { importProfileSchema } from '../../shared/import/profile.ts';
import { storeFolder } from '../store/folder.ts';
import { type OwnedStore, openStore } from '../store/open-store.ts';
import { readProfiles, rememberProfile } from '../store/profiles.ts';
import { backUpBeside, backupsBeside } from '../testing/backup-store.ts';
import { createStore, unwatched } from '../testing/test-store.ts';
import { filesOfThePlace, keptFiles } from './papers.ts';
import { restoreStore } from './restore.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
let backups: string;
beforeEach(() => {
  ({ store, path, remove } = createStore());
  backups = backupsBeside(path);
});
afterEach(() => {
  store.close();
  remove();
  rmSync(backups, { recursive: true, force: true });
});

test('what people keep and set comes back with a restore where it is lost: settings, views, column sets, dashboards, rules, profiles', async () => {
  for (const name of keptFiles) writeFileSync(store.folder[name], JSON.stringify({ kept: name }));
  const profile = importProfileSchema.parse({ name: 'Press shop', fields: { line: { column: 'line' } } });
  rememberProfile(store.live, { fingerprint: 'abc', headings: ['line'], profile });
  const profiles = readProfiles(store.live);
  expect(profiles.map(({ name }) => name)).toEqual(['Press shop']);
  await backUpBeside(path);
  for (const name of keptFiles) rmSync(store.folder[name]);
  store.close();
  await restoreStore({ store: path, folder: backups, now: new Date().toISOString() }, unwatched);
  store = openStore(path);
  expect(keptFiles.map((name) => JSON.parse(readFileSync(store.folder[name], 'utf8')))).toEqual(
    keptFiles.map((kept) => ({ kept })),
  );
  expect(readProfiles(store.live)).toEqual(profiles);
});

test('every file of text in a store is either backed up or stays with the place, by name', () => {
  const texts = Object.entries(storeFolder('store')).filter(([, file]) => file.endsWith('.json'));
  expect(texts.map(([name]) => name).toSorted()).toEqual([...keptFiles, ...filesOfThePlace].toSorted());
});
