import { useQuery } from '@tanstack/react-query';
import { useClient } from './connection.tsx';
import { formatHash, parseHash } from './router.tsx';

export const dashboardsKey = ['dashboards'];

/** The param of an address that names a dashboard. */
export const BOARD = 'board';

/** The dashboards of the store, in the order in which they were made. */
export function useDashboards() {
  const client = useClient();
  return useQuery({ queryKey: dashboardsKey, queryFn: ({ signal }) => client.dashboards.list(undefined, { signal }) });
}

/** Where a dashboard is opened, with the range and the filters that the window has. */
export function addressOfDashboard(id: string): string {
  const { params } = parseHash(window.location.hash);
  params.set(BOARD, id);
  return formatHash('dashboards', params);
}
