/**
 * Imports into a store that is followed, one file after the other, until it is killed: `node standby-until-killed.ts FOLDER`, with
 * the standby in `FOLDER-standby`. It says a line each: 'follower PID'; 'acknowledged GENERATION' for an import that is
 * done; 'in step GENERATION' for what the standby is said to hold.
 */

import { createRandom } from '../sample/random.ts';
import { followBeside } from '../standby/follow-beside.ts';
import { claimStandby, standbyFolder } from '../standby/standby-folder.ts';
import { readStoreFacts } from '../standby/store-facts.ts';
import { openStore } from '../store/open-store.ts';
import { randomDrafts } from './random-drafts.ts';
import { insertRecords } from './test-store.ts';

const LARGEST_IMPORT = 3_000;

const [path = '', seed = '1'] = process.argv.slice(2);
const say = (line: string) => void process.stdout.write(`${line}\n`);
const store = openStore(path);
store.live.exec('PRAGMA wal_autocheckpoint = 200'); // so that the log begins anew often
claimStandby(standbyFolder(`${path}-standby`), store.folder);
const request = { store: path, folder: `${path}-standby`, anewAt: null, once: false };
const { pid } = followBeside(request, (state) => {
  if (state.state === 'following') say(`in step ${state.facts.generation}`);
  else if ('message' in state) say(`trouble ${state.message}`);
});
say(`follower ${pid}`);
const random = createRandom(Number(seed));
for (;;) {
  const records = 1 + random.below(LARGEST_IMPORT);
  const drafts = randomDrafts(random, { records, from: '2023-11-01', to: '2024-03-31', duplicates: 0 });
  await insertRecords(store, drafts);
  say(`acknowledged ${readStoreFacts(store.live).generation}`);
  await new Promise((resolve) => setTimeout(resolve, random.below(100)));
}
