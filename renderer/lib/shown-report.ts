import { useEffect, useSyncExternalStore } from 'react';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';

/** What a screen shows as one question that can be written to a file, with the question in words. */
export interface ShownReport {
  title: string;
  query: ReportQueryInput;
}

let shown: ShownReport | null = null;
const listeners = new Set<() => void>();

function show(next: ShownReport | null): void {
  shown = next;
  for (const listener of listeners) listener();
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Says what the screen shows for as long as it does. */
export function useShowsReport(title: string, query: ReportQueryInput | null): void {
  const key = JSON.stringify(query);
  useEffect(() => {
    const asked: ReportQueryInput | null = JSON.parse(key);
    show(asked && { title, query: asked });
    return () => show(null);
  }, [title, key]);
}

/** What the screen shows; null where it is none or several questions. */
export function useShownReport(): ShownReport | null {
  return useSyncExternalStore(subscribe, () => shown);
}
