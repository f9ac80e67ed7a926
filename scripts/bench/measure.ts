/**
 * Times questions fairly.
 * 1. A first round is not counted, so that all are warm: files in memory, statements prepared, code compiled.
 * 2. In a round each question is asked of one peer after the other; what else the machine does falls on all of them.
 * 3. A quick answer is asked for several times in its turn, so that a percentile means something.
 */
import type { Peer, PeerName } from './peer.ts';
import type { QuestionName } from './questions.ts';
import { summarizeTimes, type Times } from './statistics.ts';

const TURN_MS = 40;
const MOST_IN_A_TURN = 20;

export interface MeasuredQuestion {
  question: QuestionName;
  /** What answered inside the program: a rollup, an index of the records. */
  answeredFrom: string | undefined;
  times: Partial<Record<PeerName, Times>>;
}

/** Asks all questions in so many rounds. */
export async function measureQuestions(
  peers: readonly Peer[],
  asked: readonly QuestionName[],
  rounds: number,
  say: (line: string) => void,
): Promise<MeasuredQuestion[]> {
  const samples = new Map(
    asked.map((question) => [question, new Map(peers.map(({ name }) => [name, [] as number[]]))]),
  );
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? 'Warming up…' : `Round ${round} of ${rounds}…`);
    for (const question of asked) {
      for (const peer of peers) {
        const times = await oneTurn(peer, question);
        if (round > 0)
          samples
            .get(question)
            ?.get(peer.name)
            ?.push(...times);
      }
    }
  }
  return asked.map((question) => ({
    question,
    answeredFrom: peers.map((peer) => peer.howAnswered?.(question)).find((how) => how !== undefined),
    times: Object.fromEntries([...(samples.get(question) ?? [])].map(([name, times]) => [name, summarizeTimes(times)])),
  }));
}

async function oneTurn(peer: Peer, question: QuestionName): Promise<number[]> {
  const times: number[] = [];
  let spentMs = 0;
  do {
    const startedAt = performance.now();
    await peer.ask(question);
    const tookMs = performance.now() - startedAt;
    times.push(tookMs);
    spentMs += tookMs;
  } while (spentMs < TURN_MS && times.length < MOST_IN_A_TURN);
  return times;
}
