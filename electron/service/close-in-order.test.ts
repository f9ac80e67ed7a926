import { expect, test } from 'vitest';
import { closeInOrder } from './close-in-order.ts';

test('each is closed when the one before it is', async () => {
  const log: string[] = [];
  const slow = async () => {
    await new Promise(setImmediate);
    log.push('slow');
  };
  await closeInOrder([slow, () => void log.push('quick'), slow]);
  expect(log).toEqual(['slow', 'quick', 'slow']);
});

test('what cannot be closed keeps nothing open that comes after it, and is told', async () => {
  const log: string[] = [];
  const [first, second] = [new Error('The disk is gone.'), new Error('So is the other.')];
  const failing = (error: Error) => async () => {
    throw error;
  };
  await expect(closeInOrder([failing(first), () => void log.push('closed')])).rejects.toBe(first);
  await expect(closeInOrder([failing(first), failing(second), () => void log.push('closed')])).rejects.toMatchObject({
    errors: [first, second],
  });
  expect(log).toEqual(['closed', 'closed']);
});
