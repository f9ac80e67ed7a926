/** Who asks: the question on whose behalf something runs, so that what statements go by can be told of it. */
import { AsyncLocalStorage } from 'node:async_hooks';
import type { Question } from '../monitor/question-run.ts';

const asking = new AsyncLocalStorage<Question | undefined>();

/** The question that is being answered here; undefined where nobody asked. */
export function questionAsked(): Question | undefined {
  return asking.getStore();
}

/** Does what a question asks for. */
export function onBehalfOf<Result>(question: Question, work: () => Result): Result {
  return asking.run(question, work);
}

/** Does what nobody asks for, though it may begin while a question is answered. */
export function onNobodysBehalf<Result>(work: () => Result): Result {
  return asking.run(undefined, work);
}

/** A stream each of whose steps is done for a question; a generator goes on in the context of whoever takes the next step. */
export function stepsOnBehalfOf<Event>(question: Question, stream: AsyncIterator<Event>): AsyncIterator<Event> {
  return {
    next: () => onBehalfOf(question, () => stream.next()),
    return: async (value) => (await stream.return?.(value)) ?? { done: true, value },
  };
}
