import { describe, expect, test } from 'vitest';
import { sniffDialect } from './dialect.ts';
import { fixedPlaces } from './fixed-width.ts';

describe('The delimiter', () => {
  test.each([
    ['^', 'a^b^c\n1^2^3\n4^5^6\n'],
    ['~', 'date~line~good\n2024-01-05~L1~5\n2024-01-06~L1~6\n'],
    ['\x01', 'a\x01b\x01c\n1\x012\x013\n'],
    [' : ', 'a : b : c\n06:00 : 2 : 3\n07:00 : 5 : 6\n'],
    ['||', 'a||b||c\n1||2||3\n'],
    [',', 'no table\nat all\n'],
    [',', 'time\n06:00:00\n07:00:00\n'],
  ])('%j is found', (delimiter, text) => {
    expect(sniffDialect(text).chosen.delimiter).toBe(delimiter);
  });

  test('that another could be as well has a rival', () => {
    expect(sniffDialect('a;b,c;d\n1;2,3;4\n5;6,7;8\n')).toMatchObject({ chosen: { delimiter: ';' }, rival: ',' });
    expect(sniffDialect('a;b;c\n1,5;2,5;3\n4;5;6\n').rival).toBeNull();
  });
});

describe('The quote', () => {
  test.each([
    ["'", "a,b\n'x,y',1\n'it''s',2\n"],
    ['"', 'a,b\n"x,y",1\n'],
    ['"', "a,b\n'00123,1\n'00124,2\n"],
    ['"', 'a,b\n"x","\'y\'"\n'],
  ])('is %s', (quote, text) => {
    expect(sniffDialect(text).chosen.quote).toBe(quote);
  });

  test('is marked by a backslash where the text shows one', () => {
    const escapingOf = (text: string) => sniffDialect(text).chosen.escaping;
    expect(escapingOf('a,b\n"12\\" pipe, long",1\n"x",2\n')).toBe('backslash');
    expect(escapingOf('a,b\nx\\,y,1\nz,2\nz,3\n')).toBe('backslash');
    expect(escapingOf('a,b\n"C:\\",1\n"C:\\temp",2\n')).toBe('doubled');
    expect(escapingOf('a,b\nC:\\temp,\\N\n')).toBe('doubled');
  });
});

test('Columns at fixed places are told from a list of words', () => {
  const printed =
    'DATE       LINE    GOOD\n2024-01-05 Press 1  120\n2024-01-06 Press 2   90\n2024-01-07 Press 1  100\n';
  expect(fixedPlaces(printed)).toEqual([1, 12, 18, 20]);
  expect(fixedPlaces('one word\nanother text here\nand a third one\nend\n')).toEqual([]);
});
