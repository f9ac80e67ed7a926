import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { _electron, type Browser, type BrowserContextOptions, test as base, type Page } from '@playwright/test';
import { findElectron, noDesktopReason } from '../scripts/electron-runtime.ts';
import { root, serveStore } from './store.ts';

export interface HostOptions {
  host: 'browser' | 'desktop';
}

/** The program, open on a store of this test's own. */
export interface OpenApp {
  page: Page;
  /** Process that answers. */
  pid: number | undefined;
  close(): Promise<void>;
}

interface Fixtures {
  /** Folder of a store that is not there yet. */
  store: string;
  /** Opens the program on the store; again after closing, it is a restart. */
  openApp: () => Promise<OpenApp>;
  /** Everything that went wrong in the page. */
  faults: string[];
}

export const test = base.extend<Fixtures & HostOptions>({
  host: ['browser', { option: true }],

  // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the needs of a fixture from this pattern.
  store: async ({}, use) => {
    const folder = await mkdtemp(join(tmpdir(), 'throughline-e2e-'));
    await use(join(folder, 'store'));
    await rm(folder, { recursive: true, force: true });
  },

  // biome-ignore lint/correctness/noEmptyPattern: as above
  faults: async ({}, use) => {
    const faults: string[] = [];
    await use(faults);
    expect(faults, 'nothing went wrong in the page').toEqual([]);
  },

  openApp: async ({ browser, host, store, faults, viewport, locale, timezoneId }, use, testInfo) => {
    const electron = findElectron();
    const obstacle = host === 'desktop' ? (electron ? noDesktopReason() : 'no Electron runtime') : null;
    testInfo.skip(obstacle !== null, `skipped: ${obstacle}`);
    const open = new Set<OpenApp>();
    const context = { viewport, locale, timezoneId, acceptDownloads: true };
    await use(async () => {
      const app =
        host === 'browser' ? await openInBrowser(browser, store, context) : await openOnDesktop(electron ?? '', store);
      watch(app.page, faults);
      open.add(app);
      await app.page.locator(ANY_SCREEN).first().waitFor();
      return {
        page: app.page,
        pid: app.pid,
        async close() {
          open.delete(app);
          await app.close();
        },
      };
    });
    const failed = testInfo.status !== testInfo.expectedStatus;
    for (const app of open) {
      if (failed) await app.page.screenshot({ path: testInfo.outputPath('failure.png') });
      await app.close();
    }
  },
});

export const expect = test.expect;

/** A screen, one for a store that cannot be opened, or a failure: keys that are pressed before there is one are lost. */
const ANY_SCREEN = '#content, main[role=alert], main:has(button)';

async function openInBrowser(browser: Browser, store: string, options: BrowserContextOptions): Promise<OpenApp> {
  const [context, served] = await Promise.all([browser.newContext(options), serveStore(store)]);
  const page = await context.newPage();
  await page.goto(served.url);
  return {
    page,
    pid: served.pid,
    async close() {
      await context.close();
      await served.stop();
    },
  };
}

async function openOnDesktop(executablePath: string, store: string): Promise<OpenApp> {
  const app = await _electron.launch({ executablePath, args: [root, '--store', store] });
  return { page: await app.firstWindow(), pid: app.process().pid, close: () => app.close() };
}

function watch(page: Page, faults: string[]): void {
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(message.text());
  });
}
