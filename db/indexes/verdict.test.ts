import { expect, test } from 'vitest';
import type { Proposal } from '../../shared/contract/indexes.ts';
import { verdictOn, weighed } from './verdict.ts';

const tried = (...times: [before: number, after: number][]) =>
  times.map(([beforeMs, afterMs]) => ({ shape: 's', beforeMs, afterMs }));

test.each([
  ['one question a good part quicker', tried([100, 70]), { verdict: 'worthIt', worthIt: true, better: null }],
  ['one quicker and one as before', tried([100, 10], [100, 110]), { verdict: 'worthIt', worthIt: true, better: null }],
  ['one quicker and one slower', tried([100, 10], [100, 130]), { verdict: 'slower', worthIt: false, better: null }],
  ['a little quicker', tried([100, 80]), { verdict: 'tooLittle', worthIt: false, better: null }],
  ['no question that would go by it', [], { verdict: 'notTaken', worthIt: false, better: null }],
])('%s', (_, times, verdict) => expect(verdictOn(times, 1)).toEqual(verdict));

test('what nobody notices is too little, unless the store is so much larger than the copy', () => {
  expect(verdictOn(tried([5, 0.1]), 1).verdict).toBe('tooLittle');
  expect(verdictOn(tried([5, 0.1]), 20).verdict).toBe('worthIt');
  expect(verdictOn(tried([100, 10], [1, 2]), 1).verdict).toBe('worthIt');
});

const proposal = (
  columns: string[],
  times: Proposal['tried'],
  verdict: Partial<Proposal> = verdictOn(times, 1),
): Proposal => ({
  name: columns.join('_'),
  action: 'create',
  table: 'records',
  columns,
  tried: times,
  recordsTried: 1,
  megabytes: columns.length,
  insertMsPerThousand: 0,
  verdict: 'worthIt',
  worthIt: true,
  better: null,
  ...verdict,
});
const better = (...proposals: Proposal[]) => weighed(proposals, 1).map((each) => each.better);

test('of two of which one begins the other the smaller is better, unless the larger saves much more', () => {
  const small = proposal(['a', 'b'], tried([100, 30]));
  expect(better(small, proposal(['a', 'b', 'c'], tried([100, 20])))).toEqual([null, 'a_b']);
  expect(better(small, proposal(['a', 'b', 'c'], tried([100, 10])))).toEqual(['a_b_c', null]);
  expect(better(small, proposal(['b', 'c', 'a'], tried([100, 10])))).toEqual([null, null]);
  expect(better(proposal(['a'], tried([100, 2])), proposal(['a', 'c'], tried([100, 0])))).toEqual([null, 'a']);
});

test('one that is not worth it makes none needless', () => {
  const small = proposal(['a', 'b'], tried([100, 90]));
  expect(weighed([small, proposal(['a', 'b', 'c'], tried([100, 50]))], 1).map(({ verdict }) => verdict)).toEqual([
    'tooLittle',
    'worthIt',
  ]);
});
