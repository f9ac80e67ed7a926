import type { StoreStatus } from '../../shared/contract/schemas.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { recordedBy } from '../../shared/domain/recorded-by.ts';
import { openReadable, type ReadableDatabase, sqliteVersion } from '../engine/sqlite/connection.ts';
import { schemaVersion } from '../migrations/index.ts';
import { flawIn } from '../planner/prune-partitions.ts';
import { isUnreadable } from './archives.ts';
import { type Catalog, extent, type Partition, readCatalog } from './catalog.ts';
import { type FileRoom, readRoom, sizesOnDisk } from './file-room.ts';
import { LIVE, type StoreFolder } from './folder.ts';

/** What a store holds, file by file. `thisYear` is the year still running, which is not offered for archiving. */
export function readStatus(
  live: ReadableDatabase,
  folder: StoreFolder,
  thisYear: number,
): Omit<StoreStatus, 'appVersion'> {
  const catalog = readCatalog(live, folder);
  const partitions = readFiles(live, catalog).map(({ partition, setAside, mainBytes, walBytes, room }) => {
    const { records, firstDay, lastDay } = extent(partition.months);
    return {
      name: partition.name,
      file: partition.file,
      kind: partition.kind,
      year: partition.year,
      firstDate: dateOf(firstDay),
      lastDate: dateOf(lastDay),
      records,
      bytes: mainBytes + walBytes,
      freeBytes: room ? room.freePages * room.pageBytes : 0,
      setAside,
      flaws: catalog.flaws
        .filter((flawed) => flawed.partition === partition)
        .flatMap((flawed) => flawIn(flawed, { from: null, to: null }).map(({ reason }) => reason)),
    };
  });
  const readable = new Set(partitions.filter(({ setAside }) => setAside === null).map(({ name }) => name));
  const readableMonths = catalog.partitions.flatMap(({ name, months }) => (readable.has(name) ? months : []));
  const whole = extent(readableMonths);
  return {
    folder: folder.root,
    schemaVersion,
    sqliteVersion: sqliteVersion(),
    records: whole.records,
    firstDate: dateOf(whole.firstDay),
    lastDate: dateOf(whole.lastDay),
    recordedBy: recordedBy(readableMonths),
    bytes: partitions.reduce((sum, partition) => sum + partition.bytes, 0),
    partitions,
    archivableYears: archivableYears(catalog.partitions, thisYear),
    units: [...catalog.units.values()],
  };
}

function dateOf(day: number | null): string | null {
  return day === null ? null : isoFromDay(day);
}

/** What the disk and the file itself tell of a file of the store. */
export interface FileFacts extends ReturnType<typeof sizesOnDisk> {
  partition: Partition;
  /** Why it cannot be read; null where it can. */
  setAside: string | null;
  /** Null where it cannot be read. */
  room: FileRoom | null;
}

/** Looks at every file of a store; `open` opens an archive. One that cannot be read is told to be set aside. */
export function readFiles(
  live: ReadableDatabase,
  { partitions, setAside }: Catalog,
  open: (file: string) => ReadableDatabase = openReadable,
): FileFacts[] {
  const known = new Map(setAside.map(({ partition, because }) => [partition.name, because]));
  return [...partitions, ...setAside.map(({ partition }) => partition)].map((partition) => ({
    partition,
    ...sizesOnDisk(partition.file),
    ...lookInto(partition, live, known.get(partition.name) ?? null, open),
  }));
}

function lookInto(
  { file, kind }: Partition,
  live: ReadableDatabase,
  setAside: string | null,
  open: (file: string) => ReadableDatabase,
): Pick<FileFacts, 'room' | 'setAside'> {
  if (kind === 'live') return { room: readRoom(live), setAside };
  if (setAside !== null) return { room: null, setAside };
  let database: ReadableDatabase | undefined;
  try {
    database = open(file);
    return { room: readRoom(database), setAside };
  } catch (error) {
    if (isUnreadable(error)) return { room: null, setAside: error.message };
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
