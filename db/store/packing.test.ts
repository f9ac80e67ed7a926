import { afterAll, describe, expect, test } from 'vitest';
import { openWritable } from '../engine/sqlite/connection.ts';
import { createRandom } from '../sample/random.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { packAmount, packEnd, packStart, unpackedAmount, unpackedInstant } from './packing.ts';

const { path, remove } = scratchFolder();
const database = openWritable(`${path}/packing.db`);
database.exec(`
  CREATE TABLE amounts (amount_packed INTEGER, amount INTEGER GENERATED ALWAYS AS (${unpackedAmount('amount')}) VIRTUAL) STRICT;
  CREATE TABLE instants (production_date INTEGER, started_at_packed INTEGER, ended_at_packed INTEGER,
    started_at INTEGER GENERATED ALWAYS AS (${unpackedInstant('started_at')}) VIRTUAL,
    ended_at INTEGER GENERATED ALWAYS AS (${unpackedInstant('ended_at')}) VIRTUAL) STRICT;`);
afterAll(() => {
  database.close();
  remove();
});

function amountReadBack(millionths: number | null) {
  database.run('DELETE FROM amounts');
  database.run('INSERT INTO amounts VALUES (@packed)', { packed: packAmount(millionths) });
  return database.rows('SELECT amount FROM amounts')[0]?.[0];
}

function instantsReadBack(start: number | null, end: number | null, day: number) {
  database.run('DELETE FROM instants');
  const packed = { start: packStart(start, day), end: packEnd(end, day, start) };
  database.run('INSERT INTO instants VALUES (@day, @start, @end)', { day, ...packed });
  return database.rows('SELECT started_at, ended_at FROM instants')[0];
}

describe('An amount', () => {
  test.each([
    ['units', 480_000_000, 1_920],
    ['hundredths', 1_250_000, 501],
    ['thousandths', 1_234_000, 4_938],
    ['millionths', 1_234_567, 4_938_271],
    ['nothing at all', 0, 0],
    ['less than nothing', -1_250_000, -499],
    ['not recorded', null, null],
  ])('in %s is packed as the largest that is exact', (_, millionths, packed) => {
    expect(packAmount(millionths)).toBe(packed);
    expect(amountReadBack(millionths)).toBe(millionths);
  });

  test.each([
    Number.MAX_SAFE_INTEGER,
    -Number.MAX_SAFE_INTEGER,
    2 ** 51 - 1,
    2 ** 51 + 1,
    -(2 ** 51) - 1,
    9e15,
    9e15 + 10_000,
    1,
    -1,
  ])('of %d millionths is read back exactly', (millionths) => {
    expect(amountReadBack(millionths)).toBe(millionths);
  });

  test('of any size is read back exactly', () => {
    const random = createRandom(61);
    for (let round = 0; round < 500; round++) {
      const magnitude = 10 ** Math.floor(random.next() * 16);
      const millionths = Math.round((random.next() - 0.5) * magnitude) * 10 ** Math.floor(random.next() * 4);
      if (Number.isSafeInteger(millionths)) expect(amountReadBack(millionths)).toBe(millionths + 0);
    }
  });
});

describe('An instant', () => {
  const day = 19_723;
  const midnight = day * 86_400;

  test.each([
    ['a full minute', midnight + 6 * 3_600, 720],
    ['seconds', midnight + 61, 123],
    ['the beginning of its day', midnight, 0],
    ['the evening before', midnight - 3_600, -120],
    ['a second before its day', midnight - 1, -1],
    ['long after its day', midnight + 400 * 86_400 + 7, 69_120_015],
    ['not recorded', null, null],
  ])('on %s is packed by its distance from its day', (_, seconds, packed) => {
    expect(packStart(seconds, day)).toBe(packed);
    expect(packEnd(seconds, day, null)).toBe(packed);
    expect(instantsReadBack(seconds, null, day)).toEqual([seconds, null]);
    expect(instantsReadBack(null, seconds, day)).toEqual([null, seconds]);
  });

  const start = midnight + 22 * 3_600 + 36;
  test.each([
    ['minutes after the start', start + 45 * 60, 90],
    ['seconds after it', start + 90, 181],
    ['with it', start, 0],
    ['before it', start - 1, -1],
    ['not recorded', null, null],
  ])('of an end %s is packed by its distance from the start', (_, end, packed) => {
    expect(packEnd(end, day, start)).toBe(packed);
    expect(instantsReadBack(start, end, day)).toEqual([start, end]);
  });
});
