import { type KillableJobName, killableJobsOf } from '../../db/testing/killable-jobs.ts';
import { type ServiceJobName, serviceJobs } from './service-jobs.ts';

export type JobName = KillableJobName | ServiceJobName;

/** All that must survive anything: the jobs of a store, and what the whole program does by itself. */
export const allJobs = [...killableJobsOf(1), ...serviceJobs];
