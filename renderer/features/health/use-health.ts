import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { Alert } from '../../../shared/contract/health.ts';
import { useClient } from '../../lib/connection.tsx';

const LIVE_EVERY_MS = 2_000;
const ALERTS_EVERY_MS = 60_000;
/** The first screen goes first. */
const ALERTS_AFTER_MS = 3_000;

/** How the program is, asked again every `everyMs` while the window can be seen; once when that is false. */
export function useHealth(everyMs: number | false = LIVE_EVERY_MS, enabled = true) {
  const client = useClient();
  return useQuery({
    queryKey: ['health'],
    queryFn: () => client.health.get(),
    staleTime: 0,
    refetchInterval: everyMs,
    enabled,
  });
}

/** What needs attention, wherever in the window one is; an alert that begins is known at once. */
export function useAlerts(): readonly Alert[] {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), ALERTS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return useHealth(ALERTS_EVERY_MS, isDue).data?.alerts ?? [];
}
