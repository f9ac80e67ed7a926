import { expect, it } from 'vitest';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { createFormat } from '../../lib/format.ts';
import { gridColumn } from './columns.ts';
import { fittedWidth } from './fit-column.ts';

it('a column is fitted to the longest of its texts and to its heading', () => {
  const column = gridColumn('itemName');
  if (!column) throw new Error('There is no item name');
  const shown = { column, width: 60, left: null, decimals: 0 };
  const records = ['Bracket', 'Bracket, long', null].map((itemName) => ({ itemName }) as ProductionRecord);
  const format = createFormat('en-GB');
  const tenEach = (text: string) => text.length * 10;
  expect(fittedWidth(shown, 'Item', records, format, tenEach)).toBe(152);
  expect(fittedWidth(shown, 'A name of an item', records, format, tenEach)).toBe(226);
});
