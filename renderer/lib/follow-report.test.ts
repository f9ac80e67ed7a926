import { expect, test } from 'vitest';
import { AppError } from '../../shared/lib/app-error.ts';
import type { PartialAnswer, ServedAnswer } from '../../shared/query/answer.ts';
import type { Client } from '../transport/client.ts';
import { followReport, type HeldAnswer } from './follow-report.ts';
import { Readings } from './readings.ts';

type Seen =
  | { type: 'partial'; partial: PartialAnswer }
  | { type: 'answer'; answer: ServedAnswer }
  | { type: 'failed'; message: string };

const query = { measures: ['good' as const] };
const answer = { rows: [[7]], cache: 'miss' } as unknown as ServedAnswer;
const stale = { rows: [[6]], cache: 'stale' } as unknown as ServedAnswer;
const partial = (recordsRead: number): Seen => ({
  type: 'partial',
  partial: { shown: null, recordsRead, recordsTotal: 10 },
});

/** A service that sends what it is told to, then what ends it; it ends with the signal as well. */
function fakeService() {
  const asked: { timeLimitSeconds?: number | undefined }[] = [];
  let send = Promise.withResolvers<Seen>();
  async function* stream(signal: AbortSignal) {
    for (;;) {
      const gone = new Promise<never>((_, reject) =>
        signal.addEventListener('abort', () => reject(new AppError('CANCELLED', 'Taken back.'))),
      );
      const seen = await Promise.race([send.promise, gone]);
      send = Promise.withResolvers();
      yield seen;
      if (seen.type === 'failed' || (seen.type === 'answer' && seen.answer.cache !== 'stale')) return;
    }
  }
  const follow = async (input: { timeLimitSeconds?: number }, { signal }: { signal: AbortSignal }) => {
    asked.push(input);
    return stream(signal);
  };
  const settle = () => new Promise((resolve) => setTimeout(resolve));
  return {
    client: { query: { follow } } as unknown as Client,
    asked,
    send: (seen: Seen) => {
      send.resolve(seen);
      return settle();
    },
    fail: (error: Error) => {
      send.reject(error);
      return settle();
    },
  };
}

function ask(
  service: ReturnType<typeof fakeService>,
  readings: Readings,
  { signal = new AbortController().signal, onStale = () => {} }: Partial<Parameters<typeof followReport>[1]> = {},
) {
  return followReport(query, { client: service.client, readings, key: 'q', signal, onStale });
}

test('a reading is told as far as it is, and forgotten with its answer', async () => {
  const [service, readings] = [fakeService(), new Readings()];
  let changes = 0;
  readings.subscribe(() => changes++);
  const asked = ask(service, readings);
  expect(readings.get('q')).toBeNull();
  await service.send(partial(3));
  await service.send(partial(6));
  expect(readings.get('q')).toMatchObject({ state: 'going', partial: { recordsRead: 6 } });
  expect(readings.isAnyGoing()).toBe(true);
  await service.send({ type: 'answer', answer });
  expect(await asked).toBe(answer);
  expect(readings.get('q')).toBeNull();
  expect(changes).toBe(3);
});

test('one that is stopped keeps what it found and fails, and goes on without a limit when that is asked for', async () => {
  const [service, readings] = [fakeService(), new Readings()];
  const stopped = ask(service, readings);
  await service.send(partial(3));
  readings.get('q')?.stop();
  await expect(stopped).rejects.toThrow('The question was stopped');
  expect(readings.get('q')).toMatchObject({ state: 'stopped', partial: { recordsRead: 3 } });
  expect(readings.isAnyGoing()).toBe(false);

  readings.change('q', { toTheEnd: true });
  const again = ask(service, readings);
  expect(readings.get('q')).toMatchObject({ state: 'going', partial: { recordsRead: 3 } });
  await service.send({ type: 'answer', answer });
  expect(await again).toBe(answer);
  expect(service.asked.map(({ timeLimitSeconds }) => timeLimitSeconds)).toEqual([undefined, 0]);
});

test('one that runs out of time keeps what it found; any other failure keeps nothing', async () => {
  const [service, readings] = [fakeService(), new Readings()];
  const late = ask(service, readings);
  await service.send(partial(8));
  const outcome = expect(late).rejects.toMatchObject({ code: 'TIME_LIMIT' });
  await service.fail(new AppError('TIME_LIMIT', 'Too long.'));
  await outcome;
  expect(readings.get('q')).toMatchObject({ state: 'out of time', partial: { recordsRead: 8 } });

  const broken = fakeService();
  const failed = ask(broken, readings);
  const failure = expect(failed).rejects.toThrow('no disk');
  await broken.fail(new Error('no disk'));
  await failure;
  expect(readings.get('q')).toBeNull();
});

test('one that nobody looks at any more is forgotten', async () => {
  const [service, readings] = [fakeService(), new Readings()];
  const gone = new AbortController();
  const asked = ask(service, readings, { signal: gone.signal });
  await service.send(partial(3));
  gone.abort();
  await expect(asked).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readings.get('q')).toBeNull();
});

test('a stale answer is shown until the fresh one is there', async () => {
  const [service, shown] = [fakeService(), [] as HeldAnswer[]];
  const asked = ask(service, new Readings(), { onStale: (held) => shown.push(held) });
  await service.send({ type: 'answer', answer: stale });
  expect(shown).toEqual([stale]);
  await service.send({ type: 'answer', answer });
  expect(await asked).toBe(answer);
  expect(shown).toHaveLength(1);
});

test('a stale answer that cannot be made new stays, with the reason', async () => {
  const service = fakeService();
  const asked = ask(service, new Readings());
  await service.send({ type: 'answer', answer: stale });
  await service.send({ type: 'failed', message: 'The disk is gone.' });
  expect(await asked).toEqual({ ...stale, refreshError: 'The disk is gone.' });
});
