import { describe, expect, test } from 'vitest';
import { guessProfile } from '../guess/guess-profile.ts';
import { isShareHeading, scaleOfHeading } from './heading-amounts.ts';

const rowsOf = (...cells: string[][]) => cells.map((each, at) => ({ line: at + 2, cells: each }));

describe('Headings that say what their numbers are', () => {
  test('as shares are told by a percent sign or word', () => {
    for (const heading of ['Scrap %', 'Good (%)', 'defects_pct', 'Ausschuss in Prozent', '불량(％)', 'Defects [ppm]']) {
      expect([heading, isShareHeading(heading)]).toEqual([heading, true]);
    }
    for (const heading of ['Good', 'Scrap', 'Approved pieces', 'perc']) expect(isShareHeading(heading)).toBe(false);
  });

  test('as thousands and more are told by what stands in brackets, after a comma or after in', () => {
    const three = [
      'Good (x1000)',
      'Good [k pcs]',
      'Menge [Tsd. Stk]',
      '양품(천개)',
      'Good, thousand pcs',
      'Output in 1000',
    ];
    for (const heading of [...three, "Good ('000)", 'Good (1,000)', '良品(千個)', 'Годных (тыс. шт)']) {
      expect([heading, scaleOfHeading(heading)]).toEqual([heading, 3]);
    }
    expect(scaleOfHeading('양품(만개)')).toBe(4);
    expect(scaleOfHeading('Good [Mio. Stk]')).toBe(6);
    for (const heading of ['Good', 'Good (kg)', 'Line 1000', 'Good 1000', 'Good (t)', 'Press (k2)', 'Good (m)']) {
      expect([heading, scaleOfHeading(heading)]).toEqual([heading, 0]);
    }
  });

  test('are no quantity where they are shares, unless a sign beside each number says how it is meant', () => {
    const header = ['Date', 'Line', 'Good %', 'Scrap (%)', 'Output'];
    const { fields } = guessProfile(
      header,
      rowsOf(['2024-03-01', 'A', '97', '3', '500'], ['2024-03-02', 'A', '96', '4', '510']),
    );
    expect(fields).toMatchObject({ goodQuantity: { column: 'Output' } });
    expect(fields).not.toHaveProperty('defectQuantity');
  });

  test('multiply what they count in', () => {
    const { fields } = guessProfile(
      ['Date', 'Line', 'Good (x1000)', 'Scrap'],
      rowsOf(['2024-03-01', 'A', '12.5', '3']),
    );
    expect(fields).toMatchObject({
      goodQuantity: { column: 'Good (x1000)', scale: 3 },
      defectQuantity: { column: 'Scrap' },
    });
    expect(fields.defectQuantity).not.toHaveProperty('scale');
  });
});

test('A column that is called a quantity is one though some cells, or marks before its numbers, cannot be read', () => {
  const filled = (good: (at: number) => string) =>
    rowsOf(
      ...Array.from({ length: 20 }, (_, at) => [`2024-03-${String(at + 1).padStart(2, '0')}`, 'A', good(at), '1']),
    );
  const header = ['Date', 'Line', 'Good', 'Scrap'];
  for (const good of [
    (at: number) => (at % 4 === 0 ? '#####' : '107'),
    (at: number) => `~${at + 100}`,
    () => '="107"',
    () => '1만 23',
  ]) {
    expect(guessProfile(header, filled(good)).fields.goodQuantity).toEqual({ column: 'Good' });
  }
  expect(
    guessProfile(
      header,
      filled(() => 'yes'),
    ).fields,
  ).not.toHaveProperty('goodQuantity');
});
