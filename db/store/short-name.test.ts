import { expect, test } from 'vitest';
import { shortName } from './short-name.ts';

test('a name that fits stays as it is', () => {
  expect(shortName("생산 '2024' (1).csv")).toBe("생산 '2024' (1).csv");
});

test('a long name keeps its end, in whole characters and few enough bytes', () => {
  const short = shortName(`${'생산'.repeat(60)}😀.csv`);
  expect(short).toMatch(/^산?(생산)+😀\.csv$/);
  expect(Buffer.byteLength(short)).toBeLessThanOrEqual(200);
});
