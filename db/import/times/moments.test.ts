import { describe, expect, it } from 'vitest';
import { isoFromDay } from '../../../shared/domain/day.ts';
import { type ImportProfileInput, importProfileSchema } from '../../../shared/import/profile.ts';
import { mapRows } from '../derive/map-rows.ts';
import { readClock } from './clock-text.ts';
import { compileDateFormat } from './dates.ts';
import { dateInFileName, datesInFileName } from './file-name-date.ts';
import { compileStampClock } from './production-day.ts';

const clocks = { start: { dateFormat: 'HH:mm' }, end: { dateFormat: 'HH:mm' } };

function records(profile: Omit<ImportProfileInput, 'fields'>, rows: string[][], fileName = 'x.csv') {
  const fields: ImportProfileInput['fields'] = {
    productionDate: { column: 'date' },
    startedAt: { column: 'start' },
    endedAt: { column: 'end' },
    line: { column: 'line' },
    goodQuantity: { value: '1' },
  };
  const parsed = importProfileSchema.parse({ columns: clocks, ...profile, fields });
  const header = { line: 1, cells: ['date', 'start', 'end', 'line'] };
  const mapped = mapRows(
    parsed,
    header,
    rows.map((cells, at) => ({ line: at + 2, cells })),
    fileName,
  );
  const stamp = (seconds: number | null | undefined) =>
    seconds === null || seconds === undefined ? '' : new Date(seconds * 1_000).toISOString().slice(5, 16);
  return mapped.map((row) =>
    row?.draft
      ? `${isoFromDay(row.draft.day).slice(5)} ${stamp(row.draft.startedAt)} ${stamp(row.draft.endedAt)}`.trim()
      : row?.rejection?.reason,
  );
}

describe('times of day beside a date', () => {
  it('end on the next day where they end earlier than they start', () => {
    expect(
      records({}, [
        ['2024-03-01', '22:00', '06:00', 'A'],
        ['2024-03-01', '오후 1:00', '24:00', 'A'],
      ]),
    ).toEqual(['03-01 03-01T22:00 03-02T06:00', '03-01 03-01T13:00 03-02T00:00']);
  });

  it('are of the production day or of the calendar date as the profile says', () => {
    const rows = [['2024-03-01', '02:00', '05:00', 'A']];
    const day = { startsAt: '06:00' };
    expect(records({ day }, rows)).toEqual(['02-29 03-01T02:00 03-01T05:00']);
    expect(records({ day, dates: { timesOn: 'productionDay' } }, rows)).toEqual(['03-01 03-02T02:00 03-02T05:00']);
  });

  it('run on into the next day, line by line, where the profile says so', () => {
    const rows = [
      ['2024-03-01', '22:00', '', 'A'],
      ['2024-03-01', '23:00', '', 'B'],
      ['2024-03-01', '01:00', '', 'A'],
    ];
    expect(records({ dates: { timesRunOn: true } }, rows)[2]).toBe('03-01 03-02T01:00');
    expect(records({}, rows)[2]).toBe('03-01 03-01T01:00');
  });

  it('without any date are refused in words', () => {
    expect(records({}, [['', '22:00', '', 'A']])[0]).toMatch(/a time of day is given, but no date for it/);
  });
});

describe('the date in the name of a file', () => {
  it('is that of rows without one', () => {
    const profile = { dates: { inFileName: 'YYYYMMDD' } };
    expect(records(profile, [['', '06:00', '', 'A']], 'report_20240301_v2.csv')).toEqual(['03-01 03-01T06:00']);
    expect(records(profile, [['', '06:00', '', 'A']], 'report.csv')[0]).toMatch(/holds no date written as YYYYMMDD/);
  });

  it.each([
    ['report_20240301.csv', 'YYYYMMDD', true],
    ['2024-03-01 line.csv.gz', 'YYYY-MM-DD', true],
    ['output 15.03.2024.csv', 'DD.MM.YYYY', true],
    ['output 05.03.2024.csv', 'DD.MM.YYYY', false],
    ['생산 2024년 3월 1일.csv', 'YYYY년 M월 D일', true],
    ['report_202403.csv', 'YYYYMM', false],
  ])('%s says %s, surely: %s', (name, format, isSure) => {
    const found = datesInFileName(name);
    expect(found.readings[0]?.format).toBe(format);
    expect(found.isSure).toBe(isSure);
  });

  it('is none where the name holds two', () => {
    expect(dateInFileName('2024-03-01_2024-03-07.csv', 'YYYY-MM-DD', 'en')).toMatch(/more than one date/);
  });
});

