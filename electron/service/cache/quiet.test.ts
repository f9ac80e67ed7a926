import { expect, test } from 'vitest';
import { Quiet } from './quiet.ts';

test('it is quiet once the last one has the answer, and not before', async () => {
  const quiet = new Quiet(() => 0);
  const [first, second] = [quiet.disturb(), quiet.disturb()];
  let isQuiet = false;
  const waited = quiet.wait().then(() => {
    isQuiet = true;
  });
  first();
  first(); // again, and nobody else has gone by it
  await Promise.resolve();
  expect(isQuiet).toBe(false);
  second();
  await waited;
});

test('who asks stops what goes on, and what begins after that goes on', async () => {
  const quiet = new Quiet(() => 0);
  const before = await quiet.wait();
  expect(before.aborted).toBe(false);
  quiet.disturb()();
  expect(before.aborted).toBe(true);
  expect((await quiet.wait()).aborted).toBe(false);
});

test('it has been calm since the last answer, and not at all while somebody waits for one', () => {
  let elapsed = 1_000;
  const quiet = new Quiet(() => elapsed);
  elapsed = 1_400;
  expect(quiet.calmMs()).toBe(400);
  const [first, second] = [quiet.disturb(), quiet.disturb()];
  elapsed = 2_000;
  first();
  expect(quiet.calmMs()).toBe(0);
  second();
  elapsed = 2_300;
  expect(quiet.calmMs()).toBe(300);
});
