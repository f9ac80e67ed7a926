import { useMemo } from 'react';
import { type QualityView, readView, writeView } from '../../../shared/quality/view.ts';
import { parseHash, setParams, useHash } from '../../lib/router.tsx';

/** The view of the address, and the way to change it: each change is a step that the window's back and forward take. */
export function useView(): { view: QualityView; change: (changes: Partial<QualityView>) => void } {
  const hash = useHash();
  return useMemo(() => {
    const view = readView(parseHash(hash).params);
    return {
      view,
      change: (changes) => {
        const { params } = parseHash(window.location.hash);
        setParams(writeView({ ...readView(params), ...changes }, params));
      },
    };
  }, [hash]);
}
