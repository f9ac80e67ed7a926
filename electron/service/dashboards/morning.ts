import type { Dashboard, Tile, TileContent } from '../../../shared/contract/dashboards.ts';

const LAST_DAY = 'range=lastDay';
/** One day has few downtimes, and on some lines no work. */
const LAST_WEEK = 'range=last7days';

function number(id: string, measure: string, x: number): Tile {
  return tile(
    id,
    { of: 'explore', params: `m=${measure}&by=`, form: 'number' },
    { x, y: 0, width: 3, height: 3 },
    LAST_DAY,
  );
}

function tile(id: string, content: TileContent, place: Tile['place'], range: string | null): Tile {
  return { id, title: null, content, range, filters: null, place };
}

/**
 * What a plant looks at before the shift meeting, there to begin with: the newest day's output, scrap, plan and OEE, the last week's
 * OEE by line and why lines stood still, and the course over the dates of the bar.
 */
export const morning: Dashboard = {
  id: 'morning',
  name: null,
  revision: 0,
  tiles: [
    number('output', 'good', 0),
    number('scrap', 'scrapRate', 3),
    number('plan', 'planAttainment', 6),
    number('oee', 'oee', 9),
    tile(
      'oee-by-line',
      { of: 'explore', params: 'm=oee&by=line&as=bar', form: 'picture' },
      { x: 0, y: 3, width: 6, height: 7 },
      LAST_WEEK,
    ),
    tile(
      'downtime',
      { of: 'explore', params: 'm=downMinutes&by=downtimeReason&as=pareto', form: 'picture' },
      { x: 6, y: 3, width: 6, height: 7 },
      LAST_WEEK,
    ),
    tile('trend', { of: 'overview', form: 'trend', params: '' }, { x: 0, y: 10, width: 12, height: 7 }, null),
  ],
};
