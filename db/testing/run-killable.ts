/** Runs one of killable-jobs.ts in trouble: `node run-killable.ts FOLDER JOB [TROUBLE]`, as run-in-trouble.ts says. */
import { killableJob } from './killable-jobs.ts';
import { runInTrouble } from './run-in-trouble.ts';

const [path = '', name = '', trouble = '{}'] = process.argv.slice(2);
await runInTrouble(killableJob(name), path, trouble);
