import { type ReactNode, useCallback, useMemo } from 'react';
import type { Tile } from '../../../shared/contract/dashboards.ts';
import { readScope, type ScopeChoice, writeScope } from '../../../shared/questions/scope-url.ts';
import { type Shown, scopeOfTile } from '../../../shared/questions/shown-tile.ts';
import { parseHash, setParams } from '../../lib/router.tsx';
import { ScopeOf, useScope } from '../../lib/scope.tsx';
import { hrefOf } from './tile-address.ts';

interface TileScopeProps {
  tile: Pick<Tile, 'range' | 'filters'>;
  shown: Pick<Shown, 'screen' | 'params'>;
  children: ReactNode;
}

/**
 * The range and the filters within a tile. A click in it changes those of the bar, and so all tiles that follow it; where they are
 * the tile's own its screen opens with what was clicked, as the dashboard is to stay as it was made.
 */
export function TileScope({ tile: { range, filters }, shown: { screen, params }, children }: TileScopeProps) {
  const bar = useScope();
  const choice = useMemo(
    () => scopeOfTile({ range, filters }, { range: bar.range, filters: bar.filters }),
    [range, filters, bar.range, bar.filters],
  );
  const now = useCallback((): ScopeChoice => {
    const inBar = readScope(parseHash(window.location.hash).params);
    return scopeOfTile({ range, filters }, inBar);
  }, [range, filters]);
  const change = useCallback(
    (next: ScopeChoice) => {
      const inAddress = parseHash(window.location.hash).params;
      const inBar = readScope(inAddress);
      const before = scopeOfTile({ range, filters }, inBar);
      const isOwn =
        (range !== null && next.range !== before.range) || (filters !== null && next.filters !== before.filters);
      if (isOwn) window.location.hash = hrefOf({ screen, params }, next);
      else {
        const changed = {
          range: range === null ? next.range : inBar.range,
          filters: filters === null ? next.filters : inBar.filters,
        };
        setParams(writeScope(changed, inAddress));
      }
    },
    [range, filters, screen, params],
  );
  return (
    <ScopeOf choice={choice} now={now} change={change}>
      {children}
    </ScopeOf>
  );
}
