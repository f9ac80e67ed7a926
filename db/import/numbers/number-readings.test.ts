import { describe, expect, it } from 'vitest';
import type { FieldKind } from '../../../shared/domain/fields.ts';
import type { ColumnReading } from '../../../shared/import/columns.ts';
import { importProfileSchema } from '../../../shared/import/profile.ts';
import { createRandom } from '../../sample/random.ts';
import { compileColumnNumbers, millionthsRead } from './number-readings.ts';

function read(text: string, own: ColumnReading = {}, kind: FieldKind = 'quantity'): number | string {
  const profile = importProfileSchema.parse({ fields: {}, columns: { n: own } });
  const number = compileColumnNumbers(profile, 'n', kind).read(text);
  if ('wrong' in number) return number.wrong;
  const parsed = millionthsRead(number, 0);
  return parsed === null ? 'too large' : parsed.millionths / 1_000_000;
}

describe('a number in a column', () => {
  it.each([
    ['１２．５', 12.5],
    ['٣٤', 34],
    ['(12)', -12],
    ['12-', -12],
    ['− 7', -7],
    ["'480", 480],
    ['1e3', 1_000],
    ['\u200b5\u00a0', 5],
  ])('%s is %d', (text, expected) => {
    expect(read(text)).toBe(expected);
  });

  it.each([
    ['12 kg', { unit: 'kg' }, 'quantity', 12],
    ['500 g', { unit: 'kg' }, 'quantity', 0.5],
    ['3.5h', {}, 'minutes', 210],
    ['90 s', {}, 'minutes', 1.5],
    ['2', { unit: 'h' }, 'minutes', 120],
    ['2 dz', { unit: 'pieces' }, 'quantity', 24],
    ['7 rolls', { unit: 'rolls' }, 'quantity', 7],
    ['7 rolls', { unit: '*' }, 'quantity', 7],
    ['12.5 %', { percent: 'share' }, 'quantity', 0.125],
    ['12.5%', { percent: 'number' }, 'quantity', 12.5],
    ['1:30', { unit: 'h:mm' }, 'minutes', 90],
    ['1:30', { unit: 'mm:ss' }, 'minutes', 1.5],
    ['26:00:30', { unit: 'h:mm:ss' }, 'seconds', 93_630],
  ] as [string, ColumnReading, FieldKind, number][])('%s of %o in %s is %d', (text, own, kind, expected) => {
    expect(read(text, own, kind)).toBe(expected);
  });

  it.each([
    ['12 kg', {}, /has the unit kg, and the profile does not say/],
    ['12 m', { unit: 'kg' }, /is in m, which is not converted into kg/],
    ['12.5 %', {}, /has a percent sign/],
    ['12.5', { percent: 'share' }, /has no percent sign/],
    ['12 rolls', {}, /is not a number/],
    ['1:30', { unit: 'h:mm:ss' }, /is not a time written as h:mm:ss/],
    ['12 34', {}, /is not a number/],
    ['--5', {}, /is not a number/],
  ] as [string, ColumnReading, RegExp][])('%s of %o is refused in words', (text, own, reason) => {
    expect(read(text, own)).toMatch(reason);
  });

  it('reads back whatever number is written in whatever way, exactly', () => {
    const random = createRandom(11);
    const marks = [
      { decimalMark: '.', thousandsMark: ',' },
      { decimalMark: ',', thousandsMark: '.' },
      { decimalMark: ',', thousandsMark: ' ' },
      { decimalMark: '.', thousandsMark: "'" },
    ] as const;
    const fullWidth = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0));
    const dresses = [
      (text: string) => text,
      (text: string) => `${text} kg`,
      (text: string) => `${text}KG`,
      (text: string) => `+${text}`,
      (text: string) => (text.includes(' ') ? text : fullWidth(text)),
    ];
    for (let at = 0; at < 2_000; at += 1) {
      const millionths = Math.floor(random.next() * 10 ** (1 + Math.floor(random.next() * 14)));
      const { decimalMark, thousandsMark } = marks[at % marks.length] as (typeof marks)[number];
      const whole = String(Math.floor(millionths / 1_000_000)).replace(/\B(?=(\d{3})+$)/g, thousandsMark);
      const rest = String(millionths % 1_000_000).padStart(6, '0');
      const dress = dresses[Math.floor(random.next() * dresses.length)] ?? ((text: string) => text);
      const text = dress(`${whole}${decimalMark}${rest}`);
      const own = { decimalMark, thousandsMark, unit: 'kg' };
      expect(Math.round(Number(read(text, own)) * 1_000_000), text).toBe(millionths);
    }
  });
});
