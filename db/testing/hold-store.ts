/** Holds a store in a process of its own until that is killed: `node hold-store.ts FOLDER`. */
import { openStore } from '../store/open-store.ts';

const store = openStore(process.argv[2] ?? '');
process.stdout.write('held\n');
setInterval(() => store.folder, 60_000); // what nobody refers to is closed
