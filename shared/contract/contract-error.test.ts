import { expect, test } from 'vitest';
import { appErrorOf } from './contract-error.ts';

const failure = (message: string, status: number, data: unknown) => Object.assign(new Error(message), { status, data });

test('the code and the sentence of the service are kept', () => {
  const error = appErrorOf(failure('Batch 7 was undone already.', 422, { code: 'NOT_UNDOABLE' }));
  expect(error).toMatchObject({ code: 'NOT_UNDOABLE', message: 'Batch 7 was undone already.' });
});

test('an input that the contract refuses names each fault', () => {
  const issues = [{ path: ['limit'], message: 'Too big' }];
  const error = appErrorOf(failure('Input validation failed', 400, { issues }));
  expect(error).toMatchObject({ code: 'INVALID_ARGUMENT', message: 'Input validation failed: limit Too big.' });
});

test('a fault of the service is unexpected', () => {
  expect(appErrorOf(failure('Internal server error', 500, undefined))?.code).toBe('UNEXPECTED');
});

test('what is no answer of the service is not taken for one', () => {
  expect(appErrorOf(new Error('socket closed'))).toBeNull();
});
