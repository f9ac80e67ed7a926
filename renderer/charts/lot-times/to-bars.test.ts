import { expect, test } from 'vitest';
import { toLotTimes } from './to-bars.ts';

const record = (
  id: number,
  line: string,
  from: string | null,
  to: string | null,
  good = 90,
  defects: number | null = 10,
) => ({
  id,
  line,
  productionDate: '2024-03-04',
  startedAt: from && `2024-03-04T${from}:00.000Z`,
  endedAt: to && `2024-03-04T${to}:00.000Z`,
  goodQuantity: good,
  defectQuantity: defects,
});

test('each record lies where its time is within the whole, on the row of its line', () => {
  const times = toLotTimes([
    record(1, 'Press 2', '08:00', '09:00'),
    record(2, 'Press 1', '06:00', '07:00', 50, 0),
    record(3, 'Press 2', '09:00', '10:00', 90, null),
  ]);
  expect(times).toEqual({
    from: '2024-03-04T06:00:00.000Z',
    to: '2024-03-04T10:00:00.000Z',
    rows: [
      { line: 'Press 1', bars: [{ id: 2, from: 0, length: 0.25, scrap: 0 }] },
      {
        line: 'Press 2',
        bars: [
          { id: 1, from: 0.5, length: 0.25, scrap: 0.1 },
          { id: 3, from: 0.75, length: 0.25, scrap: null },
        ],
      },
    ],
  });
});

test('there is no picture of fewer than two records with a start and an end, or of no time at all', () => {
  expect(toLotTimes([record(1, 'A', '06:00', '07:00'), record(2, 'A', '07:00', null)])).toBeNull();
  expect(toLotTimes([record(1, 'A', '06:00', '06:00'), record(2, 'A', '06:00', '06:00')])).toBeNull();
  expect(toLotTimes([])).toBeNull();
});
