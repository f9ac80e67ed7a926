import { describe, expect, it } from 'vitest';
import type { Job } from '../../../shared/contract/schemas.ts';
import { dismiss, emptyTray, followJobs } from './tray.ts';

const job = (id: string, state: Job['state']) => ({ id, state }) as Job;

describe('the job tray', () => {
  it('tells of a job until it ended, and then how', () => {
    const running = followJobs(emptyTray, [job('a', 'running')]);
    expect(running).toEqual({ running: ['a'], ended: [] });
    expect(followJobs(running, [job('a', 'done')])).toEqual({ running: [], ended: ['a'] });
  });

  it('is silent about history', () => {
    expect(followJobs(emptyTray, [job('old', 'done'), job('older', 'failed')])).toEqual(emptyTray);
  });

  it('keeps a job that waits, and one that ended beside one that runs', () => {
    const both = followJobs(emptyTray, [job('a', 'running'), job('b', 'queued')]);
    expect(followJobs(both, [job('b', 'running'), job('a', 'cancelled')])).toEqual({ running: ['b'], ended: ['a'] });
  });

  it('forgets a message that was closed', () => {
    expect(dismiss({ running: [], ended: ['a', 'b'] }, 'a')).toEqual({ running: [], ended: ['b'] });
  });

  it('stays the same thing while nothing changed', () => {
    const tray = followJobs(emptyTray, [job('a', 'running')]);
    expect(followJobs(tray, [job('a', 'running')])).toBe(tray);
  });
});
