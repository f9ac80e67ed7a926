import { dayFromIso, monthIndexOfDay } from '../../shared/domain/day.ts';
import type { Catalog, Partition } from '../store/catalog.ts';
import { LIVE } from '../store/folder.ts';

/**
 * A catalogue for planning without files: the first and last production date ('YYYY-MM-DD') of each month that a
 * file holds, by the file's name. Each month counts ten records.
 */
export function catalogOf(months: Record<string, [first: string, last: string][]>, units: string[] = []): Catalog {
  const partitions = Object.entries(months).map(([name, spans]): Partition => {
    const isLive = name === LIVE;
    return {
      name,
      file: `/store/${name}.db`,
      kind: isLive ? 'live' : 'archive',
      year: isLive ? null : Number(name.split('_')[1]),
      months: spans.map(([first, last]) => {
        const firstDay = dayFromIso(first) ?? 0;
        return {
          month: monthIndexOfDay(firstDay),
          records: 10,
          firstDay,
          lastDay: dayFromIso(last) ?? 0,
          stamp: `${name} ${first}`,
        };
      }),
    };
  });
  return {
    generation: 1,
    version: 1,
    partitions,
    setAside: [],
    flaws: [],
    textsStamp: 'texts',
    indexes: [],
    units: new Map(units.map((name, index) => [index + 1, name])),
  };
}
