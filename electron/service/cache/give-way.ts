import { isAsyncIterator } from '../../../shared/lib/async-iterator.ts';
import { observeStream } from '../monitor/observe-stream.ts';
import { questionCallOf } from '../monitor/record-calls.ts';
import type { Warming } from './warming.ts';

/** Runs a call of the contract, to which warming gives way from its beginning to its end where it is a question. */
export async function giveWay<Result extends { output: unknown }>(
  warming: Warming,
  { path, input }: { path: readonly string[]; input: unknown },
  run: () => PromiseLike<Result> | Result,
): Promise<Result> {
  const call = questionCallOf(path);
  if (!call) return run();
  const leave = warming.asked(call.asked(input));
  try {
    const result = await run();
    if (!isAsyncIterator(result.output)) {
      leave();
      return result;
    }
    return { ...result, output: observeStream(result.output, { onEvent() {}, onError: leave, onEnd: leave }) };
  } catch (error) {
    leave();
    throw error;
  }
}
