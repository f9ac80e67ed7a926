/** Where the screen of a tile opens, and what a tile keeps of a scope. Pure. */
import { type ScopeChoice, writeScope } from '../../../shared/questions/scope-url.ts';
import type { Shown } from '../../../shared/questions/shown-tile.ts';
import { formatHash } from '../../lib/router.tsx';

/** Where the screen of a tile opens with the same. */
export function hrefOf({ screen, params }: Pick<Shown, 'screen' | 'params'>, scope: ScopeChoice): string {
  return formatHash(screen, writeScope(scope, new URLSearchParams(params)));
}

/** A range alone, or filters alone, as a tile keeps them. */
export function asParams(scope: Partial<ScopeChoice>): string {
  return writeScope({ range: null, filters: [], ...scope }, new URLSearchParams()).toString();
}
