import { afterAll, beforeAll } from 'vitest';
import { Engine } from '../engine/engine.ts';
import { importRows } from '../import/import-rows.ts';
import { sampleSource } from '../sample/sample-source.ts';
import { createStore, unwatched } from './test-store.ts';

/** On a machine that does much else. */
const SLOWEST_OPENING_MS = 60_000;

/** An engine over a store of the sample plant, opened before the tests of a file and taken away with its folder after them. */
export function sampleEngine(sample: Parameters<typeof sampleSource>[0]): { readonly engine: Engine } {
  let opened: { engine: Engine; remove: () => void } | undefined;
  beforeAll(async () => {
    const { store, path, remove } = createStore();
    await importRows(store, sampleSource(sample), unwatched);
    store.close();
    opened = { engine: await Engine.open(path, 'own'), remove };
  }, SLOWEST_OPENING_MS);
  afterAll(async () => {
    await opened?.engine.close();
    opened?.remove();
  });
  return {
    get engine() {
      if (!opened) throw new Error('The engine is there within tests only');
      return opened.engine;
    },
  };
}
