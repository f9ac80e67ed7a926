import type { ProductionRecord } from '../../../shared/query/records-query.ts';

type TimedRecord = Pick<
  ProductionRecord,
  'id' | 'line' | 'startedAt' | 'endedAt' | 'goodQuantity' | 'defectQuantity' | 'productionDate'
>;

/** A record as a bar: where it begins and how long it is, as shares of the whole time. */
export interface TimeBar {
  id: number;
  from: number;
  length: number;
  /** Defects of what was made; null where one of them is not recorded. */
  scrap: number | null;
}

export interface LotTimes {
  /** First start and last end, ISO instants. */
  from: string;
  to: string;
  /** A row for each line, in the order in which they begin. */
  rows: { line: string | null; bars: TimeBar[] }[];
}

/** When each record of a lot was worked on, line by line; null where fewer than two tell both their start and their end. */
export function toLotTimes(records: readonly TimedRecord[]): LotTimes | null {
  const timed = records.flatMap((record) => {
    const { startedAt, endedAt } = record;
    return startedAt === null || endedAt === null || endedAt < startedAt ? [] : [{ record, startedAt, endedAt }];
  });
  if (timed.length < 2) return null;
  const from = timed.map(({ startedAt }) => startedAt).reduce((a, b) => (a < b ? a : b));
  const to = timed.map(({ endedAt }) => endedAt).reduce((a, b) => (a > b ? a : b));
  const [first, whole] = [Date.parse(from), Date.parse(to) - Date.parse(from)];
  if (whole === 0) return null;
  const byLine = Map.groupBy(timed, ({ record }) => record.line);
  const rows = [...byLine].map(([line, ofLine]) => ({
    line,
    bars: ofLine.map(
      ({ record, startedAt, endedAt }): TimeBar => ({
        id: record.id,
        from: (Date.parse(startedAt) - first) / whole,
        length: (Date.parse(endedAt) - Date.parse(startedAt)) / whole,
        scrap: scrapOf(record),
      }),
    ),
  }));
  return { from, to, rows: rows.sort((a, b) => (a.bars[0]?.from ?? 0) - (b.bars[0]?.from ?? 0)) };
}

function scrapOf({ goodQuantity, defectQuantity }: TimedRecord): number | null {
  if (goodQuantity === null || defectQuantity === null || goodQuantity + defectQuantity === 0) return null;
  return defectQuantity / (goodQuantity + defectQuantity);
}
