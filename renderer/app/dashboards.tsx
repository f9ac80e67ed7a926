import { DashboardsScreen } from '../features/dashboards/dashboards-screen.tsx';
import type { TileKinds } from '../features/dashboards/tile-kinds.ts';
import { ExploreTile } from '../features/explore/tile.tsx';
import { OverviewTile } from '../features/overview/tile.tsx';

/** Screens do not know of each other; here those that draw tiles are handed to the one that shows them. */
const kinds: TileKinds = { Explore: ExploreTile, Overview: OverviewTile };

export function Dashboards() {
  return <DashboardsScreen kinds={kinds} />;
}
