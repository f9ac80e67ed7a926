import { readFileSync } from 'node:fs';
import { resourceUsage } from 'node:process';

const BYTES_A_KIB = 1_024;

/**
 * The most resident memory that this process has had, in bytes. On Linux by its own mapping: what getrusage(2) says there begins
 * with the most of the process that started it, as a new program keeps the counters of the one that it replaces.
 */
export function peakMemory(): number {
  return (process.platform === 'linux' ? peakOfMapping() : resourceUsage().maxRSS) * BYTES_A_KIB;
}

function peakOfMapping(): number {
  const [, kibibytes] = /^VmHWM:\s*(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'utf8')) ?? [];
  return Number(kibibytes);
}
