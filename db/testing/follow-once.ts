import { Follower } from '../standby/follower.ts';
import { claimStandby, standbyFolder } from '../standby/standby-folder.ts';
import { storeFolder } from '../store/folder.ts';

/** Makes the standby in `folder` like a store as it is now. */
export function followOnce(store: string, folder: string): void {
  const standby = standbyFolder(folder);
  claimStandby(standby, storeFolder(store));
  const follower = new Follower({
    store: storeFolder(store),
    standby,
    anewAt: null,
    report() {},
    now: () => new Date(),
  });
  try {
    follower.begin();
    follower.look();
  } finally {
    follower.close();
  }
}

/** The folder of a store's standby, beside it. */
export function standbyBeside(path: string): string {
  return `${path}-standby`;
}
