/** What lines made and worked on days that archives hold, so that a first file of a year is measured by the year before. */
import { openReadable } from '../../engine/sqlite/connection.ts';
import type { Partition } from '../../store/catalog.ts';

/** Of which lines, and from which day to which. */
export interface DaysAsked {
  lines: readonly number[];
  first: number;
  last: number;
}

/** Line, unit, day, what was made and minutes, as `sumsOfDays` gives them of the archives whose months these are. */
export type ArchivedDay = (number | bigint | string | null)[];

/** Days of the archives that hold any of those asked for; `sql` asks for them by @lines, @first and @last. */
export function daysOfArchives(
  archives: readonly Partition[],
  sql: string,
  { lines, first, last }: DaysAsked,
): ArchivedDay[] {
  const holding = archives.filter(({ months }) =>
    months.some((month) => month.firstDay <= last && month.lastDay >= first),
  );
  return holding.flatMap(({ file }) => {
    const archive = openReadable(file);
    try {
      return archive.rows(sql, { lines: JSON.stringify(lines), first, last });
    } finally {
      archive.close();
    }
  });
}
