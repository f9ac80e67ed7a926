import { expect, test } from 'vitest';
import { lossesOf, type OeeParts } from '../../../shared/domain/oee/losses.ts';
import { createFormat } from '../../lib/format.ts';
import { text } from './text.ts';
import { toWaterfall } from './to-waterfall.ts';

const golden: OeeParts = {
  planned: 480,
  run: 420,
  availability: 420 / 480,
  performance: 400 / 420,
  quality: 380 / 400,
  downtimes: [{ reason: 'Changeover', minutes: 50 }],
};
const rowsOf = (parts: OeeParts, isByReason = false) =>
  toWaterfall(lossesOf(parts, { decimals: 0, reasons: 8 }), parts, {
    t: text.en,
    format: createFormat('en-GB'),
    decimals: 0,
    isByReason,
  });

test('each bar has its signed number, its share of planned time and how it is worked out', () => {
  const rows = rowsOf(golden);
  expect(rows.map(({ name, number, tone }) => `${name} ${number} ${tone}`)).toEqual([
    'Planned time 480 whole',
    'Changeover −50 loss',
    'Neither run nor recorded −10 quiet',
    'Run time 420 part',
    'Speed loss −20 loss',
    'Net run time 400 part',
    'Quality loss −20 loss',
    'Fully productive time 380 rest',
  ]);
  expect(rows.at(-1)?.share).toBe('79.2\u202f%');
  expect(rows[4]?.formula).toBe('Run time × (1 − performance) = 420 × (1 − 95.2\u202f%)');
});

test('only a downtime reason can be clicked', () => {
  expect(rowsOf(golden).flatMap(({ isActive, reason }) => (isActive ? [reason] : []))).toEqual(['Changeover']);
});

test('a gain is told by its name and sign, with what it means', () => {
  const gain = rowsOf({ ...golden, performance: 1.25 }).find(({ tone }) => tone === 'gain');
  expect(gain).toMatchObject({ name: 'Faster than ideal', number: '+105' });
  expect(gain?.formula).toContain('an ideal cycle is set too long');
});

test('where a filter names reasons, the rest is not said to be unrecorded', () => {
  expect(rowsOf(golden, true)[2]?.name).toBe('Other time not run');
});
