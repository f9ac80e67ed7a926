import { type IpcMainEvent, type IpcMainInvokeEvent, ipcMain } from 'electron';
import type { BridgeReply } from '../../shared/contract/desktop-bridge.ts';
import { isAppError } from '../../shared/lib/app-error.ts';
import type { Channel } from './channels.ts';
import { windowOrigin } from './window-protocol.ts';

/** Whether a message comes from the window's own page, and not from a frame within it or a page put in its place. */
export function isFromWindow({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && senderFrame.origin === windowOrigin;
}

/** Answers requests of the window on a channel. What goes wrong is answered in words; strangers are not answered. */
export function reply<T>(channel: Channel, answer: (...args: unknown[]) => Promise<T> | T): void {
  ipcMain.handle(channel, async (event, ...args): Promise<BridgeReply<T>> => {
    if (!isFromWindow(event)) throw new Error(`${channel} was asked for from outside the window.`);
    try {
      return { value: await answer(...args) };
    } catch (error) {
      const message = error instanceof Error ? error.message : String(error);
      return { error: { code: isAppError(error) ? error.code : 'UNEXPECTED', message } };
    }
  });
}
