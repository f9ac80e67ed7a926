import { expect, test } from 'vitest';
import { fromMillionths, MILLIONTHS, multiplyMillionths, parseQuantity } from './quantity.ts';

const exact = (millionths: number) => ({ millionths, rounded: false });
const rounded = (millionths: number) => ({ millionths, rounded: true });

test.each([
  ['0', 0],
  ['1', 1_000_000],
  ['36814.544', 36_814_544_000],
  ['-3', -3_000_000],
  ['+2.5', 2_500_000],
  ['.5', 500_000],
  ['5.', 5_000_000],
  ['007', 7_000_000],
  ['0.000001', 1],
  ['1e3', 1_000_000_000],
  ['1.5E-3', 1_500],
  ['-0', 0],
  ['0.1000000', 100_000],
])("'%s' is %d millionths", (text, millionths) => {
  expect(parseQuantity(text)).toEqual(exact(millionths));
});

test('digits never go through a float: what a double cannot hold comes out right', () => {
  // As a double, 1.005 x 1e6 is 1004999.9999999999 and 8.29 x 1e6 is 8289999.999999999.
  expect(parseQuantity('1.005')).toEqual(exact(1_005_000));
  expect(parseQuantity('8.29')).toEqual(exact(8_290_000));
  expect(parseQuantity('9007199254.740991')).toEqual(exact(Number.MAX_SAFE_INTEGER));
  for (let thousandths = 0; thousandths < 20_000; thousandths += 7) {
    const text = `${Math.floor(thousandths / 1_000)}.${String(thousandths % 1_000).padStart(3, '0')}`;
    expect(parseQuantity(text)?.millionths).toBe(thousandths * 1_000);
  }
});

test('what is finer than a millionth is rounded half away from zero, and said to be', () => {
  expect(parseQuantity('0.0000005')).toEqual(rounded(1));
  expect(parseQuantity('0.00000049')).toEqual(rounded(0));
  expect(parseQuantity('-0.0000005')).toEqual(rounded(-1));
  expect(parseQuantity('-0.0000004')).toEqual(rounded(0));
  expect(parseQuantity('2.9999995')).toEqual(rounded(3_000_000));
  expect(parseQuantity('0.00000004999')).toEqual(rounded(0));
  expect(parseQuantity('1e-30')).toEqual(rounded(0));
});

test('a scale multiplies by a power of ten without loss', () => {
  expect(parseQuantity('0.123', 3)).toEqual(exact(123_000_000));
  expect(parseQuantity('87.5', -2)).toEqual(exact(875_000));
  expect(parseQuantity('1.2345678912', 3)).toEqual(rounded(1_234_567_891));
  expect(parseQuantity('5', -7)).toEqual(rounded(1));
  expect(parseQuantity('0', 9)).toEqual(exact(0));
});

test('what cannot be held exactly is refused', () => {
  expect(parseQuantity('9007199254.740992')).toBeNull();
  expect(parseQuantity('-9007199254.740992')).toBeNull();
  expect(parseQuantity('1e10')).toBeNull();
  expect(parseQuantity('1e999')).toBeNull();
  expect(parseQuantity('1', 9)?.millionths).toBe(1e15);
  expect(parseQuantity('10', 9)).toBeNull();
});

test.each(['', ' ', '.', '-', '1,5', '1 000', '0x10', 'NaN', 'Infinity', '1e', '1.2.3', '--1', '１２', '1e1234'])(
  "'%s' is no number",
  (text) => {
    expect(parseQuantity(text)).toBeNull();
  },
);

test('a product is rounded half away from zero, and refused when it is too large', () => {
  expect(multiplyMillionths(1_500_000, 2_000_000)).toEqual(exact(3_000_000));
  expect(multiplyMillionths(1, 500_000)).toEqual(rounded(1));
  expect(multiplyMillionths(1, 499_999)).toEqual(rounded(0));
  expect(multiplyMillionths(-1, 500_000)).toEqual(rounded(-1));
  expect(multiplyMillionths(-1, 499_999)).toEqual(rounded(0));
  expect(multiplyMillionths(60_000_000, 400_000_000)).toEqual(exact(24_000_000_000));
  expect(multiplyMillionths(Number.MAX_SAFE_INTEGER, 1_000_000)).toEqual(exact(Number.MAX_SAFE_INTEGER));
  expect(multiplyMillionths(Number.MAX_SAFE_INTEGER, 1_000_001)).toBeNull();
});

test('whole units and millionths become the number nearest to them, however large', () => {
  expect(fromMillionths(0, 0)).toBe(0);
  expect(fromMillionths(185, 500_000)).toBe(185.5);
  expect(fromMillionths(0, 100_000)).toBe(0.1);
  for (const whole of [3, 36_814, 9_007_199_254, 9_007_199_255, 123_456_789_012, 4_503_599_627_370_495]) {
    for (const millionths of [0, 1, 7, 250_000, 333_333, 544_001, 999_999]) {
      const text = `${whole}.${String(millionths).padStart(6, '0')}`;
      expect(fromMillionths(whole, millionths), text).toBe(Number(text));
    }
  }
  expect(MILLIONTHS).toBe(1_000_000);
});
