import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useEffect, useEffectEvent, useState } from 'react';
import type { AppEvent, Job } from '../../shared/contract/schemas.ts';
import { assertNever } from '../../shared/lib/assert-never.ts';
import { useClient } from './connection.tsx';
import { withJob } from './jobs.ts';

type Listener = (event: AppEvent) => void;
const ListenersContext = createContext<Set<Listener> | null>(null);
const RETRY_MS = 500;

/** Subscribes once to what the service pushes, keeps the queries current by it and tells who listens. */
export function AppEventsProvider({ children }: { children: ReactNode }) {
  const client = useClient();
  const queryClient = useQueryClient();
  const [listeners] = useState(() => new Set<Listener>());

  useEffect(() => {
    const stop = new AbortController();
    const listen = async () => {
      const events = await client.events(undefined, { signal: stop.signal });
      // What happened while nobody listened is unknown, so all is asked again.
      void queryClient.invalidateQueries();
      for await (const event of events) {
        keepCurrent(queryClient, event);
        for (const listener of listeners) listener(event);
      }
    };
    const run = async () => {
      while (!stop.signal.aborted) {
        // It ends with the connection, and cannot begin before there is one again.
        await listen().catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    };
    void run();
    return () => stop.abort();
  }, [client, queryClient, listeners]);

  return <ListenersContext value={listeners}>{children}</ListenersContext>;
}

/** Calls back with each event of the service while the component is there. */
export function useAppEvent(listener: Listener): void {
  const listeners = use(ListenersContext);
  const call = useEffectEvent(listener);
  useEffect(() => {
    if (!listeners) return;
    const entry: Listener = (event) => call(event);
    listeners.add(entry);
    return () => void listeners.delete(entry);
  }, [listeners]);
}

function keepCurrent(queryClient: QueryClient, event: AppEvent): void {
  switch (event.type) {
    case 'job':
      // One job is not the list of them: until that is there, the event says nothing that the list will not say.
      queryClient.setQueryData<Job[]>(['jobs'], (jobs) => jobs && withJob(jobs, event.job));
      // A list on its way may be older than this event; it is asked again.
      if (queryClient.isFetching({ queryKey: ['jobs'] }) > 0)
        void queryClient.invalidateQueries({ queryKey: ['jobs'] });
      return;
    case 'store-changed':
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== 'jobs' });
      return;
    case 'watched':
      void queryClient.invalidateQueries({ queryKey: ['watched'] });
      return;
    case 'kept':
      void queryClient.invalidateQueries({ queryKey: [event.what] });
      return;
    case 'alert':
      void queryClient.invalidateQueries({ queryKey: ['health'] });
      return;
    case 'measure-alert':
      void queryClient.invalidateQueries({ queryKey: ['measureAlerts'] });
      return;
    default:
      assertNever(event);
  }
}
