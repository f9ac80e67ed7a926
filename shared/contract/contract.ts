import { eventIterator } from '@orpc/contract';
import { z } from 'zod';
import { askingCalls } from './calls/asking.ts';
import { base, jobStarted } from './calls/base.ts';
import { deskCalls } from './calls/desk.ts';
import { handingOnCalls } from './calls/handing-on.ts';
import { importingCalls } from './calls/importing.ts';
import { keepingCalls } from './calls/keeping.ts';
import { healthSchema } from './health.ts';
import { appEventSchema, jobSchema, storeStatusSchema } from './schemas.ts';

/** Every call of the service. Hosts carry it over a MessagePort or a WebSocket; handlers implement it. */
export const contract = {
  store: {
    status: base.output(storeStatusSchema),
    /** Fills the store with the sample plant. */
    openSamplePlant: base.output(jobStarted),
  },
  ...askingCalls,
  ...importingCalls,
  ...keepingCalls,
  ...handingOnCalls,
  ...deskCalls,
  jobs: {
    /** Running and queued jobs first, then the history, newest first. */
    list: base.output(z.array(jobSchema)),
    cancel: base.input(z.object({ jobId: z.string() })).output(z.object({ cancelled: z.boolean() })),
  },
  /** What the program did and how it is. */
  health: {
    get: base.output(healthSchema),
  },
  /** What happens while a window is open: jobs, alerts, changes of the store. */
  events: base.output(eventIterator(appEventSchema)),
};

export type Contract = typeof contract;
