/** What readers are asked in the course of some work, however deep in it: for who wants to know how an answer came about. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { PlanSummary } from '../../shared/query/answer.ts';
import type { SqlStatement } from '../dialects/sqlite/report.ts';
import { lengthOf, sharedNow } from './step-clock.ts';
import type { ReadResult } from './threads/tasks.ts';

interface TracedRead {
  file: string;
  statements: readonly SqlStatement[];
  answers: ReadResult['answers'];
}

interface Span {
  askedAt: number;
  begunAt: number;
  receivedAt: number;
}

interface Trace {
  reads: TracedRead[];
  spans: Span[];
}

const traces = new AsyncLocalStorage<Trace>();

/** Notes a piece of work that a reader was asked for and gives now; nothing where nobody traces. */
export function tracePiece(askedAt: number, begunAt: number): void {
  traces.getStore()?.spans.push({ askedAt, begunAt, receivedAt: sharedNow() });
}

/** Notes what a file was asked, and its answers; nothing where nobody traces. */
export function traceRead(read: TracedRead): void {
  traces.getStore()?.reads.push(read);
}

export interface Traced<Result> {
  result: Result;
  reads: readonly TracedRead[];
  elapsedMs: number;
  /** Longest wait for a reader. */
  waitMs: number;
  /** Pieces of work that readers took. */
  slices: number;
  steps: PlanSummary['steps'];
}

/** Does some work and tells what readers were asked meanwhile. Throws what the work throws. */
export async function traced<Result>(work: () => Promise<Result>): Promise<Traced<Result>> {
  const trace: Trace = { reads: [], spans: [] };
  const from = sharedNow();
  const result = await traces.run(trace, work);
  const elapsedMs = sharedNow() - from;
  const { reads, spans } = trace;
  return {
    result,
    reads,
    elapsedMs,
    waitMs: Math.max(0, ...spans.map(({ askedAt, begunAt }) => begunAt - askedAt)),
    slices: spans.length,
    steps: stepsOf(spans, elapsedMs),
  };
}

/** The time of the whole, each moment of it once: reading while any reader is at work, else waiting for one, else the rest. */
function stepsOf(spans: readonly Span[], elapsedMs: number): PlanSummary['steps'] {
  const read = lengthOf(spans.map(({ begunAt, receivedAt }) => [begunAt, receivedAt]));
  const asked = lengthOf(spans.map(({ askedAt, receivedAt }) => [askedAt, receivedAt]));
  return [
    { step: 'wait' as const, elapsedMs: Math.max(0, asked - read) },
    { step: 'read' as const, elapsedMs: read },
    { step: 'finish' as const, elapsedMs: Math.max(0, elapsedMs - Math.max(asked, read)) },
  ].filter((step) => step.elapsedMs > 0);
}
