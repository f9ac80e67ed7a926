import { useQuery } from '@tanstack/react-query';
import type { Dashboard } from '../../shared/contract/dashboards.ts';
import { BOARD } from '../../shared/questions/shown-tile.ts';
import { tileWords } from '../../shared/text/tiles.ts';
import { useClient } from './connection.tsx';
import { useText } from './language.tsx';
import { formatHash, parseHash } from './router.tsx';

export const dashboardsKey = ['dashboards'];

/** The dashboards of the store, in the order in which they were made. */
export function useDashboards() {
  const client = useClient();
  return useQuery({ queryKey: dashboardsKey, queryFn: ({ signal }) => client.dashboards.list(undefined, { signal }) });
}

/** What a dashboard is called in the language of the window. */
export function useDashboardName(): (board: Pick<Dashboard, 'name'>) => string {
  const { readyMade } = useText(tileWords);
  return ({ name }) => name ?? readyMade;
}

/** Where a dashboard is opened, with the range and the filters that the window has. */
export function addressOfDashboard(id: string): string {
  const { params } = parseHash(window.location.hash);
  params.set(BOARD, id);
  return formatHash('dashboards', params);
}
