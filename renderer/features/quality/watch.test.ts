import { expect, test } from 'vitest';
import { measureAlertSchema } from '../../../shared/contract/measure-alerts.ts';
import { controlViewOf, firstView, readView } from '../../../shared/quality/view.ts';
import { alertOf, watchOf } from './watch.ts';

const scope = { from: '2024-01-01', to: '2024-01-03', filters: [{ field: 'line' as const, in: ['Press 1'] }] };
const begin = watchOf(firstView, controlViewOf(firstView, scope), scope, ' Scrap of Press 1 ');

test('what the screen shows is watched by its chart, with the points it has and days enough for limits', () => {
  const alert = alertOf(begin);
  expect(alert).toMatchObject({ of: 'chart', name: 'Scrap of Press 1', days: 7, view: { chart: 'p', points: 'day' } });
  expect(measureAlertSchema.safeParse(alert).success).toBe(true);
  expect(readView(new URLSearchParams(begin.params))).toEqual({ ...firstView, points: 'day' });
});

test('a limit is typed in percent and kept as a share; without one there is nothing to watch', () => {
  expect(alertOf({ ...begin, of: 'limit' })).toBeNull();
  const alert = alertOf({ ...begin, of: 'limit', limit: 7 });
  expect(alert).toMatchObject({ of: 'limit', measure: 'scrapRate', side: 'above', limit: 0.07, days: 3 });
  expect(measureAlertSchema.safeParse(alert).success).toBe(true);
});

test('limits that are kept need no number of their own', () => {
  const alert = alertOf({ ...begin, of: 'specification' });
  expect(alert).toMatchObject({ of: 'specification', measure: 'scrapRate', days: 3 });
  expect(measureAlertSchema.safeParse(alert).success).toBe(true);
});

test('of what is better up, too little is told of', () => {
  const view = { ...firstView, chart: 'individuals' as const, measure: 'oee' as const };
  expect(watchOf(view, controlViewOf(view, scope), scope, '')).toMatchObject({ measure: 'oee', side: 'below' });
});
