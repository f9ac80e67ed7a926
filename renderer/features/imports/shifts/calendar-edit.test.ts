import { describe, expect, it } from 'vitest';
import { calendarProblems, type Weekday } from '../../../../shared/domain/shift-calendar.ts';
import { newCalendar, tidied, withEntry, withShift, withVersion } from './calendar-edit.ts';

const hoursOf = ({ startsAt, endsAt }: { startsAt: string; endsAt: string }) => `${startsAt}–${endsAt}`;

describe('editing a shift calendar', () => {
  it('begins with three shifts around the clock that can be used as they are', () => {
    const calendar = newCalendar();
    expect(calendar[0]?.shifts.map(hoursOf)).toEqual(['06:00–14:00', '14:00–22:00', '22:00–06:00']);
    expect(calendarProblems(calendar)).toEqual([]);
  });

  it('goes on from the last version and from the last shift', () => {
    const [first, second] = withVersion(newCalendar(), '2025-01-01');
    expect(second).toEqual({ from: '2025-01-01', shifts: first?.shifts });
    const late = { name: 'Late', days: [1, 2] as Weekday[], startsAt: '13:30', endsAt: '21:30' };
    expect(withShift({ from: '2025-01-01', shifts: [late] }).shifts[1]).toEqual({
      name: '',
      days: [1, 2],
      startsAt: '21:30',
      endsAt: '05:30',
    });
    expect(withShift({ from: '2025-01-01', shifts: [] }).shifts.map(hoursOf)).toEqual(['06:00–14:00']);
  });

  it('changes or removes one entry and leaves the others as they are', () => {
    expect(withEntry(['a', 'b', 'c'], 1, 'x')).toEqual(['a', 'x', 'c']);
    expect(withEntry(['a', 'b', 'c'], 1, null)).toEqual(['a', 'c']);
  });

  it('is kept in the order of time, with names and days in order', () => {
    const [version] = newCalendar();
    const night = { name: ' Night ', days: [7, 1] as Weekday[], startsAt: '22:00', endsAt: '06:00' };
    const [first, second] = tidied([{ from: '2025-01-01', shifts: [night] }, ...(version ? [version] : [])]);
    expect([first?.from, second?.from]).toEqual(['2000-01-01', '2025-01-01']);
    expect(second?.shifts[0]).toMatchObject({ name: 'Night', days: [1, 7] });
  });
});
