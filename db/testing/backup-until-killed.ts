/**
 * Backs up or restores a store in a process of its own that ends at a moment of its choice, as if the power had failed:
 * `node backup-until-killed.ts FOLDER TASK MOMENT`, where TASK is 'backup' or 'restore', and MOMENT counts what the
 * job reports and asks, and the renames of a restore, from 0. One that comes to its end tells how many there were.
 */
import { placeRestored } from '../backup/place-restored.ts';
import { prepareRestore } from '../backup/restore.ts';
import { storeFolder } from '../store/folder.ts';
import { backUpBeside, backupsBeside } from './backup-store.ts';

const [path = '', task = '', moment = ''] = process.argv.slice(2);
let moments = 0;
const tick = () => {
  if (moments++ === Number(moment)) process.kill(process.pid, 'SIGKILL');
};
const context = { report: tick, checkCancelled: tick };
process.stdout.write('began\n');
if (task === 'backup') await backUpBeside(path, {}, context);
if (task === 'restore') {
  const now = new Date().toISOString();
  await prepareRestore({ store: path, folder: backupsBeside(path), now }, context);
  placeRestored(storeFolder(path), tick);
}
process.stdout.write(`${moments}\n`);
