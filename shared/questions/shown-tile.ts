/** What a tile of a dashboard shows: the address of a screen, with its own range and filters or those of the dashboard. Pure. */
import {
  type Tile,
  type TileContent,
  type TileForm,
  type TileScreen,
  tileForms,
  tileScreens,
} from '../contract/dashboards.ts';
import type { SavedView } from '../contract/views.ts';
import { readScope, type ScopeChoice } from './scope-url.ts';

/** The param of an address that names a dashboard. */
export const BOARD = 'board';

interface ShownOn<S extends TileScreen> {
  screen: S;
  params: string;
  form: TileForm<S>;
  /** That of the saved view; null where it is none. */
  name: string | null;
}

/** What a tile's content is, once the view that it names was looked up. */
export type Shown = { [S in TileScreen]: ShownOn<S> }[TileScreen];

/** Looks up what a tile shows; null where its view is not there any more, or is of a screen that has no such form. */
export function shownBy(content: TileContent, views: readonly SavedView[]): Shown | null {
  const { form } = content;
  if (content.of !== 'view') return shownAs(content.of, form, { params: content.params, name: null });
  const view = views.find(({ name }) => name === content.name);
  const screen = tileScreens.find((each) => each === view?.screen);
  return view && screen ? shownAs(screen, form, { params: view.params, name: view.name }) : null;
}

function shownAs(screen: TileScreen, form: TileForm, rest: Pick<Shown, 'params' | 'name'>): Shown | null {
  const forms: readonly TileForm[] = tileForms[screen];
  return forms.includes(form) ? ({ screen, form, ...rest } as Shown) : null;
}

/** The range and the filters of a tile: its own where it has them, those of the dashboard else. */
export function scopeOfTile({ range, filters }: Pick<Tile, 'range' | 'filters'>, board: ScopeChoice): ScopeChoice {
  return {
    range: range === null ? board.range : readScope(new URLSearchParams(range)).range,
    filters: filters === null ? board.filters : readScope(new URLSearchParams(filters)).filters,
  };
}

/** Tiles in the order in which they are read: row by row. */
export function inReadingOrder<T extends Pick<Tile, 'place'>>(tiles: readonly T[]): T[] {
  return tiles.toSorted((a, b) => a.place.y - b.place.y || a.place.x - b.place.x);
}
