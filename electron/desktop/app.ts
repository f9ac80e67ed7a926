import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { RPCHandler } from '@orpc/server/message-port';
import { app, type BrowserWindow, dialog, ipcMain, Menu, MessageChannelMain } from 'electron';
import type { CommandId } from '../../shared/commands/registry.ts';
import { type Hosted, HostedStore } from '../service/hosted-store.ts';
import type { Channel } from './channels.ts';
import { chooseFiles, chooseFolder, handOver, openFolder, saveDownload, saveMade } from './dialogs.ts';
import { menuTemplate } from './native-menu.ts';
import { isFromWindow, reply } from './replies.ts';
import { openWindow } from './window.ts';
import { registerWindowScheme, serveWindow } from './window-protocol.ts';

const rendererFolder = fileURLToPath(new URL('../renderer', import.meta.url));
const preloadPath = fileURLToPath(new URL('./preload.cjs', import.meta.url));
const menuChannel: Channel = 'throughline:menu';
const portChannel: Channel = 'throughline:port';

function storeFolder(): string {
  const { values } = parseArgs({ args: process.argv, options: { store: { type: 'string' } }, strict: false });
  return resolve(typeof values.store === 'string' ? values.store : join(homedir(), 'Throughline'));
}

/** Gives the window a MessagePort to the service whenever it asks: at the start and after a reload. */
function connectOnRequest(store: Hosted): void {
  ipcMain.on(portChannel, (event) => {
    if (!isFromWindow(event)) return;
    const { port1, port2 } = new MessageChannelMain();
    new RPCHandler(store.router).upgrade(port1, { context: {} });
    port1.start();
    event.sender.postMessage(portChannel, null, [port2]);
  });
}

function answerWindow(store: Hosted, window: BrowserWindow): void {
  reply('throughline:hand-over', (path) => handOver(store.files, path));
  reply('throughline:choose-files', () => chooseFiles(window, store.files));
  reply('throughline:choose-folder', (from) => chooseFolder(window, from));
  reply('throughline:save-download', (downloadId) => saveDownload(window, store.downloads.get(String(downloadId))));
  reply('throughline:open-report-folder', async (id) => openFolder(await store.reportFolder(String(id))));
  reply('throughline:save-made', (fileName, bytes) => saveMade(window, fileName, bytes));
}

function showMenu(window: BrowserWindow): void {
  const run = (id: CommandId) => (id === 'file.quit' ? app.quit() : window.webContents.send(menuChannel, id));
  const language = app.getLocale().startsWith('ko') ? 'ko' : 'en';
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate({ language, platform: process.platform, run })));
}

/** Keeps the process until the store is closed in order. */
function closeBeforeQuitting(store: Hosted): void {
  let closed = false;
  app.on('window-all-closed', () => app.quit());
  app.on('will-quit', (event) => {
    if (closed) return;
    event.preventDefault();
    void store.close().finally(() => {
      closed = true;
      app.quit();
    });
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => app.quit());
}

async function start(): Promise<void> {
  const store = await HostedStore.open({
    storeFolder: storeFolder(),
    appVersion: app.getVersion(),
    access: 'own',
    keepsSchedule: true,
  });
  closeBeforeQuitting(store);
  serveWindow(rendererFolder);
  connectOnRequest(store);
  const window = openWindow(preloadPath);
  answerWindow(store, window);
  window.on('session-end', () => app.quit()); // who logs off from Windows closes no window first
  store.onReplaced = () => window.webContents.reload();
  showMenu(window);
}

registerWindowScheme();
// Not awaited: Electron is ready only after its main module has been read to its end.
app
  .whenReady()
  .then(start)
  .catch((error: unknown) => {
    dialog.showErrorBox('Throughline', error instanceof Error ? error.message : String(error));
    app.exit(1);
  });
