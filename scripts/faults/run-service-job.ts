/** Runs those of service-jobs.ts in trouble, as run-in-trouble.ts says. */
import { runAsTold } from '../../db/testing/run-in-trouble.ts';
import { serviceJob } from './service-jobs.ts';

process.env.THROUGHLINE_LOG = 'silent'; // what goes wrong is told by the line at the end
await runAsTold((name) => {
  const job = serviceJob(name);
  if (!job) throw new Error(`There is no job '${name}' of the program.`);
  return job;
});
