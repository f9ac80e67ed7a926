import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { entryFile } from '../entry-file.ts';
import type { FollowRequest, StandbyState } from './follow.ts';
import type { FollowMessage } from './follow-process.ts';

/** A process that is gone hears nothing, and says so by its end. */
const unheard = () => {};

/** A process that follows a store. */
export interface Following {
  /** Settles when it has ended, of itself or not. */
  ended: Promise<void>;
  /** Lets it take what is missing and end. One that has not ended by then is killed, which leaves a standby of before. */
  end(withinMs: number): Promise<void>;
  /** Of the process. */
  pid: number | undefined;
}

/** Starts following a store in a process of its own; see follow-process.ts. */
export function followBeside(request: FollowRequest, onReport: (state: StandbyState) => void): Following {
  const child = fork(fileURLToPath(entryFile('standby/follow-process')), {
    execArgv: [],
    env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, // the desktop program's own binary is Node, if asked so
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => {
    child.on('exit', () => resolve());
    child.on('error', (error) => {
      onReport({
        state: 'trouble',
        message: `The process that follows the store could not be started (${error.message}).`,
      });
      resolve();
    });
  });
  child.on('message', ({ report }: FollowMessage) => onReport(report));
  child.send(request, unheard);
  return {
    ended,
    pid: child.pid,
    async end(withinMs) {
      if (child.connected) child.send('end', unheard);
      const tooLate = setTimeout(() => child.kill('SIGKILL'), withinMs);
      await ended;
      clearTimeout(tooLate);
    },
  };
}
