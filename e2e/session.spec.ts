import { chromium, type Page } from '@playwright/test';
import { findChromium } from '../scripts/chromium.ts';
import { expect, test } from './fixtures.ts';
import { serveStore } from './store.ts';

test.beforeEach(({ host }) => {
  test.skip(host === 'desktop', 'only the browser host has sessions');
});

async function inBrowser(use: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath: findChromium() ?? undefined });
  try {
    await use(await browser.newPage());
  } finally {
    await browser.close();
  }
}

test('the token leaves the address at once, and a reload keeps the session', async ({ store }) => {
  const served = await serveStore(store);
  await inBrowser(async (page) => {
    await page.goto(served.url);
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    expect(page.url()).not.toContain('token');
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  });
  await served.stop();
});

test('an address without its token shows no data', async ({ store }) => {
  const served = await serveStore(store);
  await inBrowser(async (page) => {
    await page.goto(new URL('/', served.url).href);
    await expect(page.getByText('This window belongs to an earlier session')).toBeVisible();
  });
  await served.stop();
});

test('a window whose host has gone says so', async ({ store }) => {
  const served = await serveStore(store);
  await inBrowser(async (page) => {
    await page.goto(served.url);
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await served.stop();
    await expect(page.getByText(/The connection is lost/)).toBeVisible();
  });
});
