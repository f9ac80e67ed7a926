import { expect, test } from 'vitest';
import { createFormat } from '../lib/format.ts';
import { measureFormat } from './measure-format.ts';

const format = createFormat('en-GB');

test('ratios that are close together have more decimals, one that stands alone has not', () => {
  const close = measureFormat('yield', undefined, [0.981, 0.984, null], format);
  expect([close.full(0.981), close.tick(0.98)]).toEqual(['98.10\u202f%', '98.00\u202f%']);
  const alone = measureFormat('yield', undefined, [0.981], format);
  expect([alone.full(0.981), alone.tick(0.5)]).toEqual(['98.1\u202f%', '50\u202f%']);
});

test('several units together are told as no unit, an hour of them neither', () => {
  const answer = (unit: string) => ({ columns: [{ name: 'throughput', type: 'number' as const, unit }], rows: [] });
  const unitOf = (unit: string) => measureFormat('throughput', answer(unit) as never, [12], format).unit;
  expect([unitOf('mixed'), unitOf('mixed/h'), unitOf('kg/h')]).toEqual(['', '', 'kg/h']);
});
