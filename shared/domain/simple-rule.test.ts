import { expect, test } from 'vitest';
import { simpleRuleOf, textOfSimpleRule, timeOfRule } from './simple-rule.ts';

test('what can be chosen is read from a rule and written as the same rule', () => {
  for (const rule of ['10 2 * * *', '0 3 * * 0', '59 23 * * 6', '0 4 1 * *', '5 0 28 * *', '0 5 L * *']) {
    const simple = simpleRuleOf(rule);
    expect(simple && textOfSimpleRule(simple), rule).toBe(rule);
  }
  expect(simpleRuleOf('  5  9 * *  7')).toEqual({ every: 'week', weekDay: 0, day: 1, hour: 9, minute: 5 });
  expect(timeOfRule({ hour: 9, minute: 5 })).toBe('09:05');
});

test('what says more than can be chosen is left as it is', () => {
  const others = ['*/15 * * * *', '0 2,14 * * *', '0 3 * * 1-5', '0 3 1 * 0', '0 4 31 * *', '0 4 0 * *', '0 4 * 6 *'];
  for (const rule of [...others, '60 4 * * *', '0 24 * * *', '0 4 * * 8', '', 'every night']) {
    expect(simpleRuleOf(rule), rule).toBeNull();
  }
});
