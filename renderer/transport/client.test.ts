import { expect, test, vi } from 'vitest';
import { type ConnectionState, createClient } from './client.ts';
import { type ContractLink, type Platform, SessionRefusedError } from './platform.ts';

type Answer = (path: readonly string[]) => Promise<unknown>;

/** A platform whose connections are opened one after the other and can be cut. */
function platformOf(answers: (Answer | Error)[]): Platform & { cut: () => void } {
  let cut = () => {};
  return {
    kind: 'browser',
    async connect(): Promise<ContractLink> {
      const answer = answers.shift();
      if (!answer || answer instanceof Error) throw answer ?? new Error('no answer');
      const closed = new Promise<void>((resolve) => {
        cut = resolve;
      });
      return { link: { call: (path) => answer(path) }, closed };
    },
    chooseFiles: async () => [],
    handOver: async () => ({ fileId: '', name: '' }),
    saveDownload: async () => true,
    saveMade: async () => true,
    onMenuCommand: () => () => {},
    cut: () => cut(),
  };
}

test('a refusal of the service arrives with its code and its sentence', async () => {
  const refusal = Object.assign(new Error('There is no record 7.'), { status: 422, data: { code: 'NOT_FOUND' } });
  const client = await createClient(platformOf([() => Promise.reject(refusal)]));
  await expect(client.records.get({ id: 7 })).rejects.toMatchObject({
    code: 'NOT_FOUND',
    message: 'There is no record 7.',
  });
});

test('a lost connection is said, tried again until the host is back, and then used', async () => {
  vi.useFakeTimers();
  const states: ConnectionState[] = [];
  const platform = platformOf([async () => 'first', new Error('down'), new Error('down'), async () => 'second']);
  const client = await createClient(platform, (state) => states.push(state));
  expect(await client.store.status()).toBe('first');
  platform.cut();
  await vi.advanceTimersByTimeAsync(100);
  await expect(client.store.status()).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await client.store.status()).toBe('second');
  expect(states).toEqual(['connected', 'lost', 'connected']);
  vi.useRealTimers();
});

test('a session that the host no longer knows is not tried again', async () => {
  vi.useFakeTimers();
  const states: ConnectionState[] = [];
  const platform = platformOf([async () => 'first', new SessionRefusedError('gone'), async () => 'never']);
  await createClient(platform, (state) => states.push(state));
  platform.cut();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(states).toEqual(['connected', 'lost', 'refused']);
  vi.useRealTimers();
});

test('a call that was under way when the connection broke fails as lost', async () => {
  let fail = (_: Error) => {};
  const platform = platformOf([() => new Promise((_, reject) => (fail = reject))]);
  const client = await createClient(platform);
  const call = client.store.status();
  await Promise.resolve();
  platform.cut();
  await Promise.resolve();
  await Promise.resolve();
  fail(new Error('[AsyncIdQueue] Queue was closed'));
  await expect(call).rejects.toMatchObject({ code: 'CONNECTION_LOST' });
});

test('events are passed on as they come, and a break in the stream is a lost connection', async () => {
  async function* events() {
    yield 1;
    throw Object.assign(new Error('The disk is full.'), { status: 422, data: { code: 'DISK_FULL' } });
  }
  const client = await createClient(platformOf([async () => events()]));
  const stream = await client.events();
  expect((await stream.next()).value).toBe(1);
  await expect(stream.next()).rejects.toMatchObject({ code: 'DISK_FULL' });
});
