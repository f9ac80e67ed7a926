import { availableParallelism, cpus, totalmem } from 'node:os';
import { version as duckdbVersion } from '@duckdb/node-api';
import { sqliteVersion } from '../../db/engine/sqlite/connection.ts';

const BYTES_A_GIB = 2 ** 30;

/** The machine and the programs in words, without names of hosts or folders. */
export function machineInWords(): string {
  const memory = Math.round(totalmem() / BYTES_A_GIB);
  return (
    `${availableParallelism()} cores, ${memory} GiB of memory, ${process.platform} ${process.arch}; ` +
    `Node ${process.versions.node}, SQLite ${sqliteVersion()}, DuckDB ${duckdbVersion().replace(/^v/, '')}`
  );
}

/** Begins to watch the processor; the result tells which share of it other programs have used since. */
export function watchOthers(): () => number {
  const before = readProcessor();
  const ownBefore = process.cpuUsage();
  return () => {
    const { busyMs, allMs } = readProcessor();
    const own = process.cpuUsage(ownBefore);
    const ownMs = (own.user + own.system) / 1_000;
    return Math.min(1, Math.max(0, (busyMs - before.busyMs - ownMs) / (allMs - before.allMs)));
  };
}

function readProcessor(): { busyMs: number; allMs: number } {
  let busyMs = 0;
  let allMs = 0;
  for (const { times } of cpus()) {
    const all = times.user + times.nice + times.sys + times.irq + times.idle;
    allMs += all;
    busyMs += all - times.idle;
  }
  return { busyMs, allMs };
}
