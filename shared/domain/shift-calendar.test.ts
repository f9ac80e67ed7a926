import { describe, expect, it, test } from 'vitest';
import { dayFromIso } from './day.ts';
import {
  calendarProblems,
  compileShifts,
  type Shift,
  type ShiftCalendar,
  secondsOfClock,
  type Weekday,
  weekdayOf,
  weekdays,
} from './shift-calendar.ts';

const all = [...weekdays];
const workdays: Weekday[] = [1, 2, 3, 4, 5];
const shift = (name: string, startsAt: string, endsAt: string, days: Weekday[] = all): Shift => ({
  name,
  days,
  startsAt,
  endsAt,
});
const threeShifts = [shift('A', '06:00', '14:00'), shift('B', '14:00', '22:00'), shift('C', '22:00', '06:00')];

/** Seconds on the plant's clock of 'YYYY-MM-DD HH:MM'. */
function wall(text: string): number {
  const [date = '', clock = ''] = text.split(' ');
  return (dayFromIso(date) ?? Number.NaN) * 86_400 + secondsOfClock(clock);
}

const shiftAt = (calendar: ShiftCalendar, text: string) => compileShifts(calendar)(wall(text));
const kinds = (calendar: ShiftCalendar) => calendarProblems(calendar).map(({ kind }) => kind);

describe('the shift at a moment', () => {
  const calendar = [{ from: '2024-01-01', shifts: threeShifts }];

  it('begins with its first second and ends before that of the next', () => {
    expect(shiftAt(calendar, '2024-03-05 05:59')?.name).toBe('C');
    expect(shiftAt(calendar, '2024-03-05 06:00')?.name).toBe('A');
    expect(compileShifts(calendar)(wall('2024-03-05 14:00') - 1)?.name).toBe('A');
    expect(shiftAt(calendar, '2024-03-05 14:00')?.name).toBe('B');
    expect(shiftAt(calendar, '2024-03-06 00:00')?.name).toBe('C');
  });

  it('is that of the day of the week on which it begins', () => {
    const weekend = [shift('Day', '06:00', '18:00', [6]), shift('Late', '14:00', '02:00', workdays)];
    const twoShifts = [{ from: '2024-01-01', shifts: weekend }];
    expect(shiftAt(twoShifts, '2024-03-08 23:00')?.name).toBe('Late'); // a Friday
    expect(shiftAt(twoShifts, '2024-03-09 01:59')?.name).toBe('Late');
    expect(shiftAt(twoShifts, '2024-03-09 06:00')?.name).toBe('Day');
  });

  it('is none while nobody works, and before the first version', () => {
    const early = [{ from: '2024-01-01', shifts: [shift('Early', '06:00', '14:00', workdays)] }];
    expect(shiftAt(early, '2024-03-08 14:00')).toBeNull();
    expect(shiftAt(early, '2024-03-09 08:00')).toBeNull();
    expect(shiftAt(early, '2023-12-29 08:00')).toBeNull();
  });

  it('goes by the version that is valid on the date on which it begins, in whatever order they are listed', () => {
    const longer = [shift('Day', '06:00', '18:00'), shift('Night', '18:00', '06:00')];
    const versions = [
      { from: '2025-01-01', shifts: longer },
      { from: '2024-01-01', shifts: threeShifts },
    ];
    expect(shiftAt(versions, '2024-12-31 23:00')).toEqual({ name: 'C', version: '2024-01-01' });
    expect(shiftAt(versions, '2025-01-01 05:59')).toEqual({ name: 'C', version: '2024-01-01' });
    expect(shiftAt(versions, '2025-01-01 06:00')).toEqual({ name: 'Day', version: '2025-01-01' });
  });

  it('is the one that began last where a new version begins a shift in the last night of the old', () => {
    const earlier = [shift('Early', '04:00', '12:00')];
    const versions = [...calendar, { from: '2025-01-01', shifts: earlier }];
    expect(shiftAt(versions, '2025-01-01 03:59')?.name).toBe('C');
    expect(shiftAt(versions, '2025-01-01 04:00')?.name).toBe('Early');
  });

  it('may last a whole day', () => {
    const guard = [{ from: '2024-01-01', shifts: [shift('Guard', '07:00', '07:00')] }];
    expect(calendarProblems(guard)).toEqual([]);
    expect(shiftAt(guard, '2024-03-06 06:59')?.name).toBe('Guard');
  });
});

