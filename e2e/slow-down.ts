import { setTimeout as after } from 'node:timers/promises';

const RUNS_MS = 5;
const RESTS_MS = 45;

/**
 * Does something while a process runs a tenth of the time, as on a machine that has much else to do: what is shown of waiting can be
 * looked at on quick machines too. Works wherever processes can be paused, which Windows has no signal for.
 */
export async function whileSlow<T>(pid: number | undefined, act: () => Promise<T>): Promise<T> {
  if (pid === undefined) throw new Error('There is no process to slow down.');
  let over = false;
  const rests = (async () => {
    while (!over) {
      process.kill(pid, 'SIGSTOP');
      await after(RESTS_MS);
      process.kill(pid, 'SIGCONT');
      await after(RUNS_MS);
    }
  })();
  try {
    return await act();
  } finally {
    over = true;
    await rests;
  }
}
