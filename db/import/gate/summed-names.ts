/**
 * Lines, shifts and items that stand for others: what *ALL*, *전체* or *L1+L2* has on a day is what the others have together, so that
 * all of it counts twice. A plant may call a line so, and the numbers decide:
 * 1. a name that is made of other names (*L1+L2*) adds up these; a word for all of them, and any other name, all but such;
 * 2. its quantities, or its minutes where it has none, agree to the last millionth on days on which two others have anything;
 * 3. where its name says that it stands for others one such day is enough, if most do: a row that is there twice, or was corrected,
 *    spoils a day. Where nothing but the numbers tells it takes five days, nine in ten, and three different sums at least.
 */
import { sumColumn } from '../../dialects/sqlite/sums.ts';
import type { WritableDatabase } from '../../engine/sqlite/connection.ts';
import { rollups } from '../../rollup/definitions.ts';
import { unpackedAmount } from '../../store/packing.ts';
import { totalLabel } from '../shape/total-words.ts';
import type { BatchRows } from './batch-rows.ts';

const subjects = [
  { key: 'line_id', names: 'SELECT id, name FROM main.lines', isByNameAlone: false },
  { key: 'shift_id', names: 'SELECT id, name FROM main.shifts', isByNameAlone: false },
  // There are many, and their sums are looked at only where a name says that it stands for others.
  { key: 'item_id', names: 'SELECT id, code FROM main.items', isByNameAlone: true },
] as const;

const quantities = { good_quantity: 'good', defect_quantity: 'defects', planned_quantity: 'planned' } as const;
const minutes = { run_minutes: 'runMinutes', down_minutes: 'downMinutes' } as const;
const amounts = Object.entries({ ...quantities, ...minutes }).map(([column, sum]) => ({
  column,
  ofRollup: sumColumn(sum),
}));

const FEWEST_OTHERS = 2;
/** What it takes to tell a sum, by its name and by the numbers alone. */
const evidence = {
  named: { days: 1, share: 0.51, different: 1 },
  unnamed: { days: 5, share: 0.9, different: 3 },
} as const;
type Evidence = (typeof evidence)[keyof typeof evidence];

/** Words for all of them, which are no words for a total. */
const allOfThem =
  /^(?:all|alle|tous|toutes|todos|todas|tutti|tutte|wszystkie|hepsi|tum|vse|plant|factory|werk|합산|전라인|전호기|전공정|전품목|종합|통합|공장|全ライン|全線|全部|全工程)(?![\p{L}\d])/iu;
const joint = /\s*(?:[+&,/]|\s(?:and|und|y|e|et)\s|및)\s*/u;

interface Among {
  /** Schemas of the rows that were staged as new. */
  parts: readonly string[];
  hasCompared: boolean;
}

/** Rows of names that add up others of their day, by their ids, ascending. */
export function rowsOfSummedNames(live: WritableDatabase, rows: BatchRows, among: Among): number[] {
  const ids = subjects.flatMap(({ key, names, isByNameAlone }) => {
    if (isByNameAlone && !live.rows(names).some(([, name]) => mayStandForOthers(String(name ?? '')))) return [];
    return withDaysOf(live, key, among, () =>
      summedKeys(live, names).flatMap((summed) =>
        rows.where(`COALESCE(b.${key}, 0) = @key AND b.production_date IN (SELECT value FROM json_each(@days))`, {
          key: summed,
          days: JSON.stringify(daysWithOthers(live, summed)),
        }),
      ),
    );
  });
  return [...new Set(ids)].sort((a, b) => a - b);
}

/** What each key has on each day, as temp.summed_days while `work` is done. */
function withDaysOf(
  live: WritableDatabase,
  key: string,
  { parts, hasCompared }: Among,
  work: () => number[],
): number[] {
  const fresh = parts.map((part) => {
    const sums = amounts.map(({ column, ofRollup }) => `${ofRollup} AS ${column}`).join(', ');
    return `SELECT ${key} AS key, production_date AS day, ${sums} FROM ${part}.${rollups.items.table}`;
  });
  if (hasCompared) {
    const unpacked = amounts.map(({ column }) => `${unpackedAmount(column)} AS ${column}`).join(', ');
    // Rows that the store has already are added up as well: what adds them up may be new all the same.
    fresh.push(`SELECT COALESCE(${key}, 0) AS key, production_date AS day, ${unpacked} FROM compared.staged`);
  }
  if (fresh.length === 0) return [];
  const sums = amounts.map(({ column }) => `SUM(${column}) AS ${column}`).join(', ');
  live.exec(`CREATE TEMP TABLE summed_days AS
    SELECT key, day, ${sums} FROM (${fresh.join(' UNION ALL ')}) GROUP BY 1, 2 HAVING ${hasAny('', amounts)}`);
  try {
    return work();
  } finally {
    live.exec('DROP TABLE temp.summed_days');
  }
}

