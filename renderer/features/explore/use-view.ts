import { useMemo } from 'react';
import { type ExploreView, readView, writeView } from '../../../shared/questions/explore/view.ts';
import { parseHash, setParams, useHash } from '../../lib/router.tsx';
import { readTrail, type TrailStep } from './trail.ts';

interface ViewInAddress {
  view: ExploreView;
  /** Whether the measures were chosen, or are those that are there to begin with. */
  isChosen: boolean;
  trail: readonly TrailStep[];
  /** Every change is a step that the window's back and forward take. */
  change: (view: ExploreView) => void;
}

/** The view of the address, and the way to change it. */
export function useView(): ViewInAddress {
  const hash = useHash();
  return useMemo(() => {
    const { params } = parseHash(hash);
    const { isChosen, ...view } = readView(params);
    return {
      view,
      isChosen: isChosen.measures,
      trail: readTrail(params),
      change: (next) => setParams(writeView(next, parseHash(window.location.hash).params)),
    };
  }, [hash]);
}
