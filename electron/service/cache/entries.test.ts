import { expect, test } from 'vitest';
import { Entries, type Entry } from './entries.ts';

const ROOM = 100_000;

function entryOf(meaning: string, hits = 0): Entry {
  return {
    kind: 'report',
    question: { measures: ['good'], dimensions: [], filters: [], orderBy: [] },
    sight: { range: {}, texts: 'none', files: false },
    filters: [],
    value: 'x'.repeat(4_000),
    meaning,
    content: meaning,
    sealed: false,
    costMs: 1,
    computedAtMs: 0,
    staleSinceMs: null,
    hits,
  };
}

function guessed(entries: Entries, count: number, hits = 0): string[] {
  const keys = Array.from({ length: count }, (_, at) => `guess ${at}`);
  for (const key of keys) entries.setGuess(key, entryOf(key, hits));
  return keys.filter((key) => entries.get(key));
}

test('what nobody has asked for has a quarter of the room, of which the oldest make way for one another', () => {
  let evictions = 0;
  const entries = new Entries(ROOM, () => evictions++);
  for (let at = 0; at < 14; at++) entries.set(`asked ${at}`, entryOf(`asked ${at}`));
  const left = guessed(entries, 50);
  expect(left).toEqual(['guess 45', 'guess 46', 'guess 47', 'guess 48', 'guess 49']);
  expect(Array.from({ length: 14 }, (_, at) => entries.get(`asked ${at}`)).every((entry) => entry)).toBe(true);
  expect(evictions).toBe(0);
  expect(entries.withMeaning('guess 0')).toBeUndefined();
});

test('what was guessed and asked for since is kept like any other', () => {
  const entries = new Entries(ROOM, () => {});
  expect(guessed(entries, 15, 1)).toHaveLength(15);
});

test('what was guessed, and computed again or dropped, is reckoned once', () => {
  const entries = new Entries(ROOM, () => {});
  for (let nth = 0; nth < 20; nth++) guessed(entries, 5);
  expect(guessed(entries, 5)).toHaveLength(5);
  for (let at = 0; at < 5; at++) entries.set(`guess ${at}`, entryOf('now asked'));
  for (let at = 5; at < 10; at++) {
    entries.setGuess(`guess ${at}`, entryOf(`${at}`));
    entries.delete(`guess ${at}`);
  }
  for (let at = 10; at < 15; at++) entries.setGuess(`guess ${at}`, entryOf(`${at}`));
  expect([...entries.all()].map(({ key }) => key).toSorted()).toEqual(
    [0, 1, 2, 3, 4, 10, 11, 12, 13, 14].map((at) => `guess ${at}`).toSorted(),
  );
});
