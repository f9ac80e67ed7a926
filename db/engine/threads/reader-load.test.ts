import { expect, test } from 'vitest';
import { ReaderLoad } from './reader-load.ts';

test('counts a task until it is done, well or not', async () => {
  const load = new ReaderLoad();
  const [well, badly] = [Promise.withResolvers<string>(), Promise.withResolvers<string>()];
  const both = [load.during(well.promise), load.during(badly.promise)];
  expect(load.tasks).toBe(2);
  well.resolve('answer');
  badly.reject(new Error('no'));
  expect(await Promise.allSettled(both)).toMatchObject([{ value: 'answer' }, { reason: new Error('no') }]);
  expect(load.tasks).toBe(0);
});

test('tells the longest wait of the last hour alone', () => {
  let minute = 10;
  const load = new ReaderLoad(() => minute * 60_000);
  expect(load.longestWaitMs()).toBe(0);
  load.waited(40);
  load.waited(5);
  minute = 30;
  load.waited(7);
  load.waited(9);
  expect(load.longestWaitMs()).toBe(40);
  minute = 69;
  expect(load.longestWaitMs()).toBe(40);
  minute = 70;
  expect(load.longestWaitMs()).toBe(9);
  minute = 90;
  expect(load.longestWaitMs()).toBe(0);
});
