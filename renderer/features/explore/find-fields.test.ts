import { expect, test } from 'vitest';
import { findFields } from './find-fields.ts';

test('a field is found by the beginnings of its words, in either language or by what else it is called', () => {
  expect(findFields('scrap r').measures).toEqual(['scrapRate', 'defects']);
  expect(findFields('machine').splits).toEqual(['line']);
  expect(findFields('라인').splits).toEqual(['line']);
  expect(findFields('crap')).toEqual({ measures: [], splits: [] });
});
