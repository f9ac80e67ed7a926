import type { Cell } from '../../shared/query/answer.ts';
import { firstDifference } from './compare-answers.ts';
import { type Peer, peers } from './peer.ts';
import { type QuestionName, questionOf } from './questions.ts';

/** Asks every peer its questions; one sentence for each answer that is not as the last peer's, the plainest. */
export async function checkPeers(all: readonly Peer[], asked: readonly QuestionName[]): Promise<string[]> {
  const faults: string[] = [];
  for (const name of asked) {
    const answers: { peer: Peer; rows: Cell[][] }[] = [];
    for (const peer of all) {
      if (peer.questions.includes(name)) answers.push({ peer, rows: await peer.ask(name) });
    }
    const reference = answers.at(-1);
    if (!reference || reference.rows.length === 0) faults.push(`${name}: nothing was found, so nothing is compared.`);
    for (const { peer, rows } of answers) {
      const difference = firstDifference(reference?.rows ?? [], rows, questionOf(name).quotients);
      if (difference !== null) faults.push(`${name}: ${peers[peer.name].title} found ${difference}.`);
    }
  }
  return faults;
}
