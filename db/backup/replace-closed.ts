import { prepareStoreFolder, type StoreFolder } from '../store/folder.ts';
import { holdStore, type OwnedStore, openStore } from '../store/open-store.ts';
import { placeRestored } from './place-restored.ts';

/**
 * Prepares what takes the place of a store that nobody has open, and opens it once, so that it is in its place and at the newest
 * schema; `onOpened` is handed the store before it is closed. Throws STORE_IN_USE, and what the preparing and the opening throw.
 */
export async function replaceClosedStore<Outcome>(
  root: string,
  prepare: (store: StoreFolder) => Promise<Outcome>,
  onOpened: (opened: OwnedStore) => void = () => {},
): Promise<Outcome> {
  const store = prepareStoreFolder(root);
  const lock = holdStore(store);
  let outcome: Outcome;
  try {
    placeRestored(store); // one that was killed half-way
    outcome = await prepare(store);
  } finally {
    lock.release();
  }
  const opened = openStore(store.root);
  try {
    onOpened(opened);
  } finally {
    opened.close();
  }
  return outcome;
}
