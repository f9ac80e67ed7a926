/**
 * Asks for a backup in a process of its own, and ends as if the power had failed as soon as it is told how far that is:
 * `node ask-and-die.ts STORE FOLDER`.
 */
import { startBeside } from '../backup/beside.ts';

const [store = '', folder = ''] = process.argv.slice(2);
const rule = { daily: 1, weekly: 0, monthly: 0 };
const now = new Date().toISOString();
await startBeside('backUp', { store, folder, rule, whole: false, now }, () => process.kill(process.pid, 'SIGKILL'))
  .result;
