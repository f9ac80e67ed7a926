import { EventEmitter } from 'node:events';
import type { Session, WebContents, WebPreferences } from 'electron';
import { beforeEach, expect, test, vi } from 'vitest';

const created = vi.hoisted(() => [] as { options: { webPreferences: WebPreferences }; window: FakeWindow }[]);

class FakeContents extends EventEmitter {
  openHandler: ((details: { url: string }) => { action: string }) | null = null;
  session = new FakeSession();
  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }) {
    this.openHandler = handler;
  }
}

class FakeSession extends EventEmitter {
  onRequest: ((contents: null, permission: string, answer: (granted: boolean) => void) => void) | null = null;
  onCheck: ((contents: null, permission: string) => boolean) | null = null;
  onDevice: (() => boolean) | null = null;
  setPermissionRequestHandler(handler: FakeSession['onRequest']) {
    this.onRequest = handler;
  }
  setPermissionCheckHandler(handler: FakeSession['onCheck']) {
    this.onCheck = handler;
  }
  setDevicePermissionHandler(handler: FakeSession['onDevice']) {
    this.onDevice = handler;
  }
}

interface FakeWindow {
  loaded: string[];
  shown: boolean;
  emit(event: string): void;
}

vi.mock('electron', () => ({
  protocol: {},
  BrowserWindow: class extends EventEmitter {
    webContents = new FakeContents();
    loaded: string[] = [];
    shown = false;
    constructor(options: { webPreferences: WebPreferences }) {
      super();
      created.push({ options, window: this });
    }
    async loadURL(url: string) {
      this.loaded.push(url);
    }
    show() {
      this.shown = true;
    }
  },
}));

const { denyPermissions, keepInside, openWindow } = await import('./window.ts');
const { windowUrl } = await import('./window-protocol.ts');

beforeEach(() => created.splice(0));

/** Whether the contents' listeners prevented the event. */
function isPrevented(contents: FakeContents, name: string, details: Record<string, unknown> = {}): boolean {
  let prevented = false;
  const event = {
    ...details,
    preventDefault: () => {
      prevented = true;
    },
  };
  contents.emit(name, event);
  return prevented;
}

function guarded(): FakeContents {
  const contents = new FakeContents();
  keepInside(contents as unknown as WebContents);
  return contents;
}

test('the page has no Node, a context of its own and a sandbox', () => {
  openWindow('/app/preload.cjs');
  expect(created[0]?.options.webPreferences).toMatchObject({
    preload: '/app/preload.cjs',
    contextIsolation: true,
    sandbox: true,
    nodeIntegration: false,
    webSecurity: true,
    webviewTag: false,
  });
});

test('the window loads its own page and shows once there is something to see', () => {
  openWindow('/app/preload.cjs');
  expect(created[0]?.window).toMatchObject({ loaded: ['app://throughline/'], shown: false });
  created[0]?.window.emit('ready-to-show');
  expect(created[0]?.window.shown).toBe(true);
});

test.each([
  'https://example.com/',
  'file:///etc/passwd',
  'app://other/',
  'app://throughline/other.html',
  'data:text/html,x',
])('navigating to %s is refused', (url) => {
  expect(isPrevented(guarded(), 'will-navigate', { url })).toBe(true);
});

test('the page may be loaded anew', () => {
  expect(isPrevented(guarded(), 'will-navigate', { url: `${windowUrl}#/records` })).toBe(false);
});

test('frames, redirects, embedded views and new windows are refused', () => {
  const contents = guarded();
  expect(isPrevented(contents, 'will-frame-navigate', { isMainFrame: false })).toBe(true);
  expect(isPrevented(contents, 'will-redirect')).toBe(true);
  expect(isPrevented(contents, 'will-attach-webview')).toBe(true);
  expect(contents.openHandler?.({ url: windowUrl })).toEqual({ action: 'deny' });
});

test('every permission but writing to the clipboard is denied', () => {
  const session = new FakeSession();
  denyPermissions(session as unknown as Session);
  const answers: boolean[] = [];
  for (const permission of ['media', 'geolocation', 'notifications', 'clipboard-read', 'openExternal']) {
    session.onRequest?.(null, permission, (granted) => answers.push(granted));
    answers.push(session.onCheck?.(null, permission) ?? true);
  }
  expect(new Set(answers)).toEqual(new Set([false]));
  expect(session.onDevice?.()).toBe(false);
  expect(session.onCheck?.(null, 'clipboard-sanitized-write')).toBe(true);
});
