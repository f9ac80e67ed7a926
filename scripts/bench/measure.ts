/**
 * Times questions fairly.
 * 1. In a round each question is asked of one peer after the other; what else the machine does falls on all of them.
 * 2. A quick answer is asked for several times in its turn, so that a percentile means something.
 * 3. A first round is not counted, so that all are warm: statements prepared, code compiled. An answer that takes a
 *    second is counted from the start: that is nothing beside it, and its files were read when answers were compared.
 * 4. A slow peer sits out the rounds for which its time is spent, each question by itself; it is counted once at least.
 */
import type { Peer, PeerName } from './peer.ts';
import type { QuestionName } from './questions.ts';
import { summarizeTimes, type Times } from './statistics.ts';

const TURN_MS = 40;
const MOST_IN_A_TURN = 20;
const SLOW_MS = 1_000;

export interface MeasuredQuestion {
  question: QuestionName;
  /** What answered inside the program: a rollup, an index of the records. */
  answeredFrom: string | undefined;
  times: Partial<Record<PeerName, Times>>;
  /** How long it took until something could be shown, of peers that tell. */
  firstShown: Partial<Record<PeerName, Times>>;
}

export interface MeasureOptions {
  rounds: number;
  /** Time a question may take of one peer in all rounds. */
  budgetMs: number;
  say: (line: string) => void;
  /** The clock, in milliseconds. */
  now?: () => number;
}

/** One peer and one question, and what has been measured. */
interface Lane {
  peer: Peer;
  question: QuestionName;
  times: number[];
  firstShown: number[];
  spentMs: number;
}

/** Asks the questions in rounds. */
export async function measureQuestions(
  peers: readonly Peer[],
  asked: readonly QuestionName[],
  { rounds, budgetMs, say, now = () => performance.now() }: MeasureOptions,
): Promise<MeasuredQuestion[]> {
  const lanes = asked.flatMap((question) =>
    peers
      .filter((peer) => peer.questions.includes(question))
      .map((peer): Lane => ({ peer, question, times: [], firstShown: [], spentMs: 0 })),
  );
  for (let round = 0; round <= rounds; round++) {
    say(round === 0 ? 'Warming up…' : `Round ${round} of ${rounds}…`);
    for (const lane of lanes) {
      if (lane.times.length > 0 && lane.spentMs >= budgetMs) continue;
      const turn = await oneTurn(lane.peer, lane.question, now);
      lane.spentMs += turn.spentMs;
      if (round === 0 && turn.spentMs < SLOW_MS) continue;
      lane.times.push(...turn.times);
      lane.firstShown.push(...turn.firstShown);
    }
  }
  return asked.map((question) =>
    summarize(
      question,
      lanes.filter((lane) => lane.question === question),
    ),
  );
}

function summarize(question: QuestionName, lanes: readonly Lane[]): MeasuredQuestion {
  const shown = lanes.filter(({ firstShown }) => firstShown.length > 0);
  return {
    question,
    answeredFrom: lanes.map(({ peer }) => peer.howAnswered?.(question)).find((how) => how !== undefined),
    times: Object.fromEntries(lanes.map(({ peer, times }) => [peer.name, summarizeTimes(times)])),
    firstShown: Object.fromEntries(shown.map(({ peer, firstShown }) => [peer.name, summarizeTimes(firstShown)])),
  };
}

/** How many times longer a peer takes than the program, by medians; null where one was not measured. */
export function timesFaster({ times }: MeasuredQuestion, peer: PeerName): number | null {
  const [own, other] = [times.throughline, times[peer]];
  return own && other ? other.medianMs / own.medianMs : null;
}

interface Turn {
  times: number[];
  firstShown: number[];
  spentMs: number;
}

async function oneTurn(peer: Peer, question: QuestionName, now: () => number): Promise<Turn> {
  const turn: Turn = { times: [], firstShown: [], spentMs: 0 };
  do {
    const startedAt = now();
    await peer.ask(question);
    const tookMs = now() - startedAt;
    const shownMs = peer.firstShownMs?.(question);
    turn.times.push(tookMs);
    if (shownMs !== undefined) turn.firstShown.push(shownMs);
    turn.spentMs += tookMs;
  } while (turn.spentMs < TURN_MS && turn.times.length < MOST_IN_A_TURN);
  return turn;
}
