/**
 * Questions asked cold. Each is the first and only one of a new process: nothing is compiled, prepared, cached or loaded
 * by it: the program answers from the rollups and columns of its files. The files may well be in the memory of the system, which
 * nobody but its administrator can empty; so this is the start of a program, not of a machine.
 */
import { fileURLToPath } from 'node:url';
import { runProcess } from '../run-process.ts';
import type { Stores } from './build-stores.ts';
import type { MeasureOptions } from './measure.ts';
import { peers } from './peer.ts';
import type { QuestionName } from './questions.ts';
import { summarizeTimes, type Times } from './statistics.ts';

export const coldPeers = ['throughline', 'duckdb', 'indexed'] as const;
export type ColdPeer = (typeof coldPeers)[number];

export interface ColdRequest {
  peer: ColdPeer;
  store: string;
  records: number;
  question: QuestionName;
}

export interface ColdTimes {
  openMs: number;
  askMs: number;
}

export interface ColdQuestion {
  question: QuestionName;
  times: Partial<Record<ColdPeer, Times>>;
}

export interface ColdResult {
  opening: Partial<Record<ColdPeer, Times>>;
  questions: ColdQuestion[];
}

/** Asks each question of each peer in new processes, in rounds; a slow peer has fewer of them. */
export async function measureCold(
  stores: Stores,
  records: number,
  asked: readonly QuestionName[],
  { rounds, budgetMs, say }: MeasureOptions,
): Promise<ColdResult> {
  const lanes = asked.flatMap((question) =>
    coldPeers.map((peer) => ({ peer, question, times: [] as ColdTimes[], spentMs: 0 })),
  );
  for (let round = 1; round <= rounds; round++) {
    say(`Cold, round ${round} of ${rounds}…`);
    for (const lane of lanes) {
      if (lane.times.length > 0 && lane.spentMs >= budgetMs) continue;
      const { peer, question } = lane;
      const times = await askInNewProcess({ peer, store: stores[peer], records, question });
      lane.times.push(times);
      lane.spentMs += times.openMs + times.askMs;
    }
  }
  const byPeer = (of: typeof lanes, read: (times: ColdTimes) => number) =>
    Object.fromEntries(
      coldPeers.flatMap((peer) => {
        const times = of.filter((lane) => lane.peer === peer).flatMap((lane) => lane.times.map(read));
        return times.length > 0 ? [[peer, summarizeTimes(times)]] : [];
      }),
    );
  return {
    opening: byPeer(lanes, ({ openMs }) => openMs),
    questions: asked.map((question) => ({
      question,
      times: byPeer(
        lanes.filter((lane) => lane.question === question),
        ({ askMs }) => askMs,
      ),
    })),
  };
}

async function askInNewProcess(request: ColdRequest): Promise<ColdTimes> {
  const script = fileURLToPath(new URL('./ask-once.ts', import.meta.url));
  const { code, stdout, stderr } = await runProcess(process.execPath, [script, JSON.stringify(request)], {
    output: 'keep',
  });
  if (code !== 0) {
    throw new Error(`${peers[request.peer].title} could not be asked '${request.question}' cold: ${stderr.trim()}`);
  }
  return JSON.parse(stdout);
}
