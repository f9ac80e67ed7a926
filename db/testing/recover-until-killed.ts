/**
 * Rebuilds an archive in a process of its own that ends at a moment of its choice, as if the power had failed:
 * `node recover-until-killed.ts FOLDER ARCHIVE MOMENT [COPIES]`, where MOMENT counts what the job reports and asks, and the
 * steps of putting it into place, from 0. One that comes to its end tells how many there were.
 */
import { rebuildArchive } from '../recovery/rebuild-archive.ts';
import { openStore } from '../store/open-store.ts';

const [path = '', archive = '', moment = '', ...folders] = process.argv.slice(2);
let moments = 0;
const tick = () => {
  if (moments++ === Number(moment)) process.kill(process.pid, 'SIGKILL');
};
const store = openStore(path);
process.stdout.write('began\n');
await rebuildArchive(store, { archive, folders }, { report: tick, checkCancelled: tick }, tick);
store.close();
process.stdout.write(`${moments}\n`);
