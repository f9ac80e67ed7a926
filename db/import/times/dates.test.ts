import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../../shared/domain/day.ts';
import { compileDateFormat } from './dates.ts';
import { monthLanguages, monthNamesOf } from './month-names.ts';

function read(format: string, text: string, language = 'en'): string | null {
  const date = compileDateFormat(format, language)(text);
  if (date === null) return null;
  const time = date.secondOfDay === null ? '' : ` ${date.secondOfDay}`;
  return `${isoFromDay(date.day)}${time}${date.offsetMinutes === null ? '' : ` ${date.offsetMinutes}`}`;
}

describe('a date format', () => {
  it.each([
    ['YYYY-MM-DD', '2025-02-28', '2025-02-28'],
    ['M/D/YYYY', '1/31/2015', '2015-01-31'],
    ['DD.MM.YYYY', '1.2.2025', '2025-02-01'],
    ['YYYYMMDD', '20250102', '2025-01-02'],
    ['YYYYMMDDHHmmss', '20250102030405', '2025-01-02 11045'],
    ['D.M.YY', '1.2.69', '2069-02-01'],
    ['D.M.YY', '1.2.70', '1970-02-01'],
    ['YYYY. M. D.', '2025. 3. 4.', '2025-03-04'],
    ['YYYY년 M월 D일', '2025년 3월 4일', '2025-03-04'],
    ['YYYY/MM', '2025/07', '2025-07-01'],
    ['YYYY-MM-DD HH:mm:ssZ', '2022-08-31 22:05:00+00:00', '2022-08-31 79500 0'],
    ['YYYY-MM-DDTHH:mm:ssZ', '2022-08-31T22:05:00.123-0430', '2022-08-31 79500 -270'],
    ['M/D/YYYY h:mm A', '1/2/2025 12:05 AM', '2025-01-02 300'],
    ['M/D/YYYY h:mm A', '1/2/2025 1:05 pm', '2025-01-02 47100'],
    ['YYYY-MM-DD HH:mm', '2025-01-02 24:00', '2025-01-03 0'],
  ])('%s reads %s', (format, text, expected) => {
    expect(read(format, text)).toBe(expected);
  });

  it.each([
    ['YYYY-MM-DD', '2025-02-30'],
    ['YYYY-MM-DD', '2025-13-01'],
    ['YYYY-MM-DD', '2025-02-01x'],
    ['YYYY-MM-DD', ''],
    ['YYYY-MM-DD', '0001-01-01'],
    ['YYYY-MM-DD', '9999-12-31'],
    ['M/D/YYYY', '13/1/2025'],
    ['D.M.YYYY', '1-2-2025'],
    ['YYYY-MM-DD HH:mm', '2025-01-02 24:01'],
    ['YYYY-MM-DD HH:mm', '2025-01-02 10:60'],
    ['M/D/YYYY h:mm A', '1/2/2025 13:05 PM'],
    ['D MMM YYYY', '1 Foo 2025'],
  ])('%s refuses %s', (format, text) => {
    expect(read(format, text)).toBeNull();
  });

  it('takes a time of day that it does not name, and does without one that it names', () => {
    expect(read('D.M.YYYY', '1.2.2025 06:30')).toBe('2025-02-01 23400');
    expect(read('YYYY-MM-DD', '2025-02-01T06:30:00Z')).toBe('2025-02-01 23400 0');
    expect(read('YYYY-MM-DD HH:mm:ss', '2025-02-01')).toBe('2025-02-01');
    expect(read('YYYY-MM-DD HH:mm', '2025-02-01 06:30:15')).toBe('2025-02-01 23415');
  });

  it('insists on the offset, and on morning or afternoon, when it names them', () => {
    expect(read('YYYY-MM-DD HH:mm:ssZ', '2025-02-01 06:30:00')).toBeNull();
    expect(read('M/D/YYYY h:mm A', '2/1/2025 6:30')).toBeNull();
  });

  it('gives each text its own answer when texts alternate', () => {
    const parse = compileDateFormat('YYYY-MM-DD', 'en');
    const days = ['2025-01-01', 'x', '2025-01-01', '2025-01-02'].map((text) => parse(text)?.day ?? null);
    expect(days).toEqual([20089, null, 20089, 20090]);
  });

  it.each(['D/YYYY', 'MM-DD', 'HH:mm', 'date'])('is refused when it has no year or month: %s', (format) => {
    expect(() => compileDateFormat(format, 'en')).toThrow(/needs a year/);
  });

  it('is refused when it names a part twice', () => {
    expect(() => compileDateFormat('YYYY-MM-DD MM', 'en')).toThrow(/twice/);
  });
});

describe('names of months', () => {
  it.each([
    ['sl', 'MMM.YY', 'nov.18', '2018-11-01'],
    ['sl', 'MMM.YY', 'avg.19', '2019-08-01'],
    ['pt', 'YYYY MMM', '2005 ABR', '2005-04-01'],
    ['pt', 'YYYY MMM', '2022 Março', '2022-03-01'],
    ['pt', 'YYYY MMM', '2022 MARCO', '2022-03-01'],
    ['en', 'D-MMM-YYYY', '5-Sep-2025', '2025-09-05'],
    ['en', 'MMM D, YYYY', 'Sept. 5, 2025', '2025-09-05'],
    ['en', 'DDMMMYYYY', '05SEP2025', '2025-09-05'],
    ['de', 'D. MMM YYYY', '5. März 2025', '2025-03-05'],
    ['de', 'D. MMM YYYY', '5. Dez. 2025', '2025-12-05'],
    ['es', 'D/MMM/YY', '5/ene/25', '2025-01-05'],
    ['ko', 'YYYY년 MMM D일', '2025년 11월 5일', '2025-11-05'],
  ])('are read in %s: %s of %s', (language, format, text, expected) => {
    expect(read(format, text, language)).toBe(expected);
  });

  it.each(monthLanguages)('are twelve in %s, long and short', (language) => {
    expect(new Set(monthNamesOf(language).values()).size).toBe(12);
  });

  it('are refused for what is no language', () => {
    expect(() => compileDateFormat('MMM YYYY', '??')).toThrow(/no language code/);
  });
});
