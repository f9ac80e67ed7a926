import { expect, test } from 'vitest';
import { guessProfile } from '../guess/guess-profile.ts';
import { sniffColumns } from '../guess/sniff.ts';
import { findAmbiguities } from './ambiguities.ts';

const header = ['Time', 'Line', 'Batch', 'Good', 'Planned'];

/** A log of readings: each batch counts from 0 to 39, by steps of its line. */
function rowsOf(goodOf: (reading: number, batch: number) => number) {
  return ['B1', 'B2'].flatMap((batch, nth) =>
    Array.from({ length: 40 }, (_, reading) => ({
      line: 2 + 40 * nth + reading,
      cells: [
        `2024-03-0${nth + 1} 08:${String(reading).padStart(2, '0')}:00`,
        'Press 1',
        batch,
        String(goodOf(reading, nth)),
        String(100 * reading),
      ],
    })),
  );
}
const questionsAbout = (rows: ReturnType<typeof rowsOf>) => {
  const cells = rows.map((row) => row.cells);
  const profile = guessProfile(header, rows);
  return findAmbiguities(profile, header, cells, sniffColumns(header, cells, ','), '').filter(
    ({ field }) => field === 'counter',
  );
};

test('a quantity that only rises within its lot is taken by the highest of each lot, and asked about', () => {
  const rows = rowsOf((reading) => 3 * reading);
  expect(guessProfile(header, rows).fields.goodQuantity).toEqual({
    column: 'Good',
    counter: { take: 'maximum', within: ['line', 'lotNumber'], order: 'time' },
  });
  expect(questionsAbout(rows)).toMatchObject([
    { field: 'counter', column: 'Good', sample: '0 … 117', choices: ['maximum', 'differences', 'amount'] },
  ]);
});

test('what is planned may rise, and what falls once is an amount', () => {
  const rows = rowsOf((reading) => (reading === 30 ? 5 : 3 * reading));
  expect(guessProfile(header, rows).fields).toMatchObject({ goodQuantity: { column: 'Good' } });
  expect(guessProfile(header, rows).fields.goodQuantity).not.toHaveProperty('counter');
  expect(guessProfile(header, rows).fields.plannedQuantity).not.toHaveProperty('counter');
  expect(questionsAbout(rows)).toEqual([]);
});

test('without lots a line goes on counting, and each row has the difference', () => {
  const rows = rowsOf((reading, batch) => 3 * (reading + 40 * batch)).map(({ line, cells }) => ({
    line,
    cells: cells.filter((_, at) => at !== 2),
  }));
  const columns = header.filter((name) => name !== 'Batch');
  expect(guessProfile(columns, rows).fields.goodQuantity).toMatchObject({
    counter: { take: 'differences', within: ['line'] },
  });
});

test('a counter of a line may begin anew near zero, as after a restart, but not within a lot', () => {
  const restarted = rowsOf((reading, batch) => (batch === 0 ? 5000 + 3 * reading : 2 + 3 * reading));
  const withoutLots = restarted.map(({ line, cells }) => ({ line, cells: cells.filter((_, at) => at !== 2) }));
  const columns = header.filter((name) => name !== 'Batch');
  expect(guessProfile(columns, withoutLots).fields.goodQuantity).toMatchObject({ counter: { take: 'differences' } });
  const withinLots = rowsOf((reading) => (reading < 20 ? 5000 : 2) + 3 * reading);
  expect(guessProfile(header, withinLots).fields.goodQuantity).not.toHaveProperty('counter');
});

test('a single low reading on a line is no new beginning', () => {
  const rows = rowsOf((reading, batch) => (reading === 30 ? 5 : 3 * (reading + 40 * batch) + 100)).map(
    ({ line, cells }) => ({ line, cells: cells.filter((_, at) => at !== 2) }),
  );
  const columns = header.filter((name) => name !== 'Batch');
  expect(guessProfile(columns, rows).fields.goodQuantity).not.toHaveProperty('counter');
});

test('few rows tell nothing', () => {
  const rows = rowsOf((reading) => 3 * reading).slice(0, 15);
  expect(guessProfile(header, rows).fields.goodQuantity).not.toHaveProperty('counter');
});

test('what begins anew with each day is a counter where it rises on all of them, and no other', () => {
  const columns = ['Time', 'Line', 'Good'];
  const hourly = (goodOf: (hour: number, day: number) => number) =>
    Array.from({ length: 80 }, (_, at) => {
      const [day, hour] = [Math.floor(at / 16), at % 16];
      const time = `2024-03-0${day + 1} ${String(hour + 6).padStart(2, '0')}:00`;
      return { line: at + 2, cells: [time, 'M1', String(goodOf(hour, day))] };
    });
  const counterOf = (rows: ReturnType<typeof hourly>) => guessProfile(columns, rows).fields.goodQuantity;
  const anew = hourly((hour, day) => 300 + 40 * hour + day);
  expect(counterOf(anew)).toMatchObject({ counter: { take: 'differences', within: ['line'] } });
  const asked = findAmbiguities(
    guessProfile(columns, anew),
    columns,
    anew.map(({ cells }) => cells),
    sniffColumns(
      columns,
      anew.map(({ cells }) => cells),
      ',',
    ),
    '',
  );
  expect(asked).toMatchObject([{ field: 'counter', column: 'Good' }]);
  const oneSlip = hourly((hour, day) => (day === 2 && hour === 9 ? 310 : 300 + 40 * hour + day));
  expect(counterOf(oneSlip)).not.toHaveProperty('counter');
  const twiceADay = hourly((hour) => (hour % 2 === 0 ? 300 : 500))
    .map((row, at) => ({
      ...row,
      cells: [`2024-03-${String(Math.floor(at / 2) + 1).padStart(2, '0')}`, 'M1', row.cells[2] ?? ''],
    }))
    .slice(0, 60);
  expect(counterOf(twiceADay)).not.toHaveProperty('counter');
});
