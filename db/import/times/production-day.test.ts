import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../../shared/domain/day.ts';
import { type ImportProfile, productionDaySchema } from '../../../shared/import/profile.ts';
import { compileDateFormat } from './dates.ts';
import { compileProductionDay, instantOf } from './production-day.ts';

const parse = compileDateFormat('YYYY-MM-DD', 'en');

function written(text: string) {
  const date = parse(text);
  if (!date) throw new Error(`'${text}' is no date`);
  return date;
}

function dayOf(rule: Partial<ImportProfile['day']>, start: string, end?: string): string {
  const compiled = compileProductionDay({ day: productionDaySchema.parse(rule) });
  return isoFromDay(compiled.dayOf(written(start), end === undefined ? null : written(end)));
}

describe('the production day', () => {
  it('is the calendar date by default', () => {
    expect(dayOf({}, '2025-03-02 00:00:00')).toBe('2025-03-02');
    expect(dayOf({}, '2025-03-02 23:59:59')).toBe('2025-03-02');
  });

  it('begins at the hour of the plant: the small hours belong to the day before', () => {
    const rule = { startsAt: '06:00' };
    expect(dayOf(rule, '2025-03-02 05:59:59')).toBe('2025-03-01');
    expect(dayOf(rule, '2025-03-02 06:00:00')).toBe('2025-03-02');
    expect(dayOf(rule, '2025-01-01 02:00:00')).toBe('2024-12-31');
  });

  it('has the date on which it ends where a night shift opens it on the eve', () => {
    const rule = { startsAt: '22:00', belongsTo: 'end' as const };
    expect(dayOf(rule, '2025-03-01 22:00:00')).toBe('2025-03-02');
    expect(dayOf(rule, '2025-03-02 21:59:59')).toBe('2025-03-02');
  });

  it('is the day on which a run ends where a plant counts so, midnight closing its day', () => {
    const rule = { startsAt: '06:00', belongsTo: 'end' as const };
    expect(dayOf(rule, '2025-03-01 22:00:00', '2025-03-02 06:00:00')).toBe('2025-03-02');
    expect(dayOf(rule, '2025-03-01 14:00:00', '2025-03-02 00:00:00')).toBe('2025-03-01');
    expect(dayOf(rule, '2025-03-01 08:00:00')).toBe('2025-03-01');
  });

  it('is the calendar date of the start where a plant counts so, whenever its days begin', () => {
    expect(dayOf({ startsAt: '06:00', belongsTo: 'calendar' }, '2025-03-02 02:00:00')).toBe('2025-03-02');
  });

  it('is taken after a stamp with an offset is brought to the clock of the plant', () => {
    const rule = { startsAt: '06:00', timeZone: 'Asia/Seoul' };
    expect(dayOf(rule, '2025-03-01 20:59:00Z')).toBe('2025-03-01');
    expect(dayOf(rule, '2025-03-01 21:00:00Z')).toBe('2025-03-02');
    expect(dayOf({ startsAt: '06:00' }, '2025-03-01 21:00:00Z')).toBe('2025-03-01');
  });

  it('follows the change to summer time, whose day has 23 hours', () => {
    const rule = { startsAt: '06:00', timeZone: 'Europe/Berlin' };
    expect(dayOf(rule, '2025-03-29 04:59:00Z')).toBe('2025-03-28');
    expect(dayOf(rule, '2025-03-30 03:59:00Z')).toBe('2025-03-29');
    expect(dayOf(rule, '2025-03-30 04:00:00Z')).toBe('2025-03-30');
  });

  it('is refused in a zone that does not exist', () => {
    expect(() => dayOf({ timeZone: 'Europe/Atlantis' }, '2025-03-01 00:00:00')).toThrow(/no time zone/);
  });
});

describe('an instant', () => {
  it('counts the offset that is written, and none that is not', () => {
    expect(instantOf(written('1970-01-02 01:00:00+01:00'))).toBe(86_400);
    expect(instantOf(written('1970-01-02 01:00:00'))).toBe(90_000);
    expect(instantOf(written('1970-01-02'))).toBeNull();
  });
});
