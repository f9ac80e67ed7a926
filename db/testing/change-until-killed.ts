/**
 * Changes a store in a process of its own that ends at a moment of its choice, as if the power had failed:
 * `node change-until-killed.ts FOLDER CHANGE MOMENT`, where CHANGE is one of killable-changes.ts and MOMENT counts what
 * the job reports and asks, from 0. One that comes to its end tells how many there were.
 */
import { openStore } from '../store/open-store.ts';
import { changes } from './killable-changes.ts';

const [folder = '', name = '', moment = ''] = process.argv.slice(2);
const change = changes.find((each) => each.name === name);
if (!change) throw new Error(`There is no change '${name}'.`);
let moments = 0;
const tick = () => {
  if (moments++ === Number(moment)) process.kill(process.pid, 'SIGKILL');
};
const store = openStore(folder);
process.stdout.write('opened\n');
await change.run(store, { report: tick, checkCancelled: tick });
store.close();
process.stdout.write(`${moments}\n`);
