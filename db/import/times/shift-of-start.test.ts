import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, test } from 'vitest';
import { type ImportProfileInput, importProfileSchema } from '../../../shared/import/profile.ts';
import { createStore, unwatched } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { importRows } from '../import-rows.ts';
import { createRowMapper } from '../rows/map-row.ts';
import { compilePlainLine } from '../rows/plain-line.ts';
import { undoBatch } from '../undo.ts';
import { compileDateFormat } from './dates.ts';
import { compileShiftOfStart } from './shift-of-start.ts';

type Shifts = NonNullable<ImportProfileInput['shifts']>;
const everyDay: Shifts[number]['shifts'][number]['days'] = [1, 2, 3, 4, 5, 6, 7];
const threeShifts = [
  { name: 'A', days: everyDay, startsAt: '06:00', endsAt: '14:00' },
  { name: 'B', days: everyDay, startsAt: '14:00', endsAt: '22:00' },
  { name: 'C', days: everyDay, startsAt: '22:00', endsAt: '06:00' },
];
const twoShifts = [
  { name: 'Day', days: everyDay, startsAt: '06:00', endsAt: '18:00' },
  { name: 'Night', days: everyDay, startsAt: '18:00', endsAt: '06:00' },
];
const shifts: Shifts = [{ from: '2024-01-01', shifts: threeShifts }];
const fields: ImportProfileInput['fields'] = {
  startedAt: { column: 'start' },
  line: { column: 'line' },
  goodQuantity: { column: 'good' },
};
const columns = ['start', 'line', 'good', 'crew'];

function shiftOf(profile: Partial<ImportProfileInput>, start: string, crew = '') {
  const map = createRowMapper(importProfileSchema.parse({ fields, shifts, ...profile }), { line: 1, cells: columns });
  const { draft, rejection } = map({ line: 2, cells: [start, 'L1', '5', crew] });
  return draft ? draft.shift : rejection;
}

describe('the shift of a row', () => {
  it('is found by its start where no column gives it', () => {
    expect(shiftOf({}, '2024-03-05 13:59:59')).toBe('A');
    expect(shiftOf({}, '2024-03-05 14:00')).toBe('B');
    expect(shiftOf({ shifts: [] }, '2024-03-05 14:00')).toBeNull();
  });

  it('is what the file says where it says any, and none where that is blank', () => {
    const mapped = { fields: { ...fields, shift: { column: 'crew' } } };
    expect(shiftOf(mapped, '2024-03-05 14:00', 'red')).toBe('red');
    expect(shiftOf(mapped, '2024-03-05 14:00')).toBeNull();
    expect(shiftOf({ fields: { ...fields, shift: { value: 'X' } } }, '2024-03-05 14:00')).toBe('X');
  });

  it('is none for a start without a time of day, nor for a time beside a date that is no start', () => {
    expect(shiftOf({}, '2024-03-05')).toBeNull();
    const { startedAt: _, ...others } = fields;
    expect(shiftOf({ fields: { ...others, productionDate: { column: 'start' } } }, '2024-03-05 07:00')).toBeNull();
  });
});

describe('on a night on which the clocks change, the wall clock decides', () => {
  const at = (timeZone: string, text: string) => {
    const find = compileShiftOfStart(importProfileSchema.parse({ fields, shifts, day: { timeZone } }));
    return find?.(compileDateFormat('YYYY-MM-DD HH:mm:ssZ', 'en')(text));
  };

  it.each([
    ['Europe/Berlin', 'has 23 hours', '2024-03-31 03:59:59Z', '2024-03-31 04:00:00Z'],
    ['Europe/Berlin', 'has 25 hours', '2024-10-27 04:59:59Z', '2024-10-27 05:00:00Z'],
    ['America/New_York', 'has 23 hours', '2024-03-10 09:59:59Z', '2024-03-10 10:00:00Z'],
    ['America/New_York', 'has 25 hours', '2024-11-03 10:59:59Z', '2024-11-03 11:00:00Z'],
  ])('in %s when the day %s', (zone, _, lastOfNight, firstOfMorning) => {
    expect([at(zone, lastOfNight), at(zone, firstOfMorning)]).toEqual(['C', 'A']);
  });

  it('and both of the hours that the clock shows twice are of one shift', () => {
    expect(at('Europe/Berlin', '2024-10-27 02:30:00+02:00')).toBe('C');
    expect(at('Europe/Berlin', '2024-10-27 02:30:00+01:00')).toBe('C');
  });

  it('and stamps keep the clock by which they are written where the profile names no zone', () => {
    expect(shiftOf({}, '2024-03-31 06:00:00+02:00')).toBe('A');
  });
});

