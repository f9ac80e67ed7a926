import { describe, expect, it } from 'vitest';
import type { Job } from '../../../shared/contract/schemas.ts';
import { dismiss, emptyTray, followJobs } from './tray.ts';

const job = (id: string, state: Job['state']) => ({ id, state }) as Job;
const opened = followJobs(emptyTray, []);

describe('the job tray', () => {
  it('tells of a job until it ended, and then how', () => {
    const running = followJobs(opened, [job('a', 'running')]);
    expect(running).toMatchObject({ running: ['a'], ended: [] });
    expect(followJobs(running, [job('a', 'done')])).toMatchObject({ running: [], ended: ['a'] });
  });

  it('is silent about what was over before the window was there', () => {
    const history = [job('old', 'done'), job('older', 'failed')];
    const tray = followJobs(emptyTray, history);
    expect(tray).toMatchObject({ running: [], ended: [] });
    expect(followJobs(tray, history)).toBe(tray);
  });

  it('tells of a job that was too quick to be seen running, once', () => {
    const tray = followJobs(opened, [job('quick', 'done')]);
    expect(tray.ended).toEqual(['quick']);
    expect(followJobs(dismiss(tray, 'quick'), [job('quick', 'done')]).ended).toEqual([]);
  });

  it('keeps a job that waits, and one that ended beside one that runs', () => {
    const both = followJobs(opened, [job('a', 'running'), job('b', 'queued')]);
    expect(followJobs(both, [job('b', 'running'), job('a', 'cancelled')])).toMatchObject({
      running: ['b'],
      ended: ['a'],
    });
  });

  it('tells first of what ended first, while the list has the newest first', () => {
    expect(followJobs(opened, [job('second', 'done'), job('first', 'done')]).ended).toEqual(['first', 'second']);
  });

  it('stays the same thing while nothing changed', () => {
    const tray = followJobs(opened, [job('a', 'running')]);
    expect(followJobs(tray, [job('a', 'running')])).toBe(tray);
  });
});
