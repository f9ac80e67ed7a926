import { useEffect, useRef } from 'react';
import type { SavedView } from '../../shared/contract/views.ts';
import { formatHash, parseHash, useHash } from '../lib/router.tsx';
import { withoutTrail } from '../lib/trail.ts';
import { addressOf } from '../lib/use-saved-views.ts';

/**
 * Tells of a saved view whether it is another one than when this window last showed it: then another window has changed it. Of a view
 * that was never shown here it is not known, and none is taken for changed.
 */
export function useSeenViews(views: readonly SavedView[]): (name: string) => boolean {
  const seen = useRef(new Map<string, string>());
  const { screen, params } = parseHash(useHash());
  const shown = formatHash(screen, withoutTrail(params));
  useEffect(() => {
    for (const view of views) if (addressOf(view) === shown) seen.current.set(view.name, shown);
  }, [views, shown]);
  return (name) => {
    const last = seen.current.get(name);
    const now = views.find((view) => view.name === name);
    return last !== undefined && now !== undefined && addressOf(now) !== last;
  };
}
