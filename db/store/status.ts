import type { StoreStatus } from '../../shared/contract/schemas.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { openReadable, type ReadableDatabase, sqliteVersion } from '../engine/sqlite/connection.ts';
import { schemaVersion } from '../migrations/index.ts';
import { isUnreadable } from './archives.ts';
import { bytesOnDisk, extent, type Partition, readCatalog } from './catalog.ts';
import { LIVE, type StoreFolder } from './folder.ts';

/** What a store holds, file by file. `thisYear` is the year still running, which is not offered for archiving. */
export function readStatus(
  live: ReadableDatabase,
  folder: StoreFolder,
  thisYear: number,
): Omit<StoreStatus, 'appVersion'> {
  const catalog = readCatalog(live, folder);
  const reasons = new Map(catalog.setAside.map(({ partition, because }) => [partition.name, because]));
  const partitions = [...catalog.partitions, ...catalog.setAside.map(({ partition }) => partition)].map((partition) => {
    const { records, firstDay, lastDay } = extent(partition.months);
    return {
      name: partition.name,
      file: partition.file,
      kind: partition.kind,
      year: partition.year,
      firstDate: dateOf(firstDay),
      lastDate: dateOf(lastDay),
      records,
      bytes: bytesOnDisk(partition.file),
      ...lookInto(partition, live, reasons.get(partition.name) ?? null),
    };
  });
  const readable = new Set(partitions.filter(({ setAside }) => setAside === null).map(({ name }) => name));
  const whole = extent(catalog.partitions.flatMap(({ name, months }) => (readable.has(name) ? months : [])));
  return {
    folder: folder.root,
    schemaVersion,
    sqliteVersion: sqliteVersion(),
    records: whole.records,
    firstDate: dateOf(whole.firstDay),
    lastDate: dateOf(whole.lastDay),
    bytes: partitions.reduce((sum, partition) => sum + partition.bytes, 0),
    partitions,
    archivableYears: archivableYears(catalog.partitions, thisYear),
    units: [...catalog.units.values()],
  };
}

function dateOf(day: number | null): string | null {
  return day === null ? null : isoFromDay(day);
}

function freeBytes(database: ReadableDatabase): number {
  const pragma = (name: 'freelist_count' | 'page_size') => Number(database.rows(`PRAGMA ${name}`)[0]?.[0]);
  return pragma('freelist_count') * pragma('page_size');
}

/** What only the file itself tells; one that cannot be read is to be set aside. */
function lookInto(
  { file, kind }: Partition,
  live: ReadableDatabase,
  setAside: string | null,
): { freeBytes: number; setAside: string | null } {
  if (kind === 'live') return { freeBytes: freeBytes(live), setAside };
  if (setAside !== null) return { freeBytes: 0, setAside };
  let database: ReadableDatabase | undefined;
  try {
    database = openReadable(file);
    return { freeBytes: freeBytes(database), setAside };
  } catch (error) {
    if (isUnreadable(error)) return { freeBytes: 0, setAside: error.message };
    throw error;
  } finally {
    database?.close();
  }
}

function archivableYears(partitions: readonly Partition[], thisYear: number): { year: number; records: number }[] {
  const years = new Map<number, number>();
  for (const { month, records } of partitions.find(({ name }) => name === LIVE)?.months ?? []) {
    const year = Math.floor(month / 12);
    if (year < thisYear) years.set(year, (years.get(year) ?? 0) + records);
  }
  return [...years].map(([year, records]) => ({ year, records }));
}
