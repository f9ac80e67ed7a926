import { describe, expect, test } from 'vitest';
import { instantOf, readWallTime, wallTime, writeWallTime } from './wall-time.ts';

const at = (instant: string, zone: string) => writeWallTime(wallTime(Date.parse(instant), zone));
const when = (wall: string, zone: string) => new Date(instantOf(readWallTime(wall), zone)).toISOString().slice(0, 16);

test('the wall shows what people of the zone see, in summer and in winter', () => {
  expect(at('2026-07-01T00:10:59Z', 'Europe/Berlin')).toBe('2026-07-01T02:10');
  expect(at('2026-12-31T23:30:00Z', 'Europe/Berlin')).toBe('2027-01-01T00:30');
  expect(at('2026-01-01T03:00:00Z', 'America/New_York')).toBe('2025-12-31T22:00');
  expect(at('2026-06-15T15:00:00Z', 'Asia/Seoul')).toBe('2026-06-16T00:00');
  expect(at('2026-01-01T00:00:00Z', 'Asia/Kathmandu')).toBe('2026-01-01T05:45');
});

describe('the instant of a time on the wall', () => {
  test('is the first of two in the night in which an hour comes twice', () => {
    expect(when('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30');
    expect(when('2026-11-01T01:30', 'America/New_York')).toBe('2026-11-01T05:30');
  });

  test('is the end of the hour that is left out, as that is when the wall has passed it', () => {
    expect(when('2026-03-29T02:10', 'Europe/Berlin')).toBe('2026-03-29T01:00');
    expect(when('2026-03-08T02:10', 'America/New_York')).toBe('2026-03-08T07:00');
    // Samoa left out a whole day when it went to the other side of the date line.
    expect(when('2011-12-30T12:00', 'Pacific/Apia')).toBe('2011-12-30T10:00');
  });

  test('leads back to that time at every other hour, in the days around a change as well', () => {
    for (const zone of ['Europe/Berlin', 'America/New_York', 'Asia/Seoul', 'Australia/Lord_Howe', 'Asia/Kathmandu']) {
      for (const day of ['2026-03-27', '2026-03-30', '2026-06-01', '2026-10-24', '2026-10-26', '2026-11-02']) {
        for (let hour = 0; hour < 24; hour++) {
          const wall = readWallTime(`${day}T${String(hour).padStart(2, '0')}:10`);
          expect(wallTime(instantOf(wall, zone), zone), `${zone} ${writeWallTime(wall)}`).toBe(wall);
        }
      }
    }
  });
});
