import type { Waiter } from './shared-work.ts';

/** What one who follows work sees of it: now and then what is known so far, and the result at the end. */
export type Followed<Result, Part> = { type: 'part'; part: Part } | { type: 'result'; result: Result };

/**
 * Work as a stream. Whoever is slow to take a part gets the newest one next and never those in between; whoever
 * stops taking has gone, as when `signal` aborts. Throws what the work throws.
 */
export async function* followWork<Result, Part>(
  signal: AbortSignal | undefined,
  work: (waiter: Waiter<Part>) => Promise<Result>,
): AsyncGenerator<Followed<Result, Part>, void, undefined> {
  const gone = new AbortController();
  let latest: { part: Part } | null = null;
  let news = Promise.withResolvers<void>();
  const onPartial = (part: Part) => {
    latest = { part };
    news.resolve();
  };
  const takePart = () => {
    const taken = latest;
    latest = null;
    news = Promise.withResolvers();
    return taken;
  };
  const result = work({ signal: signal ? AbortSignal.any([signal, gone.signal]) : gone.signal, onPartial });
  const over = result.then(
    () => true,
    () => true, // thrown below, where the result is awaited
  );
  try {
    while (!(await Promise.race([over, news.promise.then(() => false)]))) {
      const taken = takePart();
      if (taken) yield { type: 'part', part: taken.part };
    }
    yield { type: 'result', result: await result };
  } finally {
    gone.abort();
  }
}
