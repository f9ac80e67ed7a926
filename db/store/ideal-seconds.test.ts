import { afterAll, describe, expect, test } from 'vitest';
import { multiplyMillionths } from '../../shared/domain/quantity.ts';
import { openWritable } from '../engine/sqlite/connection.ts';
import { createRandom } from '../sample/random.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { idealSecondsSql } from './ideal-seconds.ts';
import { packAmount, unpackedAmount } from './packing.ts';

const MOST = Number.MAX_SAFE_INTEGER;
type Amount = number | null;

const columns = ['ideal_cycle_seconds', 'good_quantity', 'defect_quantity'];
const { path, remove } = scratchFolder();
const database = openWritable(`${path}/ideal.db`);
database.exec(`CREATE TABLE records (id INTEGER PRIMARY KEY, ${columns.map((column) => `${column}_packed INTEGER`).join(', ')},
  ${columns.map((column) => `${column} INTEGER GENERATED ALWAYS AS (${unpackedAmount(column)}) VIRTUAL`).join(', ')},
  ideal_seconds INTEGER GENERATED ALWAYS AS (${idealSecondsSql}) VIRTUAL) STRICT;`);
afterAll(() => {
  database.close();
  remove();
});

/** The ideal time of records with these amounts, in their order. */
function idealSecondsOf(amounts: readonly (readonly [cycle: Amount, good: Amount, defects: Amount])[]): unknown[] {
  database.exec('DELETE FROM records');
  database.transaction(() => {
    for (const [cycle, good, defects] of amounts) {
      database.run('INSERT INTO records VALUES (NULL, @cycle, @good, @defects)', {
        cycle: packAmount(cycle),
        good: packAmount(good),
        defects: packAmount(defects),
      });
    }
  });
  // As text, so that a number with a fraction, or beyond what a double holds, would be seen.
  return database.rows('SELECT CAST(ideal_seconds AS TEXT) FROM records ORDER BY id').map(([value]) => value);
}

function expected([cycle, good, defects]: readonly [number, number, number]): string | null {
  const product = multiplyMillionths(cycle, BigInt(good) + BigInt(defects));
  return product === null ? null : String(product.millionths);
}

function compare(amounts: readonly (readonly [number, number, number])[]): void {
  const found = idealSecondsOf(amounts);
  const wrong = amounts.flatMap((triple, index) => {
    const wanted = expected(triple);
    return found[index] === wanted ? [] : [{ triple, found: found[index], wanted }];
  });
  expect(wrong).toEqual([]);
}

describe('The ideal time of a record', () => {
  test('is ideal cycle x (good + defects), rounded half away from zero to a millionth of a second', () => {
    expect(
      idealSecondsOf([
        [1_250_000, 480_000_000, 20_000_000],
        [333_333, 3_000_000, 500_000],
        [-333_333, 3_000_000, 500_000],
        [1, 499_999, 0],
        [1, 500_000, 0],
        [0, 3_000_000, 0],
      ]),
    ).toEqual(['625000000', '1166666', '-1166666', '0', '1', '0']);
  });

  test('is not recorded where one of the three is not', () => {
    const some = [1_000_000, null] as const;
    const amounts = some.flatMap((cycle) =>
      some.flatMap((good) => some.map((defects) => [cycle, good, defects] as const)),
    );
    expect(idealSecondsOf(amounts)).toEqual(['2000000', ...Array.from({ length: 7 }, () => null)]);
  });

  test('is not recorded where it is too large to be held exactly, and exact up to there', () => {
    expect(
      idealSecondsOf([
        [MOST, 1_000_000, 0],
        [MOST, 1_000_001, 0],
        [1_000_000, MOST, 0],
        [1_000_000, MOST, 1],
        [1_000_000, 9_007_199_254_000_000, 1_000_000],
        [4_000_000, 2_251_799_813_000_000, 0],
        [999_999, MOST, 1_000_000_000],
        [MOST, MOST, MOST],
        [-MOST, MOST, MOST],
        [0, MOST, MOST],
      ]),
    ).toEqual([
      '9007199254740991',
      null,
      '9007199254740991',
      null,
      null,
      '9007199252000000',
      expected([999_999, MOST, 1_000_000_000]),
      null,
      null,
      '0',
    ]);
  });

  test('equals the product of the three at and beside every edge', () => {
    const edges = [
      0,
      1,
      499_999,
      500_000,
      999_999,
      1_000_000,
      12_340_000,
      2 ** 31,
      3e12,
      9_223_372_036_854,
      2 ** 52 + 1,
      MOST - 1,
      MOST,
    ];
    const signed = edges.flatMap((edge) => [edge, -edge]);
    compare(
      signed.flatMap((cycle) => signed.flatMap((good) => signed.map((defects) => [cycle, good, defects] as const))),
    );
  });

  test('equals the product of the three for amounts of any size and any number of decimals', () => {
    const random = createRandom(62);
    const amount = () => {
      const magnitude = 10 ** (random.next() * 16);
      const step = 10 ** Math.floor(random.next() * 8);
      const value = Math.round((random.next() < 0.2 ? -magnitude : magnitude) / step) * step;
      return Math.max(-MOST, Math.min(MOST, value));
    };
    compare(Array.from({ length: 20_000 }, () => [amount(), amount(), amount()] as const));
  });
});
