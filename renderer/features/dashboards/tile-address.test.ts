import { expect, test } from 'vitest';
import { scopeOfTile, shownBy } from '../../../shared/questions/shown-tile.ts';
import { asParams, hrefOf } from './tile-address.ts';

const bar = { range: 'last30days' as const, filters: [{ field: 'line' as const, in: ['A'] }] };
const views = [
  { name: 'Scrap', screen: 'explore', params: 'm=scrapRate&by=line&range=all' },
  { name: 'Rows', screen: 'records', params: '' },
];

test('a tile follows the bar, in its range and its filters apart', () => {
  expect(scopeOfTile({ range: null, filters: null }, bar)).toEqual(bar);
  expect(scopeOfTile({ range: 'range=lastDay', filters: null }, bar)).toEqual({ ...bar, range: 'lastDay' });
  expect(scopeOfTile({ range: null, filters: '' }, bar)).toEqual({ ...bar, filters: [] });
});

test('what a tile keeps of a scope is what is read back', () => {
  const range = { from: '2024-01-01', to: '2024-02-01' };
  const kept = { range: asParams({ range }), filters: asParams({ filters: bar.filters }) };
  expect(scopeOfTile(kept, { range: null, filters: [] })).toEqual({ range, filters: bar.filters });
});

test('a tile opens its screen with the scope that it has, not the one its view was saved with', () => {
  const shown = shownBy({ of: 'view', name: 'Scrap', form: 'picture' }, views);
  expect(shown && hrefOf(shown, bar)).toBe('#/explore?m=scrapRate&by=line&range=last30days&f.line=A');
});

test('a view that is gone, or of another screen than the form it is to have, cannot be shown', () => {
  expect(shownBy({ of: 'view', name: 'Gone', form: 'picture' }, views)).toBeNull();
  expect(shownBy({ of: 'view', name: 'Rows', form: 'picture' }, views)).toBeNull();
  expect(shownBy({ of: 'view', name: 'Rows', form: 'rows' }, views)).toMatchObject({ screen: 'records', form: 'rows' });
});
