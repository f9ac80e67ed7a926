import type { Proposal } from '../../shared/contract/indexes.ts';

/** A question has to take no more than this part of its time for an index to be worth its room. */
const WORTH = 0.7;
/** More than measuring alone can make of the same. */
const SLOWER = 1.15;

/** What a trial says of an index: worth it where a question takes a good part less and none takes longer. */
export function verdictOn(tried: Proposal['tried']): Pick<Proposal, 'verdict' | 'worthIt'> {
  if (tried.length === 0) return { verdict: 'notTaken', worthIt: false };
  if (tried.some(({ beforeMs, afterMs }) => afterMs > beforeMs * SLOWER)) return { verdict: 'slower', worthIt: false };
  const worthIt = tried.some(({ beforeMs, afterMs }) => afterMs <= beforeMs * WORTH);
  return { verdict: worthIt ? 'worthIt' : 'tooLittle', worthIt };
}
