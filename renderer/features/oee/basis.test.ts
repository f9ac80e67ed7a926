import { expect, test } from 'vitest';
import { basisOf } from './basis.ts';

const rows = [
  { key: 'Press', values: { records: 10, availabilityRecords: 10, performanceRecords: 4, qualityRecords: 10 } },
  { key: 'Saw', values: { records: 8, availabilityRecords: 7, performanceRecords: null, qualityRecords: 8 } },
];

test('each factor stands on the records that have what it needs; where none has, it is none of them', () => {
  expect(basisOf(rows).map(({ factor, found, records }) => `${factor} ${found} of ${records}`)).toEqual([
    'availability 17 of 18',
    'performance 4 of 18',
    'quality 18 of 18',
  ]);
});

test('where records lack it is told with the most first', () => {
  const [availability, performance, quality] = basisOf(rows);
  expect(availability?.lacking).toEqual([{ key: 'Saw', records: 1 }]);
  expect(performance?.lacking).toEqual([
    { key: 'Saw', records: 8 },
    { key: 'Press', records: 6 },
  ]);
  expect(quality?.lacking).toEqual([]);
});
