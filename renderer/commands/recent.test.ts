import { expect, it } from 'vitest';
import { type Choice, MOST_RECENT, readRecent, withChoice } from './recent.ts';

const choice = (name: string, kind: Choice['kind'] = 'item'): Choice => ({ kind, name, label: `The ${name}` });

it('puts what was chosen first, each thing once', () => {
  const recent = ['a', 'b', 'a'].reduce<Choice[]>((before, name) => withChoice(before, choice(name)), []);
  expect(recent.map(({ name }) => name)).toEqual(['a', 'b']);
});

it('tells a line and an item of one name apart', () => {
  expect(withChoice([choice('3', 'line')], choice('3'))).toHaveLength(2);
});

it('remembers no more than can be looked over', () => {
  const many = Array.from({ length: 20 }, (_, at) => choice(String(at)));
  expect(many.reduce<Choice[]>((before, each) => withChoice(before, each), [])).toHaveLength(MOST_RECENT);
});

it('reads back what was kept, and leaves out what it does not understand', () => {
  const kept = [choice('a'), { kind: 'colour', name: 'b', label: 'B' }, null, { kind: 'line' }];
  expect(readRecent(JSON.stringify(kept))).toEqual([choice('a')]);
  expect(readRecent('no JSON')).toEqual([]);
  expect(readRecent(null)).toEqual([]);
});
