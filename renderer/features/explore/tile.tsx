import { useEffect, useMemo, useState } from 'react';
import type { TileForm } from '../../../shared/contract/dashboards.ts';
import { type ExploreView, readView } from '../../../shared/questions/explore/view.ts';
import { buildNumberQuery } from '../../../shared/questions/number.ts';
import { NumberPanel } from '../../charts/number/number-panel.tsx';
import { useLabels } from '../../lib/language.tsx';
import { parseHash } from '../../lib/router.tsx';
import type { TileProps } from '../../lib/tile.ts';
import { ResultPanel } from './result-panel.tsx';
import { ChartRoomContext } from './use-chart-height.ts';
import { useExplored } from './use-explored.ts';

/** What Explore shows at an address, as a tile: its picture or table, or the first measure's number. */
export function ExploreTile({ form, ...tile }: TileProps & { form: TileForm<'explore'> }) {
  const view = useMemo(() => readView(parseHash(tile.href).params), [tile.href]);
  if (form === 'number') return <NumberTile {...tile} view={view} />;
  // Another range or filter is the same picture, whose old answer dims; another view begins anew.
  return <PictureTile key={JSON.stringify(view)} {...tile} view={view} />;
}

interface ViewTileProps extends TileProps {
  view: ExploreView;
}

function NumberTile({ view, scope, href, onReport }: ViewTileProps) {
  const measure = view.measures[0] ?? 'good';
  const title = useLabels().measures[measure];
  const key = JSON.stringify(buildNumberQuery(measure, scope));
  useEffect(() => onReport({ title, query: JSON.parse(key) }), [title, key, onReport]);
  return <NumberPanel measure={measure} scope={scope} href={href} />;
}

function PictureTile({ view: asSaved, scope, href, room, onReport }: ViewTileProps) {
  // The order of a table can be changed to look at it; it is not kept.
  const [view, setView] = useState(asSaved);
  const { explored, names, title, whole, drill, showRecords, brush } = useExplored(
    view,
    scope,
    () => parseHash(href).params,
  );
  const key = JSON.stringify({ title, query: whole, ...(view.comparison && { comparison: view.comparison }) });
  useEffect(() => onReport(JSON.parse(key)), [key, onReport]);
  return (
    <ChartRoomContext value={room}>
      <ResultPanel
        view={view}
        explored={explored}
        names={names}
        options={null}
        onDrill={drill}
        onRecords={showRecords}
        onBrush={brush}
        onChange={setView}
      />
    </ChartRoomContext>
  );
}
