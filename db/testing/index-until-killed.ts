/**
 * Makes or takes away an index of advice in a process of its own that ends at a moment of its choice, as if the power had
 * failed: `node index-until-killed.ts FOLDER apply|revert MOMENT`, where MOMENT counts what the job reports and asks, from 0.
 */
import { applyIndex, revertIndex } from '../indexes/apply.ts';
import { openStore } from '../store/open-store.ts';

const [folder = '', change = '', moment = ''] = process.argv.slice(2);
let left = Number(moment);
const tick = () => {
  if (left-- === 0) process.kill(process.pid, 'SIGKILL');
};
const store = openStore(folder);
process.stdout.write('opened\n');
const context = { report: tick, checkCancelled: tick };
if (change === 'apply') applyIndex(store, { fields: ['operator', 'day'], shape: 'a shape' }, context);
else revertIndex(store, 'records_by_operator_day', context);
store.close();
process.stdout.write('done\n');
