import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { FoundMeasureAlert, MeasureAlert, MeasureAlerts } from '../../shared/contract/measure-alerts.ts';
import { useClient } from '../lib/connection.tsx';

const queryKey = ['measureAlerts'];
/** What is over is told by no event. */
const EVERY_MS = 60_000;
/** The first screen goes first. */
const AFTER_MS = 3_000;

/** What is watched of measures, and what was found. */
export function useMeasureAlerts(enabled = true) {
  const client = useClient();
  return useQuery({
    queryKey,
    queryFn: ({ signal }) => client.measureAlerts.list(undefined, { signal }),
    refetchInterval: EVERY_MS,
    enabled,
  });
}

/** What was found, wherever in the window one is. */
export function useFoundMeasureAlerts(): readonly FoundMeasureAlert[] {
  const [isDue, setDue] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setDue(true), AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return useMeasureAlerts(isDue).data?.found ?? [];
}

export type MeasureAlertChange = { do: 'save'; alert: MeasureAlert } | { do: 'remove'; name: string };

/** Watches something, or no longer; what is watched then is what came of it. */
export function useChangeMeasureAlerts() {
  const client = useClient();
  const queryClient = useQueryClient();
  return useMutation({
    mutationFn: (change: MeasureAlertChange) =>
      change.do === 'save'
        ? client.measureAlerts.save(change.alert)
        : client.measureAlerts.remove({ name: change.name }),
    onSuccess: (told) => queryClient.setQueryData<MeasureAlerts>(queryKey, told),
  });
}
