import { useQuery } from '@tanstack/react-query';
import type { Dashboard } from '../../shared/contract/dashboards.ts';
import type { Language } from '../../shared/text/labels.ts';
import { useClient } from './connection.tsx';
import { useText } from './language.tsx';
import { formatHash, parseHash } from './router.tsx';

export const dashboardsKey = ['dashboards'];

/** The param of an address that names a dashboard. */
export const BOARD = 'board';

/** The dashboards of the store, in the order in which they were made. */
export function useDashboards() {
  const client = useClient();
  return useQuery({ queryKey: dashboardsKey, queryFn: ({ signal }) => client.dashboards.list(undefined, { signal }) });
}

/** The one that is there to begin with. */
const readyMade: Record<Language, string> = { en: 'Morning', ko: '아침' };

/** What a dashboard is called in the language of the window. */
export function useDashboardName(): (board: Pick<Dashboard, 'name'>) => string {
  const first = useText(readyMade);
  return ({ name }) => name ?? first;
}

/** Where a dashboard is opened, with the range and the filters that the window has. */
export function addressOfDashboard(id: string): string {
  const { params } = parseHash(window.location.hash);
  params.set(BOARD, id);
  return formatHash('dashboards', params);
}
