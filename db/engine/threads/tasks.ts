import type { MessagePort } from 'node:worker_threads';
import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import type { Value } from '../sqlite/connection.ts';
import type { PlanChange } from '../sqlite/plan-watch.ts';

/** One file's part of a question: statements that see the same moment. */
export interface ReadTask {
  file: string;
  statements: SqlStatement[];
  /** The set of files the plan was made for; only the live file knows whether it still holds. */
  catalogVersion: number | null;
  /** The moment that all slices of a live file must see; null where one statement sees one moment by itself. */
  generation: number | null;
  /** Set to 1 when nobody wants the answer any more. */
  cancel: SharedArrayBuffer | null;
}

export interface ReadResult {
  /** When the reader began, on the clock that threads share. */
  begunAt: number;
  /** False when the set of files, or the moment that was asked for, is gone: plan again. */
  current: boolean;
  answers: { rows: Value[][]; elapsedMs: number }[];
  /** The indexes that the statements went by. */
  indexes: string[];
  /** Statements that SQLite runs in another way than before, or than in another file. */
  planChanges: PlanChange[];
}

/** How far a job has come; total is null while unknown. */
export interface Progress {
  phase: string;
  done: number;
  total: number | null;
  unit: 'rows' | 'bytes' | 'pages' | 'records' | 'steps';
}

/** What travels with a job into the writer: where progress goes, and a flag that asks it to stop. */
export interface JobChannel {
  port: Pick<MessagePort, 'postMessage'>;
  cancel: SharedArrayBuffer;
}
