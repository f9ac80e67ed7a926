import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Dashboard } from '../../../shared/contract/dashboards.ts';
import { useClient } from '../../lib/connection.tsx';
import { addressOfDashboard, dashboardsKey } from '../../lib/use-dashboards.ts';

type Change = { do: 'add'; dashboard: Pick<Dashboard, 'name' | 'tiles'> } | { do: 'remove'; id: string };

/** Makes a dashboard and opens it, or deletes one. */
export function useChangeBoards() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: async (change: Change) => {
      if (change.do === 'remove') return { all: await client.dashboards.remove({ id: change.id }), opened: null };
      const id = crypto.randomUUID();
      return { all: await client.dashboards.save({ ...change.dashboard, id, revision: 0 }), opened: id };
    },
    onSuccess: ({ all, opened }) => {
      queryClient.setQueryData(dashboardsKey, all);
      if (opened) window.location.hash = addressOfDashboard(opened);
    },
  });
}
