import { useEffect } from 'react';
import { type ExploreView, firstMeasure, writeView } from '../../../shared/questions/explore/view.ts';
import { parseHash, setParams, useHash } from '../../lib/router.tsx';
import { useWithoutData } from '../../lib/use-without-data.ts';

/** Where nothing was chosen and the store has nothing of what is there to begin with, puts into the address what it has. */
export function useFirstMeasure(view: ExploreView, isChosen: boolean): void {
  const hash = useHash();
  const { measures: without, isCurrent } = useWithoutData();
  useEffect(() => {
    if (isChosen || !isCurrent || hash !== window.location.hash) return;
    const measure = firstMeasure(view.by, without);
    if (view.measures.includes(measure)) return;
    setParams(writeView({ ...view, measures: [measure] }, parseHash(hash).params), true);
  }, [hash, view, isChosen, isCurrent, without]);
}
