import { expect, test } from 'vitest';
import { verdictOn } from './verdict.ts';

const tried = (...times: [before: number, after: number][]) =>
  times.map(([beforeMs, afterMs]) => ({ shape: 's', beforeMs, afterMs }));

test.each([
  ['one question a good part quicker', tried([100, 70]), { verdict: 'worthIt', worthIt: true }],
  ['one quicker and one as before', tried([100, 10], [100, 110]), { verdict: 'worthIt', worthIt: true }],
  ['one quicker and one slower', tried([100, 10], [100, 130]), { verdict: 'slower', worthIt: false }],
  ['a little quicker', tried([100, 80]), { verdict: 'tooLittle', worthIt: false }],
  ['no question that would go by it', [], { verdict: 'notTaken', worthIt: false }],
])('%s', (_, times, verdict) => expect(verdictOn(times)).toEqual(verdict));
