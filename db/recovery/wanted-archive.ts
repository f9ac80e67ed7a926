import { monthIndexOfDay } from '../../shared/domain/day.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { openReadable } from '../engine/sqlite/connection.ts';
import type { PartitionMonth } from '../store/catalog.ts';
import type { FileHash } from '../store/file-hash.ts';
import { partitionFile } from '../store/folder.ts';
import type { OwnedStore } from '../store/open-store.ts';
import { readSeal } from '../store/seals.ts';
import type { RecoveryJournal } from './place-recovered.ts';

/** An archive to be rebuilt, as the store knows it. */
export interface WantedArchive {
  name: string;
  file: string;
  year: number;
  seal: FileHash | null;
  storeId: string | undefined;
  months: PartitionMonth[];
}

/** An archive by its name. Throws NOT_FOUND. */
export function wantedArchive({ live, folder }: OwnedStore, name: string): WantedArchive {
  const [year] = live.rows('SELECT year FROM archives WHERE name = @name', { name })[0] ?? [];
  if (year === undefined) {
    throw new AppError('NOT_FOUND', `There is no archive ${name} in this store. Nothing was changed.`);
  }
  return {
    name,
    file: partitionFile(folder, name),
    year: Number(year),
    seal: readSeal(live, name),
    storeId: live.get<{ value: string }>("SELECT value FROM file_info WHERE key = 'store_id'")?.value,
    months: live.all<PartitionMonth>(
      `SELECT month, records, first_day AS firstDay, last_day AS lastDay, stamp FROM partition_months
       WHERE partition = @name ORDER BY month`,
      { name },
    ),
  };
}

/** How many records months hold together. */
export function recordsIn(months: readonly { records: number }[]): number {
  return months.reduce((sum, { records }) => sum + records, 0);
}

/** What a file holds of each month. */
export function monthsOf(file: string): NonNullable<RecoveryJournal['months']> {
  const database = openReadable(file);
  try {
    const days = database
      .rows('SELECT production_date, SUM(records) FROM rollup_lines GROUP BY 1 ORDER BY 1')
      .map(([day, records]) => ({ day: Number(day), records: Number(records) }));
    return [...Map.groupBy(days, ({ day }) => monthIndexOfDay(day))].map(([month, held]) => ({
      month,
      records: held.reduce((sum, { records }) => sum + records, 0),
      firstDay: held[0]?.day ?? 0,
      lastDay: held.at(-1)?.day ?? 0,
    }));
  } finally {
    database.close();
  }
}
