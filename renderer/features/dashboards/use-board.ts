import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { Dashboard } from '../../../shared/contract/dashboards.ts';
import { useClient } from '../../lib/connection.tsx';
import { dashboardsKey } from '../../lib/use-dashboards.ts';
import { afterStep, type History, noHistory, stepBack, stepForward } from './history.ts';

export interface Board {
  /** As it was changed here, though that may still be on its way. */
  shown: Dashboard;
  change: (next: Dashboard) => void;
  undo: (() => void) | null;
  redo: (() => void) | null;
  /** Why the last change could not be kept. */
  error: Error | null;
}

/**
 * A dashboard that is changed step by step: each step is shown at once, kept one after the other, and can be taken back. What
 * another window changes is shown as it comes; steps from before it cannot be taken back any more, as that would undo theirs.
 */
export function useBoard(kept: Dashboard): Board {
  const client = useClient();
  const queryClient = useQueryClient();
  const [draft, setDraft] = useState<Dashboard | null>(null);
  const [history, setHistory] = useState<History<Dashboard>>(noHistory);
  const revision = useRef(kept.revision);
  const underWay = useRef(0);
  const { mutate, error } = useMutation({
    // One after the other, each on top of what came of the one before.
    scope: { id: 'dashboards' },
    mutationFn: (next: Dashboard) => client.dashboards.save({ ...next, revision: revision.current }),
    onSuccess: (all) => {
      revision.current = all.find(({ id }) => id === kept.id)?.revision ?? revision.current;
      queryClient.setQueryData(dashboardsKey, all);
    },
    onError: () => {
      setHistory(noHistory);
      void queryClient.invalidateQueries({ queryKey: dashboardsKey });
    },
    onSettled: () => {
      underWay.current -= 1;
      if (underWay.current === 0) setDraft(null);
    },
  });
  useEffect(() => {
    if (underWay.current > 0 || kept.revision <= revision.current) return;
    revision.current = kept.revision;
    setHistory(noHistory);
  }, [kept.revision]);

  const shown = draft ?? kept;
  const show = (next: Dashboard) => {
    underWay.current += 1;
    setDraft(next);
    mutate(next);
  };
  const step = (way: typeof stepBack<Dashboard>) => {
    const stepped = way(history, shown);
    if (!stepped) return null;
    return () => {
      setHistory(stepped.history);
      show(stepped.to);
    };
  };
  return {
    shown,
    change(next) {
      setHistory(afterStep(history, shown));
      show(next);
    },
    undo: step(stepBack),
    redo: step(stepForward),
    error,
  };
}
