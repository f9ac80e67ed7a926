import { parseHash, setParams, useHash } from '../../lib/router.tsx';

const PARAM = 'planned';

/** The downtime reasons that count as planned stops; they stand in the address, so that a saved view and a link keep them. */
export function usePlannedStops(): [string[], (reasons: readonly string[]) => void] {
  const reasons = parseHash(useHash()).params.getAll(PARAM);
  const set = (next: readonly string[]) => {
    const { params } = parseHash(window.location.hash);
    params.delete(PARAM);
    for (const reason of next) params.append(PARAM, reason);
    setParams(params, true);
  };
  return [reasons, set];
}