function summedKeys(live: WritableDatabase, sql: string): number[] {
  const keys = live.rows('SELECT DISTINCT key FROM temp.summed_days').map(([key]) => Number(key));
  if (keys.length <= FEWEST_OTHERS) return [];
  const there = new Set(keys);
  const names = new Map(
    live.rows(sql).flatMap(([id, name]) => (there.has(Number(id)) ? [[Number(id), String(name ?? '')]] : [])),
  );
  const made = madeOfOthers(names).filter(({ key, of }) => areSums(live, [key], of, evidence.named).length > 0);
  const others = keys.filter((key) => !made.some((each) => each.key === key));
  const collective = others.filter((key) => saysAll(names.get(key) ?? ''));
  const plain = others.filter((key) => !collective.includes(key));
  const all = areSums(live, collective, plain, evidence.named);
  return [...made.map(({ key }) => key), ...all, ...areSums(live, plain, plain, evidence.unnamed)];
}

/** Names that are made of others, with the keys of these. 'L1+2' is made of L1 and L2. */
function madeOfOthers(names: ReadonlyMap<number, string>): { key: number; of: number[] }[] {
  const keyOf = new Map([...names].map(([key, name]) => [folded(name), key]));
  return [...names].flatMap(([key, name]) => {
    const [first = '', ...rest] = folded(name).split(joint);
    const stem = first.replace(/\d+$/, '');
    const of = [first, ...rest].map((part) => keyOf.get(part) ?? keyOf.get(stem + part));
    return rest.length > 0 && of.every((each) => each !== undefined) ? [{ key, of: of as number[] }] : [];
  });
}

function folded(name: string): string {
  return name.trim().toLowerCase();
}

function saysAll(name: string): boolean {
  return allOfThem.test(name.trim()) || totalLabel(name) !== null;
}

function mayStandForOthers(name: string): boolean {
  return joint.test(name) || saysAll(name);
}

function hasAny(table: string, columns: readonly { column: string }[]): string {
  return columns.map(({ column }) => `COALESCE(${table}${column}, 0) > 0`).join(' OR ');
}

function agree(columns: Readonly<Record<string, string>>): string {
  const each = Object.keys(columns).map(
    (column) => `(s.${column} IS NULL OR s.${column} = COALESCE(t.${column}, 0) - IIF(s.isAmong, s.${column}, 0))`,
  );
  return each.join(' AND ');
}
const hasQuantity = hasAny(
  's.',
  Object.keys(quantities).map((column) => ({ column })),
);

/** Those of some keys that are the sums of all others among @among, on as many days as @days says. */
const sumsSql = `
  WITH t AS (SELECT day, COUNT(*) AS keys, ${amounts.map(({ column }) => `SUM(${column}) AS ${column}`).join(', ')}
      FROM temp.summed_days WHERE key IN (SELECT value FROM json_each(@among)) GROUP BY day),
    s AS (SELECT *, key IN (SELECT value FROM json_each(@among)) AS isAmong
      FROM temp.summed_days WHERE key IN (SELECT value FROM json_each(@keys))),
    beside AS (SELECT s.key AS key, COALESCE(NULLIF(s.good_quantity, 0), NULLIF(s.planned_quantity, 0), s.defect_quantity, s.run_minutes, s.down_minutes) AS size,
        IIF(${hasQuantity}, ${agree(quantities)}, ${agree(minutes)}) AS isSum
      FROM s JOIN t USING (day) WHERE t.keys - s.isAmong >= ${FEWEST_OTHERS})
  SELECT key FROM beside GROUP BY key
  HAVING SUM(isSum) >= @days AND SUM(isSum) >= COUNT(*) * @share AND COUNT(DISTINCT size) >= @different`;

function areSums(
  live: WritableDatabase,
  keys: readonly number[],
  among: readonly number[],
  enough: Evidence,
): number[] {
  if (keys.length === 0) return [];
  return live
    .rows(sumsSql, { keys: JSON.stringify(keys), among: JSON.stringify(among), ...enough })
    .map(([key]) => Number(key));
}

/** The days on which others have something as well: on the rest it may be all that is known. */
function daysWithOthers(live: WritableDatabase, key: number): number[] {
  return live
    .rows('SELECT day FROM temp.summed_days GROUP BY day HAVING COUNT(*) > 1 AND SUM(key = @key) > 0', { key })
    .map(([day]) => Number(day));
}