describe('a calendar that cannot be used', () => {
  const ofShifts = (...shifts: Shift[]) => [{ from: '2024-01-01', shifts }];

  it('says what is wrong with a version or a shift', () => {
    expect(kinds([{ from: '2024-02-30', shifts: threeShifts }])).toEqual(['noDate']);
    expect(kinds([...ofShifts(...threeShifts), ...ofShifts(...threeShifts)])).toEqual(['sameDate']);
    expect(kinds(ofShifts())).toEqual(['noShift']);
    expect(kinds(ofShifts(shift(' ', '06:00', '14:00')))).toEqual(['noName']);
    expect(kinds(ofShifts(shift('A', '06:00', '14:00', [])))).toEqual(['noDays']);
    expect(kinds(ofShifts(shift('A', '6:00', '14:00')))).toEqual(['noTime']);
    expect(kinds(ofShifts(shift('A', '06:00', '24:00')))).toEqual(['noTime']);
  });

  it('names shifts that overlap, also over midnight and from Sunday to Monday', () => {
    const clash = (...shifts: Shift[]) => calendarProblems(ofShifts(...shifts));
    const overlap = (...names: string[]) => [{ kind: 'overlap', version: 0, names }];
    expect(clash(shift('A', '06:00', '14:01'), shift('B', '14:00', '22:00'))).toEqual(overlap('A', 'B'));
    expect(clash(shift('C', '22:00', '06:01', [2]), shift('A', '06:00', '14:00', [3]))).toEqual(overlap('C', 'A'));
    expect(clash(shift('C', '22:00', '06:01', [7]), shift('A', '06:00', '14:00', [1]))).toEqual(overlap('C', 'A'));
    expect(clash(shift('C', '22:00', '06:01', [6]), shift('A', '06:00', '14:00', [1]))).toEqual([]);
  });
});

/** A small stream of numbers that is the same everywhere (a linear congruence). */
function numbers(seed: number): (end: number) => number {
  let state = seed;
  return (end) => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return Math.floor((state / 2_147_483_648) * end);
  };
}

const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** All shifts that work in a minute of one week of a calendar of one version, minute by minute. */
function workingAt(shifts: readonly Shift[], minuteOfWeek: number): string[] {
  const week = 7 * 1440;
  return shifts.flatMap(({ name, days, startsAt, endsAt }) => {
    const start = secondsOfClock(startsAt) / 60;
    const length = (secondsOfClock(endsAt) / 60 - start + 1440) % 1440 || 1440;
    return days.filter((day) => (minuteOfWeek - ((day - 1) * 1440 + start) + 2 * week) % week < length).map(() => name);
  });
}

test('of any shifts, those overlap that work in one minute of the week, and the others are found in each', () => {
  let usable = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const below = numbers(seed);
    const shifts = Array.from({ length: 1 + below(3) }, (_, at) => {
      const start = below(48) * 30;
      const days = weekdays.filter(() => below(2) === 0);
      return shift(`S${at}`, clock(start), clock(start + 30 * (1 + below(16))), days.length > 0 ? days : [1]);
    });
    const working = Array.from({ length: 7 * 48 }, (_, at) => workingAt(shifts, at * 30));
    const calendar = [{ from: '1990-01-01', shifts }];
    const overlaps = working.some((names) => names.length > 1);
    expect(kinds(calendar), `seed ${seed}`).toEqual(overlaps ? ['overlap'] : []);
    if (overlaps) continue;
    usable += 1;
    const find = compileShifts(calendar);
    const monday = wall('2024-03-04 00:00');
    expect(working.map((_, at) => find(monday + at * 1800)?.name)).toEqual(working.map(([name]) => name));
  }
  expect(usable).toBeGreaterThan(50);
});

test('days of the week are those of the calendar, also before 1970', () => {
  expect(['2024-03-04', '2024-03-10', '1969-12-28'].map((date) => weekdayOf(dayFromIso(date) ?? 0))).toEqual([1, 7, 7]);
});
