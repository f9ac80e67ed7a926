import { isAsyncIterator } from '../../../shared/lib/async-iterator.ts';
import { takenBack } from '../../../shared/lib/taken-back.ts';
import { onBehalfOf, stepsOnBehalfOf } from '../indexes/asking.ts';
import { observeStream } from './observe-stream.ts';
import { type QuestionCall, questionCalls } from './question-calls.ts';
import type { QuestionRecorder } from './question-recorder.ts';

/**
 * Runs a call of the contract, and records it where it is a question: with the time until its answer, which of a stream is
 * the first event that is no partial one. Gives what the call gives and throws what it throws.
 */
export async function recordCall<Result extends { output: unknown }>(
  recorder: QuestionRecorder,
  { path, input }: { path: readonly string[]; input: unknown },
  run: () => PromiseLike<Result> | Result,
): Promise<Result> {
  const call = questionCallOf(path);
  if (!call) return run();
  const startedAt = performance.now();
  const asked = call.asked(input);
  let isOver = false;
  const seen = (told: unknown) => {
    if (isOver) return;
    const facts = call.facts(told);
    isOver = facts !== null;
    if (facts) recorder.answered(asked, startedAt, facts);
  };
  const failed = (error: unknown) => {
    if (!isOver) recorder.ended(asked, startedAt, error);
    isOver = true;
  };
  try {
    const result = await onBehalfOf(asked, run);
    if (!isAsyncIterator(result.output)) {
      seen(result.output);
      return result;
    }
    const watch = { onEvent: seen, onError: failed, onEnd: () => failed(takenBack()) };
    return { ...result, output: observeStream(stepsOnBehalfOf(asked, result.output), watch) };
  } catch (error) {
    failed(error);
    throw error;
  }
}

/** How a call is recorded, null for one that is no question; its input and what it tells have been checked against the contract by then. */
export function questionCallOf([area = '', name = '']: readonly string[]): QuestionCall<unknown, unknown> | null {
  const calls: Record<string, Record<string, unknown>> = questionCalls;
  const call = calls[area]?.[name];
  return (call as QuestionCall<unknown, unknown> | null | undefined) ?? null;
}