describe('a date in other words', () => {
  it.each([
    ['YYYY-MM-DD', '2024-03-01 오후 3:05', '2024-03-01 15:05'],
    ['YYYY-MM-DD', '2024-03-01 上午 9:00', '2024-03-01 09:00'],
    ['YYYY년 M월 D일', '2024년 3월 1일 15시 5분', '2024-03-01 15:05'],
    ['YYYY年M月D日', '2024年3月1日15時05分', '2024-03-01 15:05'],
    ['YY. M. D.', '24. 3. 1.', '2024-03-01'],
    ['YYYY-Www-E', '2024-W09-5', '2024-03-01'],
    ['YYYY-Www-E', '2025-W01-1', '2024-12-30'],
    ['YYYY-DDD', '2024-061', '2024-03-01'],
    ['MMM Do, YYYY', 'March 1st, 2024', '2024-03-01'],
    ['YYYY-MM-DD(ddd)', '2024-03-01(금)', '2024-03-01'],
    ['epoch-milliseconds', '1709251200000', '2024-03-01 00:00'],
    ['EY年M月D日', '令和6年3月1日', '2024-03-01'],
    ['EY年M月D日', '令和元年5月1日', '2019-05-01'],
    ['EY年M月D日', '平成31年4月30日 15:05', '2019-04-30 15:05'],
    ['EY.M.D', 'R6.3.1', '2024-03-01'],
    ['EY.M.D', 'S64.1.7', '1989-01-07'],
    ['EYMMDD', 'R060301', '2024-03-01'],
    ['excel-serial', '45352.5', '2024-03-01 12:00'],
    ['excel-serial', '59', '1900-02-28'],
    ['excel-serial-1904', '43890', '2024-03-01'],
  ])('%s reads %s', (format, text, expected) => {
    const date = compileDateFormat(format, 'en')(text);
    const at =
      date?.secondOfDay === null ? '' : ` ${new Date((date?.secondOfDay ?? 0) * 1_000).toISOString().slice(11, 16)}`;
    expect(date && isoFromDay(date.day) + at).toBe(expected);
  });

  it.each([
    ['YYYY-Www-E', '2024-W53-1'],
    ['YYYY-DDD', '2023-366'],
    ['EY.M.D', 'R0.3.1'],
    ['EY.M.D', '2024.3.1'],
    ['EY.M.D', 'R6.2.30'],
    ['YYYY-MM-DD HH:mmZ', '2024-03-01 15:05 CST'],
    ['epoch-seconds', '99999999999999'],
    ['excel-serial', '60'],
  ])('%s refuses %s', (format, text) => {
    expect(compileDateFormat(format, 'en')(text)).toBeNull();
  });

  it('reads a clock that stands alone', () => {
    expect([readClock('15:05', 'HH:mm'), readClock('3:05 PM', 'HH:mm'), readClock('0605', 'HHmm')]).toEqual([
      54_300, 54_300, 21_900,
    ]);
    expect([readClock('25:00', 'HH:mm'), readClock('0660', 'HHmm')]).toEqual([null, null]);
  });
});

describe('stamps of another clock', () => {
  const berlin = compileStampClock('Europe/Berlin');
  const offset = (day: number, hour: number) =>
    berlin({ day, secondOfDay: hour * 3_600, offsetMinutes: null }).offsetMinutes;
  const march31 = 19_813;
  const october27 = 20_023;

  it('get its offset, also around the nights on which it changes', () => {
    expect([offset(march31, 1), offset(march31, 4)]).toEqual([60, 120]);
    expect([offset(october27, 1), offset(october27, 2), offset(october27, 3)]).toEqual([120, 120, 60]);
  });
});
