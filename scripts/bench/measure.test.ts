import { expect, test } from 'vitest';
import { measureQuestions, timesFaster } from './measure.ts';
import type { Peer, PeerName } from './peer.ts';
import { questionNames } from './questions.ts';

let nowMs = 0;

/** A peer whose every answer takes so many milliseconds of the clock of these tests. */
function peerThat(name: PeerName, takesMs: number, heard: (name: PeerName) => void = () => {}): Peer {
  return {
    name,
    questions: questionNames,
    async ask() {
      nowMs += takesMs;
      heard(name);
      return [];
    },
    close: async () => {},
  };
}

const options = (rounds: number, budgetMs = 1_000_000) => ({ rounds, budgetMs, say: () => {}, now: () => nowMs });

test('peers take turns, question by question, and the first round is not counted', async () => {
  const turns: PeerName[] = [];
  const heard = (name: PeerName) => {
    if (turns.at(-1) !== name) turns.push(name);
  };
  const peers = [peerThat('throughline', 1, heard), peerThat('duckdb', 1, heard)];
  const [measured] = await measureQuestions(peers, ['month-totals'], options(2));
  expect(turns).toEqual(['throughline', 'duckdb', 'throughline', 'duckdb', 'throughline', 'duckdb']);
  expect(measured?.times.throughline).toMatchObject({ medianMs: 1, samples: 2 * 20 });
  expect(measured?.times.duckdb?.samples).toBe(2 * 20);
});

test('a slow answer is asked for once a round', async () => {
  const [measured] = await measureQuestions([peerThat('plain', 60)], ['top-items'], options(2));
  expect(measured?.times.plain).toMatchObject({ medianMs: 60, samples: 2 });
});

test('a peer sits out the rounds for which its time is spent, and is counted once all the same', async () => {
  const peers = [peerThat('plain', 60), peerThat('duckdb', 1)];
  const [measured] = await measureQuestions(peers, ['top-items'], options(4, 50));
  expect(measured?.times.plain?.samples).toBe(1);
  expect(measured?.times.duckdb?.samples).toBe(2 * 20);
});

test('an answer that takes a second needs no warming up', async () => {
  let asked = 0;
  const slow = peerThat('plain', 1_000, () => {
    asked += 1;
  });
  const [measured] = await measureQuestions([slow], ['top-items'], options(3, 500));
  expect({ asked, counted: measured?.times.plain?.samples }).toEqual({ asked: 1, counted: 1 });
});

test('a peer is asked only what it can answer', async () => {
  const few: Peer = { ...peerThat('files', 5), questions: ['free-filter'] };
  const [months, filter] = await measureQuestions([few], ['month-totals', 'free-filter'], options(1));
  expect(months?.times).toEqual({});
  expect(filter?.times.files?.samples).toBeGreaterThan(0);
});

test('what answered inside the program is told, and when something could first be shown', async () => {
  const own: Peer = { ...peerThat('throughline', 5), howAnswered: () => 'a rollup', firstShownMs: () => 7 };
  const [measured] = await measureQuestions([own], ['top-items'], options(1));
  expect(measured?.answeredFrom).toBe('a rollup');
  expect(measured?.firstShown.throughline?.medianMs).toBe(7);
});

test('a ratio above 1 means that the program is faster, below 1 that it is slower', () => {
  const times = (medianMs: number) => ({ bestMs: 0, medianMs, p95Ms: 0, p99Ms: 0, mostMs: 0, samples: 5 });
  const measured = {
    question: 'top-items',
    answeredFrom: undefined,
    times: { throughline: times(2), duckdb: times(5), indexed: times(1) },
    firstShown: {},
  } as const;
  expect(timesFaster(measured, 'duckdb')).toBe(2.5);
  expect(timesFaster(measured, 'indexed')).toBe(0.5);
  expect(timesFaster(measured, 'plain')).toBeNull();
});
