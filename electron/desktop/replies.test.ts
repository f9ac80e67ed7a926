import type { IpcMainInvokeEvent } from 'electron';
import { expect, test, vi } from 'vitest';
import { AppError } from '../../shared/lib/app-error.ts';

type Handler = (event: unknown, ...args: unknown[]) => Promise<unknown>;
const handlers = vi.hoisted(() => new Map<string, Handler>());
vi.mock('electron', () => ({
  protocol: {},
  ipcMain: { handle: (channel: string, handler: Handler) => handlers.set(channel, handler) },
}));

const { isFromWindow, reply } = await import('./replies.ts');

const fromWindow = { senderFrame: { parent: null, origin: 'app://throughline' } };

test.each([
  ['a frame that is gone', null],
  ['a frame within the page', { parent: {}, origin: 'app://throughline' }],
  ['another page', { parent: null, origin: 'https://example.com' }],
])('%s is not the window', (_what, senderFrame) => {
  expect(isFromWindow({ senderFrame } as IpcMainInvokeEvent)).toBe(false);
});

test('the window is answered, and a stranger is not', async () => {
  const answer = vi.fn(async () => 7);
  reply('throughline:choose-files', answer);
  const handler = handlers.get('throughline:choose-files');
  expect(await handler?.(fromWindow)).toEqual({ value: 7 });
  await expect(handler?.({ senderFrame: null })).rejects.toThrow(/outside the window/);
  expect(answer).toHaveBeenCalledTimes(1);
});

test('what goes wrong arrives with its code and its sentence', async () => {
  reply('throughline:save-download', () => {
    throw new AppError('NOT_FOUND', 'This export is gone. Export it again.');
  });
  expect(await handlers.get('throughline:save-download')?.(fromWindow)).toEqual({
    error: { code: 'NOT_FOUND', message: 'This export is gone. Export it again.' },
  });
});
