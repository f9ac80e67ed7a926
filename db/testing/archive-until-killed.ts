/**
 * Archives a year in a process of its own that ends at a moment of its choice, as if the power had failed:
 * `node archive-until-killed.ts FOLDER YEAR MOMENT`, where MOMENT counts what the job reports and asks, from 0.
 */
import { archiveYear } from '../maintenance/archive.ts';
import { openStore } from '../store/open-store.ts';

const [folder = '', year = '', moment = ''] = process.argv.slice(2);
let left = Number(moment);
const tick = () => {
  if (left-- === 0) process.kill(process.pid, 'SIGKILL');
};
const store = openStore(folder);
process.stdout.write('opened\n');
archiveYear(store, Number(year), { report: tick, checkCancelled: tick });
process.stdout.write('archived\n');
store.close();
