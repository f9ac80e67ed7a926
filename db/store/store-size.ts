import { stat, statfs } from 'node:fs/promises';
import type { StoreHealth } from '../../shared/contract/health.ts';
import type { StoreStatus } from '../../shared/contract/schemas.ts';
import type { StoreFolder } from './folder.ts';

/** What a store takes of its disk: its files, their write-ahead logs, and what the disk has left for this user. */
export async function readStoreSize(
  folder: StoreFolder,
  { bytes, partitions }: Pick<StoreStatus, 'bytes' | 'partitions'>,
): Promise<Omit<StoreHealth, 'growthBytesADay'>> {
  const logs = await Promise.all(partitions.map(({ file }) => sizeOrNone(`${file}-wal`)));
  const disk = await statfs(folder.root);
  return {
    bytes,
    logBytes: logs.reduce((sum, size) => sum + size, 0),
    freeDiskBytes: disk.bavail * disk.bsize,
    partitions: partitions.map(({ name, records, bytes: size, freeBytes }) => {
      return { name, records, bytes: size, freeBytes };
    }),
  };
}

/** Most files have no log most of the time. */
async function sizeOrNone(path: string): Promise<number> {
  try {
    return (await stat(path)).size;
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return 0;
    throw error;
  }
}
