import { rmSync } from 'node:fs';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { draftOf } from '../testing/draft.ts';
import { standbyBeside } from '../testing/follow-once.ts';
import { readStandby } from '../testing/standby-content.ts';
import { createStore, insertRecords } from '../testing/test-store.ts';
import { follow, type StandbyState } from './follow.ts';
import { claimStandby, standbyFolder } from './standby-folder.ts';
import { readStoreFacts } from './store-facts.ts';

let created: ReturnType<typeof createStore>;
beforeEach(() => {
  created = createStore();
});
afterEach(() => {
  created.store.close();
  rmSync(standbyBeside(created.path), { recursive: true, force: true });
  created.remove();
});

/** Follows until asked to end; `reached` settles with the first report of a kind. */
function following() {
  const { path } = created;
  const ending = new AbortController();
  const waiting = new Map<StandbyState['state'], (state: StandbyState) => void>();
  const ended = follow(
    { store: path, folder: standbyBeside(path), anewAt: null, once: false },
    { signal: ending.signal, report: (state) => waiting.get(state.state)?.(state) },
  );
  const reached = (state: StandbyState['state']) =>
    new Promise<StandbyState>((resolve) => {
      waiting.set(state, resolve);
    });
  const end = () => {
    ending.abort();
    return ended;
  };
  return { reached, end };
}

test('a folder that is not there is told, and tried again until it is', async () => {
  const { reached, end } = following();
  const trouble = await reached('trouble');
  expect(trouble).toMatchObject({ message: expect.stringContaining('Check that its disk is there') });
  claimStandby(standbyFolder(standbyBeside(created.path)), created.store.folder);
  await reached('following');
  await end();
});

test('asked to end, it first takes what was done until then', async () => {
  const { path, store } = created;
  claimStandby(standbyFolder(standbyBeside(path)), store.folder);
  const { reached, end } = following();
  await reached('following');
  await insertRecords(store, [draftOf('2024-01-01', 'A', 1)]);
  await end();
  expect(readStandby(standbyBeside(path), (live) => readStoreFacts(live).records)).toBe(1);
});
