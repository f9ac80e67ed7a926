/** A screen as a dashboard of all its parts, for what writes or shows dashboards. Pure. */
import { type BoardScreen, type Dashboard, GRID_COLUMNS, type TileContent, tileForms } from '../contract/dashboards.ts';
import type { Language } from '../text/labels.ts';
import { tileWords } from '../text/tiles.ts';

/** The parts of a screen one below the other, as its address shows them; dates and filters are those of the bar. */
export function boardOfScreen(screen: BoardScreen, params: string, language: Language): Dashboard {
  const tiles = tileForms[screen].map((form, y) => ({
    id: String(y),
    title: null,
    content: { of: screen, params, form } as TileContent,
    range: null,
    filters: null,
    place: { x: 0, y, width: GRID_COLUMNS, height: 1 },
  }));
  return { id: screen, name: tileWords[language].screens[screen], revision: 0, tiles };
}
