import type { Proposal } from '../../shared/contract/indexes.ts';

type Verdict = Pick<Proposal, 'verdict' | 'worthIt' | 'better'>;

/** A question has to take no more than this part of its time for an index to be worth its room. */
const WORTH = 0.7;
/** More than measuring alone can make of the same. */
const SLOWER = 1.15;
/** What a larger index has to save, of the time with a smaller one that begins it, to be the better of the two. */
const BETTER = 0.5;
/** Nobody notices less. */
const NOTICED_MS = 10;

/**
 * What a trial says of an index: worth it where a question takes a good part less, by what is noticed over all records, which are
 * `growth` times those of the copy, and none takes longer.
 */
export function verdictOn(tried: Proposal['tried'], growth: number): Verdict {
  if (tried.length === 0) return { verdict: 'notTaken', worthIt: false, better: null };
  const noticed = tried.filter(({ beforeMs, afterMs }) => Math.abs(beforeMs - afterMs) * growth >= NOTICED_MS);
  if (noticed.some(({ beforeMs, afterMs }) => afterMs > beforeMs * SLOWER)) {
    return { verdict: 'slower', worthIt: false, better: null };
  }
  const worthIt = noticed.some(({ beforeMs, afterMs }) => afterMs <= beforeMs * WORTH);
  return { verdict: worthIt ? 'worthIt' : 'tooLittle', worthIt, better: null };
}

/** The proposals with one of each two told to be the better, where both are worth it and one begins with the other's columns. */
export function weighed(proposals: readonly Proposal[], growth: number): Proposal[] {
  const create = proposals.filter(({ action, worthIt }) => action === 'create' && worthIt);
  const better = new Map<string, string>();
  for (const small of create) {
    for (const large of create) {
      if (small === large || !small.columns.every((column, at) => column === large.columns[at])) continue;
      const [winner, loser] = savesMore(large, small, growth) ? [large, small] : [small, large];
      better.set(loser.name, winner.name);
    }
  }
  return proposals.map((proposal) => {
    const other = better.get(proposal.name);
    return other === undefined ? proposal : { ...proposal, verdict: 'otherBetter', worthIt: false, better: other };
  });
}

function savesMore(large: Proposal, small: Proposal, growth: number): boolean {
  const helps = (shape: string) => small.tried.find((each) => each.shape === shape);
  return large.tried.some(({ shape, beforeMs, afterMs }) => {
    const withSmall = helps(shape)?.afterMs ?? beforeMs;
    return afterMs <= withSmall * BETTER && (withSmall - afterMs) * growth >= NOTICED_MS;
  });
}
