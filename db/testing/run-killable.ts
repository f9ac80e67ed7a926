/** Runs those of killable-jobs.ts in trouble, as run-in-trouble.ts says. */
import { killableJob } from './killable-jobs.ts';
import { runAsTold } from './run-in-trouble.ts';

await runAsTold(killableJob);
