/** What a tile shows, as the address of a screen; with its own range and filters, or those of the bar. Pure. */
import type { Tile, TileContent, TileForm } from '../../../shared/contract/dashboards.ts';
import type { SavedView } from '../../../shared/contract/views.ts';
import { formatHash } from '../../lib/router.tsx';
import { readScope, type ScopeChoice, writeScope } from '../../lib/scope-url.ts';

/** What a tile's content is, once the view that it names was looked up. */
export type Shown =
  | { screen: 'explore'; params: string; form: TileForm; name: string | null }
  | { screen: 'overview'; params: string; part: Extract<TileContent, { of: 'overview' }>['part']; name: null };

/** Looks up what a tile shows; null where its view is not there any more, or is none of Explore. */
export function shownBy(content: TileContent, views: readonly SavedView[]): Shown | null {
  if (content.of === 'overview') return { screen: 'overview', params: content.params, part: content.part, name: null };
  if (content.of === 'explore') return { screen: 'explore', params: content.params, form: content.form, name: null };
  const view = views.find(({ name }) => name === content.name);
  if (view?.screen !== 'explore') return null;
  return { screen: 'explore', params: view.params, form: content.form, name: view.name };
}

/** The range and the filters of a tile: its own where it has them, those of the bar else. */
export function scopeOfTile({ range, filters }: Pick<Tile, 'range' | 'filters'>, bar: ScopeChoice): ScopeChoice {
  return {
    range: range === null ? bar.range : readScope(new URLSearchParams(range)).range,
    filters: filters === null ? bar.filters : readScope(new URLSearchParams(filters)).filters,
  };
}

/** Where the screen of a tile opens with the same. */
export function hrefOf({ screen, params }: Pick<Shown, 'screen' | 'params'>, scope: ScopeChoice): string {
  return formatHash(screen, writeScope(scope, new URLSearchParams(params)));
}

/** A range alone, or filters alone, as a tile keeps them. */
export function asParams(scope: Partial<ScopeChoice>): string {
  return writeScope({ range: null, filters: [], ...scope }, new URLSearchParams()).toString();
}