test('the night shift keeps the production day that the profile gives it', () => {
  const map = (belongsTo: 'start' | 'calendar') =>
    createRowMapper(importProfileSchema.parse({ fields, shifts, day: { startsAt: '06:00', belongsTo } }), {
      line: 1,
      cells: columns,
    })({ line: 2, cells: ['2024-03-05 02:00', 'L1', '5', ''] }).draft;
  const [start, calendar] = [map('start'), map('calendar')];
  expect([start?.shift, calendar?.shift]).toEqual(['C', 'C']);
  expect((calendar?.day ?? 0) - (start?.day ?? 0)).toBe(1);
});

test('a profile refuses a calendar that cannot be used, saying why', () => {
  const parse = (startsAt: string) =>
    importProfileSchema.safeParse({
      fields,
      shifts: [{ from: '2024-01-01', shifts: [...threeShifts, { name: 'D', days: [3], startsAt, endsAt: '13:00' }] }],
    });
  expect(parse('12:00').error?.issues[0]?.message).toBe(
    'the shifts A and D from 2024-01-01 overlap: end the one before the other starts',
  );
  expect(parse('noon').error?.issues[0]?.message).toBe('write when the shifts from 2024-01-01 start and end as HH:MM');
});

test('a calendar sends lines the careful way, unless a column gives the shift', () => {
  const compile = (given: ImportProfileInput['fields']) =>
    compilePlainLine(
      importProfileSchema.parse({ fields: given, shifts }),
      columns,
      {} as Parameters<typeof compilePlainLine>[2],
    );
  expect(compile(fields)).toBeNull();
  expect(compile({ ...fields, shift: { column: 'crew' } })).not.toBeNull();
});

test('records keep the calendar of their import; a later one counts for later imports, each start by its own version', async () => {
  const { store, path, remove } = createStore();
  const file = join(path, 'plant.csv');
  const imported = async (starts: string[], calendar: Shifts) => {
    writeFileSync(file, ['start,line,good', ...starts.map((start, at) => `${start},L1,${at + 1}`)].join('\n'));
    const profile = importProfileSchema.parse({ fields, shifts: calendar });
    return importRows(store, await csvSource(file, 'plant.csv', profile), unwatched);
  };
  const found = () =>
    store.live.rows('SELECT name, COUNT(*) FROM records JOIN shifts ON shift_id = shifts.id GROUP BY name ORDER BY 1');
  const calendars = () =>
    store.live
      .rows('SELECT profile FROM import_batches ORDER BY id')
      .map(([profile]) => JSON.parse(String(profile)).shifts);

  await imported(['2024-03-05 15:00', '2025-03-05 15:00', '2025-03-06 23:00'], shifts);
  expect(found()).toEqual([
    ['B', 2],
    ['C', 1],
  ]);
  const changed = [...shifts, { from: '2025-01-01', shifts: twoShifts }];
  const { batchId } = await imported(['2024-12-31 15:00', '2025-01-01 05:00', '2025-01-01 15:00'], changed);
  const both = [
    ['B', 3],
    ['C', 2],
    ['Day', 1],
  ];
  expect(found()).toEqual(both);
  expect(calendars()).toEqual([shifts, changed]);
  undoBatch(store.live, batchId, unwatched);
  expect(found()).toEqual([
    ['B', 2],
    ['C', 1],
  ]);
  store.close();
  remove();
});
