import { expect, test } from 'vitest';
import type { ValueList } from '../../db/engine/pages/values.ts';
import { createRandom } from '../../db/sample/random.ts';
import { draftOf } from '../../db/testing/draft.ts';
import { scratchFolder } from '../../db/testing/test-store.ts';
import { clicksOf } from './clicks.ts';
import { playHours } from './hour.ts';
import { Moment } from './judge.ts';
import { summarize, summaryText } from './summary.ts';

test('some minutes of the hour: nothing that was served as true was wrong, whatever came in between', async () => {
  const { path, remove } = scratchFolder();
  try {
    const summary = summarize(await playHours({ records: 600, seed: 3, minutes: 5, hours: 1, folder: path }));
    expect(summary.wrong).toEqual([]);
    expect(summary.changes).toHaveLength(6);
    expect(summary.compared).toBeGreaterThan(60); // or it would prove nothing
    expect(summary.all.hits).toBeGreaterThan(20);
    expect(summary.all.staleHits).toBeGreaterThan(0);
    expect(summaryText(summary)).toContain(`${summary.compared} answers that were served as true`);
  } finally {
    remove();
  }
});

test('what is not true at a moment is told from what is', () => {
  const records = [
    { ...draftOf('2024-01-01', 'A', 1), id: 1, itemCode: 'X-1', itemName: 'Bolt' },
    { ...draftOf('2024-01-02', 'B', 2), id: 2 },
  ];
  const moment = new Moment({ records, items: [{ code: 'X-1', name: 'Bolt' }] });
  const query = { measures: ['records' as const] };
  const answer = (records: number) => ({
    columns: [{ name: 'records', type: 'count' as const, unit: null }],
    rows: [[records]],
    groups: 1,
  });
  expect(moment.bears({ of: 'report', query, answer: answer(2) })).toBe(true);
  expect(moment.bears({ of: 'report', query, answer: answer(3) })).toBe(false);
  const question = { kind: 'count' as const, scope: { filters: [{ field: 'line' as const, in: ['B'] }], search: '' } };
  expect([1, 2].map((count) => moment.bears({ of: 'count', question, count }))).toEqual([true, false]);
  const asked = { kind: 'values' as const, field: 'item' as const, search: '', limit: 5 };
  const bolt = { value: 'X-1', label: 'Bolt' };
  const listed = (search: string, ...values: ValueList['values']) =>
    moment.bears({ of: 'values', question: { ...asked, search }, list: { values, more: false } });
  expect([listed('bo', bolt), listed('bo'), listed('', { value: null, label: '' }, bolt), listed('', bolt)]).toEqual([
    true,
    false,
    true,
    false,
  ]);
});

test('the same seed clicks the same', () => {
  const plant = { lines: ['A', 'B'], shifts: ['Early'], items: ['X-1', 'X-2'], lots: ['L1'] };
  const extent = { first: '2023-01-01', last: '2024-12-31' };
  const some = (seed: number) => {
    const clicks = clicksOf(createRandom(seed), plant, () => extent);
    return Array.from({ length: 50 }, () => JSON.stringify(clicks.next().value));
  };
  expect(some(1)).toEqual(some(1));
  expect(some(1)).not.toEqual(some(2));
});
