import type { SampleOptions } from '../../../db/sample/sample-source.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';

/** What the program under load is to do next; one that can be cancelled is, so many milliseconds after it began. */
export type Order =
  | { do: 'sample'; options: SampleOptions }
  | { do: 'import'; path: string; cancelAfterMs: number | null }
  | { do: 'undo' }
  | { do: 'archive'; year: number; cancelAfterMs: number | null }
  | { do: 'vacuum' }
  | { do: 'integrity' }
  | { do: 'backup'; cancelAfterMs: number | null }
  | { do: 'drill' };

/** What the program is told: what to ask all the while, once, and then one order after the other. */
export type Message = { ask: ReportQueryInput[] } | Order | { do: 'end' };

/** What one question was answered with. */
export interface Claim {
  /** Which of the questions. */
  query: number;
  rows: Cell[][];
  groups: number;
}

export interface MemorySample {
  /** Since the program began. */
  atMs: number;
  /** Of the whole process, its threads included. */
  residentBytes: number;
  /** Of the main thread, after what nobody holds was collected. */
  heapBytes: number;
  /** What the heaps of the other threads take, what nobody holds included. */
  threadHeapBytes: number;
}

/** What came of an order. */
export interface Report {
  job: Pick<Job, 'kind' | 'state' | 'message'>;
  /** Answers to what was asked while it ran, and to what was asked after it; those alike once. */
  during: Claim[];
  after: Claim[];
  /** How many there were. */
  answers: number;
  /** Questions that were given up by who asked. */
  givenUp: number;
  /** What went wrong besides: questions that failed, promises that nobody looked after. */
  failures: string[];
  memory: MemorySample;
}
