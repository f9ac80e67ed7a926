import { expect, test } from 'vitest';
import type { RunTraits } from './question-run.ts';
import { SharedTraits } from './shared-traits.ts';

const traits: RunTraits = {
  kind: 'report',
  shape: 'report of lots; all days',
  source: { of: 'records', index: 'records_by_day', slices: 3 },
  whyNoRollup: [{ code: 'lotsAreCounted' }],
  cache: 'miss',
  outcome: 'answered',
};
const anew = (): RunTraits => structuredClone(traits);

test('what is equal is one object, the first of them', () => {
  const known = new SharedTraits();
  const first = known.shared(anew());
  expect(known.shared(anew())).toBe(first);
  expect(first).toEqual(traits);
});

test.each<[string, Partial<RunTraits>]>([
  ['another shape', { shape: 'report of lots; a day' }],
  ['another outcome', { outcome: 'failed' }],
  ['another place in the cache', { cache: 'fresh' }],
  ['no source', { source: null }],
  ['another kind of source', { source: { of: 'columns' } }],
  ['another number of pieces', { source: { of: 'records', index: 'records_by_day', slices: 4 } }],
  ['no reason', { whyNoRollup: [] }],
  ['another reason', { whyNoRollup: [{ code: 'mediansAreFound' }] }],
])('with %s it is another object, each way round', (_, change) => {
  for (const [one, other] of [
    [anew(), { ...anew(), ...change }],
    [{ ...anew(), ...change }, anew()],
  ] as const) {
    const known = new SharedTraits();
    expect([known.shared(one), known.shared(other)]).toEqual([one, other]);
  }
});

test('however many there are, each is as it was, and no more are held than there is a use for', () => {
  const known = new SharedTraits();
  const first = known.shared(anew());
  for (let at = 0; at < 2_500; at++) {
    const shape = `shape ${at}`;
    expect(known.shared({ ...anew(), shape }).shape).toBe(shape);
  }
  expect(known.shared(anew())).not.toBe(first);
});
