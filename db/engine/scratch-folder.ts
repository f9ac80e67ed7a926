/**
 * Folders for copies of a file that are needed while it is read. Each is named by the machine, process and thread that made it,
 * so that what a thread or a program left when it was ended is known for that, and taken away.
 */
import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { hostname, tmpdir } from 'node:os';
import { join } from 'node:path';
import { threadId } from 'node:worker_threads';

const MACHINE = createHash('sha256').update(hostname()).digest('hex').slice(0, 8);
const PREFIX = `throughline-scratch-${MACHINE}-`;

/** A new folder in the system's folder for scratch files; whoever asks removes it. */
export function makeScratchFolder(): string {
  removeWhere(({ pid }) => pid !== process.pid && !isRunning(pid));
  return mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-${threadId}-`));
}

/** Takes away what a thread of this process left that was ended. */
export function removeScratchOfThread(thread: number): void {
  removeWhere((maker) => maker.pid === process.pid && maker.thread === thread);
}

function removeWhere(isLeft: (maker: { pid: number; thread: number }) => boolean): void {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(PREFIX)) continue;
    const [pid, thread] = name.slice(PREFIX.length).split('-').map(Number);
    if (pid !== undefined && thread !== undefined && isLeft({ pid, thread })) removeUnlessOfOthers(name);
  }
}

function removeUnlessOfOthers(name: string): void {
  try {
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  } catch (error) {
    // Another person of this machine made it, and removes it with the next file read.
    if (!(error instanceof Error && 'code' in error && (error.code === 'EACCES' || error.code === 'EPERM')))
      throw error;
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
