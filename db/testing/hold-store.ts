/** Holds a store in a process of its own until that is killed: `node hold-store.ts FOLDER`. */
import { openStore } from '../store/open-store.ts';

openStore(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => {}, 60_000);
