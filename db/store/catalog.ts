import type { ReadableDatabase } from '../engine/sqlite/connection.ts';
import { type AdvisedIndex, readAdvised } from '../indexes/advised.ts';
import { readSetAside } from './archives.ts';
import { sizesOnDisk } from './file-room.ts';
import { type ArchiveRow, archiveRowColumns, type Flaw, flawsOf, flawsOfLive } from './flaws.ts';
import { LIVE, partitionFile, type StoreFolder } from './folder.ts';
import { readTextsStamp } from './stamps.ts';

/** What one month of one file holds; month counts months since year 0. */
export interface PartitionMonth {
  month: number;
  records: number;
  firstDay: number;
  lastDay: number;
  /** New with every change of these records; the same stamp always means the same records, in whichever file. */
  stamp: string;
}

export interface Partition {
  name: string;
  file: string;
  kind: 'live' | 'archive';
  year: number | null;
  months: PartitionMonth[];
}

/** The store at one moment: what planning, pruning and cache freshness go by. */
export interface Catalog {
  generation: number;
  /** Changes when files join or leave; a reader that finds another one plans again. */
  version: number;
  partitions: Partition[];
  /** Archives that cannot be read, and why. */
  setAside: { partition: Partition; because: string }[];
  /** What is known against archives that can be read. */
  flaws: { partition: Partition; flaw: Flaw }[];
  /** New with every change of the dictionaries of the live file, such as the name of an item. */
  textsStamp: string;
  /** Indexes of records that were made on advice; every file has them. */
  indexes: Pick<AdvisedIndex, 'name' | 'fields' | 'distinctKeys'>[];
  /** Units of the store by key; keys are the same in every file. */
  units: Map<number, string>;
}

/** Reads the catalogue from the live file. */
export function readCatalog(live: ReadableDatabase, folder: StoreFolder): Catalog {
  return live.snapshot(() => {
    const state = live.get<{ generation: number; catalog_version: number }>(
      'SELECT generation, catalog_version FROM store_state',
    );
    const archives = live.all<{ name: string; year: number } & ArchiveRow>(
      `SELECT name, year, ${archiveRowColumns} FROM archives ORDER BY year DESC, name`,
    );
    const months = live.all<PartitionMonth & { partition: string }>(
      'SELECT partition, month, records, first_day AS firstDay, last_day AS lastDay, stamp FROM partition_months ORDER BY month',
    );
    const partition = (name: string, kind: Partition['kind'], year: number | null): Partition => ({
      name,
      file: partitionFile(folder, name),
      kind,
      year,
      months: months.filter((month) => month.partition === name).map(({ partition: _, ...month }) => month),
    });
    const aside = readSetAside(live);
    const sealed = archives.map(({ name, year }) => partition(name, 'archive', year));
    const ownFile = partition(LIVE, 'live', null);
    const ofArchives = archives.flatMap((row, at) => {
      const archive = sealed[at];
      if (!archive || aside.has(row.name)) return [];
      return flawsOf(archive.file, row).map((flaw) => ({ partition: archive, flaw }));
    });
    return {
      generation: state?.generation ?? 0,
      version: state?.catalog_version ?? 0,
      partitions: [ownFile, ...sealed.filter(({ name }) => !aside.has(name))],
      setAside: sealed.flatMap((archive) => {
        const because = aside.get(archive.name);
        return because === undefined ? [] : [{ partition: archive, because }];
      }),
      flaws: [...flawsOfLive(live).map((flaw) => ({ partition: ownFile, flaw })), ...ofArchives],
      textsStamp: readTextsStamp(live),
      indexes: readAdvised(live).filter(({ state }) => state === 'made'),
      units: new Map(live.rows('SELECT id, name FROM units').map(([id, name]) => [Number(id), String(name)])),
    };
  });
}

/** The catalogue without archives that turned out to be unreadable since it was written, by name with the reason. */
export function settingAside(catalog: Catalog, unreadable: ReadonlyMap<string, string>): Catalog {
  const lost = catalog.partitions.filter(({ name }) => unreadable.has(name));
  return {
    ...catalog,
    partitions: catalog.partitions.filter(({ name }) => !unreadable.has(name)),
    flaws: catalog.flaws.filter(({ partition }) => !unreadable.has(partition.name)),
    setAside: [
      ...catalog.setAside,
      ...lost.map((partition) => ({ partition, because: unreadable.get(partition.name) ?? '' })),
    ],
  };
}

/** Records, first and last day of a partition, from its months. */
export function extent(months: readonly PartitionMonth[]): {
  records: number;
  firstDay: number | null;
  lastDay: number | null;
} {
  let records = 0;
  let firstDay: number | null = null;
  let lastDay: number | null = null;
  for (const month of months) {
    records += month.records;
    if (firstDay === null || month.firstDay < firstDay) firstDay = month.firstDay;
    if (lastDay === null || month.lastDay > lastDay) lastDay = month.lastDay;
  }
  return { records, firstDay, lastDay };
}

/** Bytes of a database file and its write-ahead log. */
export function bytesOnDisk(file: string): number {
  const { mainBytes, walBytes } = sizesOnDisk(file);
  return mainBytes + walBytes;
}
