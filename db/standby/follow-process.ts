/**
 * The process that follows a store. It reads the live file as bytes, which must not happen in a process that has the store open:
 * see live-log.ts. It ends when it is told to, or because the one that wanted it is gone; in both cases it first takes what
 * is still missing.
 */
import { type FollowRequest, follow, type StandbyState } from './follow.ts';

export type FollowMessage = { report: StandbyState };

const ending = new AbortController();
const end = () => ending.abort();
/** Whoever wanted to know is gone, which 'disconnect' tells as well. */
const untold = () => {};
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => {}); // a terminal tells the whole group: whoever wants it says when
process.on('disconnect', end);
process.once('message', (request: FollowRequest) => {
  process.on('message', end);
  const report = (state: StandbyState) => {
    if (process.connected) process.send?.({ report: state } satisfies FollowMessage, untold);
  };
  void follow(request, { signal: ending.signal, report }).finally(() => {
    if (process.connected) process.disconnect();
  });
});
