import { isAppError } from '../../shared/lib/app-error.ts';
import type { ServedAnswer } from '../../shared/query/answer.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import type { Client } from '../transport/client.ts';
import type { Readings } from './readings.ts';

/** An answer as held by the window; `refreshError` says why a stale one could not be made new. */
export type HeldAnswer = ServedAnswer & { refreshError?: string };

/** What a question ends with that a person stopped. */
class StoppedError extends Error {
  override readonly name = 'StoppedError';

  constructor(cause: unknown) {
    super('The question was stopped; nothing was changed. Ask again to read from the beginning.', { cause });
  }
}

interface FollowOptions {
  client: Client;
  readings: Readings;
  /** The question's place among the readings. */
  key: string;
  /** Aborts when nobody looks any more. */
  signal: AbortSignal;
  /** Told of an answer that is not the newest, to be shown until that is there. */
  onStale: (answer: HeldAnswer) => void;
}

/**
 * Asks a report and keeps `readings` up to date with what is known of it. Going on with it is what keeps the service at making
 * a stale answer new; where that fails, the stale one is what there is. One that is stopped, by a person or by the
 * time limit, stays there with what it had found; it fails all the same, as it is no answer.
 */
export async function followReport(
  query: ReportQueryInput,
  { client, readings, key, signal, onStale }: FollowOptions,
): Promise<HeldAnswer> {
  const stopped = new AbortController();
  const toTheEnd = readings.get(key)?.toTheEnd ?? false;
  readings.change(key, { state: 'going', stop: () => stopped.abort() });
  try {
    const asked = { query, ...(toTheEnd ? { timeLimitSeconds: 0 } : {}) };
    const seen = await client.query.follow(asked, { signal: AbortSignal.any([signal, stopped.signal]) });
    let stale: HeldAnswer | null = null;
    for await (const each of seen) {
      if (each.type === 'partial') {
        readings.set(key, { partial: each.partial, state: 'going', stop: () => stopped.abort(), toTheEnd });
        continue;
      }
      readings.forget(key);
      if (each.type === 'failed') return { ...orThrow(stale), refreshError: each.message };
      if (each.answer.cache !== 'stale') return each.answer;
      stale = each.answer;
      onStale(stale);
    }
    return orThrow(stale); // cut short, as when the service closes
  } catch (error) {
    if (stopped.signal.aborted) {
      readings.change(key, { state: 'stopped', toTheEnd: false });
      throw new StoppedError(error);
    }
    if (isAppError(error) && error.code === 'TIME_LIMIT') readings.change(key, { state: 'out of time' });
    else readings.forget(key);
    throw error;
  }
}

function orThrow(answer: HeldAnswer | null): HeldAnswer {
  if (!answer) throw new Error('The question ended without an answer.');
  return answer;
}
