import { expect, test } from 'vitest';
import { measureQuestions } from './measure.ts';
import type { Peer, PeerName } from './peer.ts';

function peerThat(name: PeerName, ask: () => Promise<void>): Peer {
  return {
    name,
    async ask() {
      await ask();
      return [];
    },
    close: async () => {},
  };
}

test('peers take turns, question by question, and the first round is not counted', async () => {
  const turns: PeerName[] = [];
  const noted = (name: PeerName) =>
    peerThat(name, async () => {
      if (turns.at(-1) !== name) turns.push(name);
    });
  const measured = await measureQuestions([noted('throughline'), noted('duckdb')], ['month-totals'], 2, () => {});
  expect(turns).toEqual(['throughline', 'duckdb', 'throughline', 'duckdb', 'throughline', 'duckdb']);
  const [first] = measured;
  expect(first?.times.duckdb?.samples).toBe(first?.times.throughline?.samples);
  expect(first?.times.duckdb?.samples).toBe(2 * 20);
});

test('a slow answer is asked for once a round', async () => {
  const slow = peerThat('plain', () => new Promise((resolve) => setTimeout(resolve, 60)));
  const [measured] = await measureQuestions([slow], ['top-items'], 2, () => {});
  expect(measured?.times.plain?.samples).toBe(2);
  expect(measured?.times.plain?.medianMs).toBeGreaterThan(50);
});

test('what answered inside the program is told', async () => {
  const own: Peer = { ...peerThat('throughline', async () => {}), howAnswered: () => 'a rollup' };
  const [measured] = await measureQuestions([own], ['top-items'], 1, () => {});
  expect(measured?.answeredFrom).toBe('a rollup');
});
