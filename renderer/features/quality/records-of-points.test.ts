import { expect, test } from 'vitest';
import type { ControlView } from '../../../shared/quality/control-view.ts';
import { firstView } from '../../../shared/quality/view.ts';
import { recordsAddress } from './records-of-points.ts';

const scope = { from: '2024-01-01', to: '2024-01-03', filters: [{ field: 'lot' as const, in: ['L1'] }] };
const addressOf = (changes: Partial<ControlView>, params = '') =>
  recordsAddress({ ...firstView, points: 'day', ...changes }, scope, new URLSearchParams(params));

test('records of a point of scrap come with most defects first, within its dates and filters', () => {
  expect(addressOf({ chart: 'p' })).toBe('#/records?from=2024-01-01&to=2024-01-03&f.lot=L1&sort=defectQuantity.desc');
  expect(addressOf({ chart: 'individuals', measure: 'yield' })).toContain('sort=defectQuantity.desc');
});

test('of single values the records come first that tell most of the measure, else the newest', () => {
  expect(addressOf({ chart: 'individuals', measure: 'oee' })).toContain('sort=downMinutes.desc');
  expect(addressOf({ chart: 'individuals', measure: 'good' })).toContain('sort=goodQuantity.asc');
  expect(addressOf({ chart: 'individuals', measure: 'records' }, 'sort=line.asc')).not.toContain('sort=');
});
