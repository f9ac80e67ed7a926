import { describe, expect, it } from 'vitest';
import { sniffDelimiter } from '../file/dialect.ts';
import { readingOfNumbers } from '../numbers/sniff-numbers.ts';
import { readingsOfDates, rivalReadings } from '../times/sniff-dates.ts';
import { sniffColumns } from './sniff.ts';

describe('the delimiter', () => {
  it.each([
    [',', 'a,b,c\n1,2,3\n'],
    [';', 'a;b;c\n1,5;2,5;3\n'],
    ['\t', 'a\tb\n1, 2\t3\n'],
    ['|', 'a|b|c\nx;y|2|3\n'],
    [',', 'a,b\n"1;2;3","4;5"\n'],
    [';', '"line, shift";good\n"L1, night";1\n'],
  ])('is %j', (delimiter, text) => {
    expect(sniffDelimiter(text)).toBe(delimiter);
  });

  it('is found although the sample ends inside a row', () => {
    expect(sniffDelimiter('a;b;c\n1;2;3\n1;2;3\n1;2')).toBe(';');
  });
});

describe('the marks of numbers', () => {
  const read = (texts: string[], delimiter = ',') => readingOfNumbers([texts], delimiter);

  it.each([
    [['4.0', '12.5'], '.', ''],
    [['36814,544', '0'], ',', ''],
    [['1.234.567', '12'], ',', '.'],
    [['1,234.5'], '.', ','],
    [['1.234,5'], ',', '.'],
    [['1 234,5'], ',', ' '],
    [["1'234.5"], '.', "'"],
    [['0.123', '1.234'], '.', ''],
    [['12', '13'], '.', ''],
  ] as const)('in %j are clear', (texts, decimalMark, thousandsMark) => {
    expect(read([...texts])).toMatchObject({ decimalMark, thousandsMark, ambiguous: null });
  });

  it('in 1.234 alone are a question, with an answer chosen by the delimiter', () => {
    expect(read(['1.234', '12'])).toMatchObject({ decimalMark: '.', thousandsMark: ',', ambiguous: '1.234' });
    expect(read(['1.234', '12'], ';')).toMatchObject({ decimalMark: ',', thousandsMark: '.', ambiguous: '1.234' });
    expect(read(['1,234'], ';')).toMatchObject({ decimalMark: ',', thousandsMark: '.', ambiguous: '1,234' });
  });

  it('are learnt from one column for all', () => {
    const reading = readingOfNumbers([['1.234'], ['0.5']], ',');
    expect(reading).toMatchObject({ decimalMark: '.', thousandsMark: '', ambiguous: null });
  });

  it('are not learnt from text', () => {
    expect(readingOfNumbers([['Line 1,5', 'A-1.2']], ',')).toMatchObject({ decimalMark: '.', thousandsMark: '' });
  });
});

describe('the dates of a column', () => {
  const formats = (texts: string[], name = 'date') => readingsOfDates(texts, name).map((reading) => reading.format);

  it.each([
    [['2025-01-31', '2025-02-01'], 'YYYY-MM-DD'],
    [['2025-01-31 06:00:00'], 'YYYY-MM-DD HH:mm:ss'],
    [['2025-01-31T06:00:00Z'], 'YYYY-MM-DDTHH:mm:ssZ'],
    [['1/31/2025 1:05 PM'], 'M/D/YYYY h:mm A'],
    [['31.1.2025', '1.2.2025'], 'D.M.YYYY'],
    [['20250131', '20250201'], 'YYYYMMDD'],
    [['2025. 1. 31.', '2025. 2. 1.'], 'YYYY. M. D.'],
    [['2025년 1월 31일'], 'YYYY년 M월 D일'],
    [['nov.18', 'avg.19'], 'MMM.YY'],
    [['31-Jan-2025'], 'D-MMM-YYYY'],
    [['2025/01'], 'YYYY/MM'],
  ])('%j are written as %s', (texts, format) => {
    expect(formats(texts)[0]).toBe(format);
  });

  it('are none in quantities, codes and versions', () => {
    for (const texts of [
      ['12345678', '23456789'],
      ['1.5', '12.25'],
      ['L1', 'L2'],
      ['2025', '2024'],
      ['12', '13'],
      [''],
    ]) {
      expect(formats(texts, 'x')).toEqual([]);
    }
  });

  it('are chosen as the reading in which the rows are in order, and the other reading is not hidden', () => {
    const texts = ['1/10/2025', '2/10/2025', '3/10/2025', '1/11/2025'];
    const readings = readingsOfDates(texts, 'date');
    expect(readings[0]?.format).toBe('D/M/YYYY');
    expect(rivalReadings(readings, texts).map((reading) => reading.format)).toEqual(['M/D/YYYY']);
  });

  it.each([
    ['24.03.01(금)', 'YY.MM.DD(ddd)'],
    ['2024.03.01 (금)', 'YYYY.MM.DD (ddd)'],
    ['24-03-01(金)', 'YY-MM-DD(ddd)'],
    ['01.03.24 (Fr)', 'D.M.YY (ddd)'],
    ['Fr., 01.03.24', 'ddd, D.M.YY'],
    ['KW 9/2024', 'KW ww/YYYY'],
    ['2024 KW09', 'YYYY KWww'],
    ['2024년 9주차', 'YYYY년 ww주차'],
  ])('with a day of the week, or of a week, leave no doubt: %s', (text, format) => {
    expect(readingsOfDates([text], 'x').map((reading) => reading.format)).toEqual([format]);
  });

  it('have no rival once a day above the twelfth is seen', () => {
    const texts = ['1/1/2015', '1/13/2015'];
    expect(rivalReadings(readingsOfDates(texts, 'date'), texts)).toEqual([]);
  });

  it('name the language of their months', () => {
    expect(readingsOfDates(['1 Mai 2025', '2 Dezember 2025'], 'Datum')[0]?.monthNames).toBe('de');
    expect(readingsOfDates(['fev/2025', 'set/2025', 'out/2025'], 'mês')[0]).toMatchObject({
      format: 'MMM/YYYY',
      monthNames: 'pt',
    });
    expect(readingsOfDates(['Mrz 24', 'Apr 24'], 'Monat')[0]).toMatchObject({ format: 'MMM YY', monthNames: 'de' });
  });
});

describe('a column', () => {
  it('is a number, a date, text or empty, with samples that leave out what means nothing', () => {
    const { columns, nulls } = sniffColumns(
      ['n', 'd', 't', 'e'],
      [
        ['1', '2025-01-31', 'a', ''],
        ['n/a', '2025-02-01', 'a', 'NaN'],
        ['3', '', '7', ''],
      ],
      ',',
    );
    expect(columns.map((column) => column.kind)).toEqual(['number', 'date', 'text', 'empty']);
    expect(columns[0]).toMatchObject({ samples: ['1', '3'], distinct: 2, filled: 2 });
    expect(nulls.toSorted()).toEqual(['NaN', 'n/a']);
  });
});
