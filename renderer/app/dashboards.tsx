import { DashboardsScreen } from '../features/dashboards/dashboards-screen.tsx';
import type { TileKinds } from '../features/dashboards/tile-kinds.ts';
import { ExploreTile } from '../features/explore/tile.tsx';
import { OeeTile } from '../features/oee/tile.tsx';
import { OverviewTile } from '../features/overview/tile.tsx';
import { QualityTile } from '../features/quality/tile.tsx';
import { RecordsTile } from '../features/records/tile.tsx';

/** Screens do not know of each other; here those that draw tiles are handed to the one that shows them. */
const kinds: TileKinds = {
  explore: ExploreTile,
  overview: OverviewTile,
  oee: OeeTile,
  quality: QualityTile,
  records: RecordsTile,
};

export function Dashboards() {
  return <DashboardsScreen kinds={kinds} />;
}
