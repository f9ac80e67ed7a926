/** Runs one of service-jobs.ts in trouble: `node run-service-job.ts FOLDER JOB [TROUBLE]`. */
import { runInTrouble } from '../../db/testing/run-in-trouble.ts';
import { serviceJob } from './service-jobs.ts';

process.env.THROUGHLINE_LOG = 'silent'; // what goes wrong is told by the line at the end
const [path = '', name = '', trouble = '{}'] = process.argv.slice(2);
const job = serviceJob(name);
if (!job) throw new Error(`There is no job '${name}' of the program.`);
await runInTrouble(job, path, trouble);
