import { Engine } from '../engine/engine.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { createStore } from './test-store.ts';

/** An engine that owns a new store, filled before it is opened; `remove` closes it and removes the store. */
export async function createEngine(
  fill: (store: OwnedStore) => unknown = () => {},
): Promise<{ engine: Engine; remove(): Promise<void> }> {
  const { store, path, remove } = createStore();
  await fill(store);
  store.close();
  const engine = await Engine.open(path, 'own');
  const removeAll = async () => {
    await engine.close();
    remove();
  };
  return { engine, remove: removeAll };
}
