import { BrowserWindow, type Session, type WebContents } from 'electron';
import { windowUrl } from './window-protocol.ts';

/** What a page may ask of the system: to put text into the clipboard, as copying from a table does. Nothing else. */
const allowedPermission = 'clipboard-sanitized-write';

/** Opens the window: no Node in it, its own context, sandboxed, and nowhere to go. */
export function openWindow(preloadPath: string): BrowserWindow {
  const window = new BrowserWindow({
    title: 'Throughline',
    width: 1280,
    height: 800,
    minWidth: 900,
    minHeight: 600,
    show: false,
    webPreferences: {
      preload: preloadPath,
      contextIsolation: true,
      sandbox: true,
      nodeIntegration: false,
      webSecurity: true,
      webviewTag: false,
      spellcheck: false,
      navigateOnDragDrop: false,
    },
  });
  window.once('ready-to-show', () => window.show());
  keepInside(window.webContents);
  denyPermissions(window.webContents.session);
  void window.loadURL(windowUrl);
  return window;
}

/** Refuses to leave the window's own page, to open another window and to embed a foreign page. */
export function keepInside(contents: WebContents): void {
  contents.on('will-navigate', (event) => {
    if (event.url.split('#')[0] !== windowUrl) event.preventDefault();
  });
  contents.on('will-frame-navigate', (event) => {
    if (!event.isMainFrame) event.preventDefault();
  });
  contents.on('will-redirect', (event) => event.preventDefault());
  contents.on('will-attach-webview', (event) => event.preventDefault());
  contents.setWindowOpenHandler(() => ({ action: 'deny' }));
}

/** Denies camera, microphone, place, devices and the like, and downloads past the save dialog. */
export function denyPermissions(session: Session): void {
  session.setPermissionRequestHandler((_contents, permission, answer) => answer(permission === allowedPermission));
  session.setPermissionCheckHandler((_contents, permission) => permission === allowedPermission);
  session.setDevicePermissionHandler(() => false);
  session.on('will-download', (event) => event.preventDefault());
}
