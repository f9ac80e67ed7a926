import { useEffect, useSyncExternalStore } from 'react';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import type { Comparison } from '../../shared/questions/explore/comparison.ts';

/** What a screen shows as one question that can be written to a file, with the question in words. */
export interface ShownReport {
  title: string;
  query: ReportQueryInput;
  /** What its numbers are compared with. */
  comparison?: Comparison | undefined;
}

/** A dashboard that a screen shows, which can be written to a file as a whole. */
export interface ShownBoard {
  id: string;
  name: string;
}

/** What is shown for now; null for nothing of the kind. */
class Shown<What> {
  #now: What | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly now = (): What | null => this.#now;

  show(next: What | null): void {
    this.#now = next;
    for (const listener of this.#listeners) listener();
  }
}

const report = new Shown<ShownReport>();
const board = new Shown<ShownBoard>();

/** Says what the screen shows for as long as it does. */
export function useShowsReport(title: string, query: ReportQueryInput | null, comparison?: Comparison | null): void {
  const key = JSON.stringify(query && { title, query, ...(comparison && { comparison }) });
  useEffect(() => {
    report.show(JSON.parse(key));
    return () => report.show(null);
  }, [key]);
}

/** What the screen shows; null where it is none or several questions. */
export function useShownReport(): ShownReport | null {
  return useSyncExternalStore(report.subscribe, report.now);
}

/** Says which dashboard the screen shows for as long as it does. */
export function useShowsBoard(id: string, name: string): void {
  useEffect(() => {
    board.show({ id, name });
    return () => board.show(null);
  }, [id, name]);
}

/** The dashboard that the screen shows; null where it is none. */
export function useShownBoard(): ShownBoard | null {
  return useSyncExternalStore(board.subscribe, board.now);
}
