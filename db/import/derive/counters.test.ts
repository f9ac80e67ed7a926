import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { type ImportProfileInput, importProfileSchema } from '../../../shared/import/profile.ts';
import { createRandom } from '../../sample/random.ts';
import { createStore, unwatched } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { importRows } from '../import-rows.ts';
import { mapRows } from './map-rows.ts';

type Take = { take: 'differences' | 'maximum'; order?: 'time' | 'file' };

function profileOf(counter: Take, within: 'line' | 'lotNumber' = 'line') {
  const fields: ImportProfileInput['fields'] = {
    productionDate: { column: 'at' },
    startedAt: { column: 'at' },
    line: { column: 'line' },
    lotNumber: { column: 'lot' },
    goodQuantity: { column: 'count', counter: { ...counter, within: [within] } },
  };
  return importProfileSchema.parse({ dateFormat: 'YYYY-MM-DD HH:mm', fields });
}

const header = { line: 1, cells: ['at', 'line', 'lot', 'count'] };

function goods(rows: string[][], ...profile: Parameters<typeof profileOf>) {
  const mapped = mapRows(
    profileOf(...profile),
    header,
    rows.map((cells, at) => ({ line: at + 2, cells })),
  );
  return mapped.map((row) => (row?.draft ? (row.draft.goodQuantity ?? 0) / 1_000_000 : row?.rejection?.reason));
}

const first = expect.stringContaining('first reading of its counter');

describe('a counter that grows', () => {
  it('gives each row what it grew by on its line, and begins anew where it fell', () => {
    const rows = [
      ['2024-03-01 06:00', 'A', '', '100'],
      ['2024-03-01 06:00', 'B', '', '7'],
      ['2024-03-01 06:10', 'A', '', '130'],
      ['2024-03-01 06:20', 'A', '', '20'],
      ['2024-03-01 06:20', 'B', '', '7'],
    ];
    const expected = [first, first, 30, 20, 0];
    expect(goods(rows, { take: 'differences' })).toEqual(expected);
    expect(goods(rows, { take: 'differences', order: 'file' })).toEqual(expected);
  });

  it('is taken in the order of time though the file begins with the newest', () => {
    const rows = [
      ['2024-03-01 06:20', 'A', '', '150'],
      ['2024-03-01 06:10', 'A', '', '130'],
      ['2024-03-01 06:00', 'A', '', '100'],
    ];
    expect(goods(rows, { take: 'differences' })).toEqual([20, 30, first]);
  });

  it('leaves the growth that a row saw which is set aside to the next one', () => {
    const rows = [
      ['2024-03-01 06:00', 'A', '', '100'],
      ['2024-02-30 06:10', 'A', '', '130'],
      ['2024-03-01 06:20', 'A', '', '150'],
    ];
    expect(goods(rows, { take: 'differences' })[2]).toBe(50);
  });

  it('adds up to the maximum of each lot', () => {
    const rows = [
      ['2024-03-01 06:00', 'A', 'L1', '10'],
      ['2024-03-01 06:10', 'A', 'L2', '5'],
      ['2024-03-01 06:20', 'A', 'L1', '8'],
      ['2024-03-01 06:30', 'A', 'L1', '25'],
    ];
    expect(goods(rows, { take: 'maximum' }, 'lotNumber')).toEqual([10, 5, 0, 15]);
    expect(goods(rows, { take: 'maximum', order: 'file' }, 'lotNumber')).toEqual([10, 5, 0, 15]);
  });

  it('comes to the same in a whole import, over all of its parts, as row by row', async () => {
    const random = createRandom(3);
    const rows: string[][] = [];
    const counts = [0, 0, 0];
    let expected = 0;
    for (let at = 0; at < 30_000; at += 1) {
      const line = at % 3;
      const step = Math.floor(random.next() * 20);
      const isReset = random.next() < 0.001;
      counts[line] = isReset ? step : (counts[line] ?? 0) + step;
      if (at >= 3) expected += step;
      const stamp = new Date(Date.UTC(2024, 0, 1) + at * 60_000).toISOString().slice(0, 16).replace('T', ' ');
      rows.push([stamp, `L${line}`, '', String(counts[line])]);
    }
    rows.reverse();
    const { store, path: folder, remove } = createStore();
    const path = join(folder, 'counters.csv');
    writeFileSync(path, [header.cells, ...rows].map((cells) => cells.join(',')).join('\n'));
    const source = await csvSource(path, 'counters.csv', profileOf({ take: 'differences' }));
    const outcome = await importRows(store, source, unwatched);
    expect(outcome).toMatchObject({ rowsRead: 30_000, inserted: 29_997, rejected: 3 });
    const [[sum] = []] = store.live.rows('SELECT SUM(good_quantity) FROM production_records');
    expect(Number(sum)).toBe(expected);
    store.close();
    remove();
  });
});

describe('what is calculated from columns', () => {
  const made = (source: object, cells: string[]) => {
    const profile = importProfileSchema.parse({
      fields: { productionDate: { column: 'd' }, line: { value: 'A' }, goodQuantity: source },
      columns: { share: { percent: 'share' } },
    });
    const rows = [{ line: 2, cells: ['2024-03-01', ...cells] }];
    const [row] = mapRows(profile, { line: 1, cells: ['d', 'total', 'other', 'share'] }, rows);
    return row?.draft ? [(row.draft.goodQuantity ?? 0) / 1_000_000, row.draft.rounded] : row?.rejection?.reason;
  };

  it.each([
    [{ column: 'total', minus: 'other' }, ['100', '2.5', ''], [97.5, 0]],
    [{ column: 'total', times: 'share' }, ['1200', '', '98.5 %'], [1_182, 0]],
    [{ column: 'total', times: 'share', rest: true }, ['1200', '', '1.5%'], [1_182, 0]],
    [{ column: 'total', times: 'other', scale: -3, rest: true }, ['1000', '12', ''], [988, 0]],
    [{ column: 'total', times: 'other', scale: -2 }, ['3000000', '33.3333333', ''], [999_999.999, 0]],
    [{ column: 'total', times: 'other' }, ['1', '0.0000005', ''], [0.000001, 1]],
  ] as [object, string[], [number, number]][])('%o of %o is exact, and rounding is told', (source, cells, expected) => {
    expect(made(source, cells)).toEqual(expected);
  });

  it('is refused in words where it comes to less than nothing', () => {
    expect(made({ column: 'total', minus: 'other' }, ['1', '2', ''])).toMatch(/less than nothing/);
  });
});
