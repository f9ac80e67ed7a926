import { expect, it } from 'vitest';
import { importProfileSchema } from '../../../shared/import/profile.ts';
import { knownShiftsOf } from './known-shifts.ts';

const shift = (name: string, startsAt: string, endsAt: string) => ({
  name,
  days: [1, 2, 3, 4, 5] as const,
  startsAt,
  endsAt,
});
const night = [shift('Late', '14:00', '22:00'), shift('Night', '22:00', '06:00')];
const profile = (day: object, shifts = [{ from: '2024-01-01', shifts: night }]) =>
  importProfileSchema.parse({ day, shifts, fields: {} });
const dayOfNight = (day: object) => knownShiftsOf([profile(day)]).find(({ shift: name }) => name === 'Night')?.day;

it.each([
  [{ startsAt: '06:00', belongsTo: 'start' }, 'before'],
  [{ startsAt: '22:00', belongsTo: 'end' }, 'same'],
  [{ startsAt: '06:00', belongsTo: 'end' }, 'same'],
  [{ startsAt: '06:00', belongsTo: 'calendar' }, 'before'],
] as const)('counts the night of a plant whose days are %j as %s', (day, expected) => {
  expect(dayOfNight(day)).toBe(expected);
});

it('goes by the newest calendar of the first profile that has one', () => {
  const without = profile({}, []);
  const changed = profile({}, [
    { from: '2025-01-01', shifts: [shift('Day', '06:00', '18:00')] },
    { from: '2024-01-01', shifts: night },
  ]);
  expect(knownShiftsOf([without, changed, profile({})])).toEqual([{ shift: 'Day', endsAt: '18:00', day: 'same' }]);
  expect(knownShiftsOf([without])).toEqual([]);
});

it('says nothing of a shift whose day is not over when it ends twice over', () => {
  const early = profile({ startsAt: '23:00', belongsTo: 'start' });
  expect(knownShiftsOf([early]).map(({ shift: name, day }) => [name, day])).toEqual([['Late', 'before']]);
});
