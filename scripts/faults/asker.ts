import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import type { Asked, AskRequest } from '../../db/testing/ask-damaged.ts';

const program = fileURLToPath(new URL('../../db/testing/ask-damaged.ts', import.meta.url));
/** Far more than a small store takes on a machine that is busy. */
const HUNG_AFTER_MS = 120_000;

/** Asks stores in a process of its own, begun anew after it died. */
export class Asker {
  #child: ChildProcess | null = null;

  /** What came of a store; null where the process died or hung over it. */
  async ask(request: AskRequest): Promise<Asked | null> {
    const child = this.#child ?? fork(program, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    this.#child = child;
    const limit = new AbortController();
    const answered = once(child, 'message').then(([asked]) => asked as Asked);
    const died = once(child, 'exit').then(() => null);
    const hung = pause(HUNG_AFTER_MS, null, { signal: limit.signal }).catch(() => null);
    child.send(request);
    const asked = await Promise.race([answered, died, hung]);
    limit.abort();
    if (asked === null) this.close();
    child.removeAllListeners();
    return asked;
  }

  close(): void {
    this.#child?.kill('SIGKILL');
    this.#child = null;
  }
}
