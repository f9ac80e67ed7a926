import type { Browser, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { type ServedStore, serveStore } from './store.ts';

test.beforeEach(({ host }) => {
  test.skip(host === 'desktop', 'only the browser host has sessions');
});

/** Serves the store and gives a page to look at it with; both are closed whatever comes of it. */
async function withHost(
  { browser, store }: { browser: Browser; store: string },
  use: (page: Page, served: ServedStore) => Promise<void>,
): Promise<void> {
  const served = await serveStore(store);
  const page = await browser.newPage();
  try {
    await use(page, served);
  } finally {
    await page.close();
    await served.stop();
  }
}

test('the token leaves the address at once, and a reload keeps the session', async ({ browser, store }) => {
  await withHost({ browser, store }, async (page, { url }) => {
    await page.goto(url);
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    expect(page.url()).not.toContain('token');
    await page.reload();
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  });
});

test('an address without its token shows no data', async ({ browser, store }) => {
  await withHost({ browser, store }, async (page, { url }) => {
    await page.goto(new URL('/', url).href);
    await expect(page.getByText('This window belongs to an earlier session')).toBeVisible();
  });
});

test('a window whose host has gone says so', async ({ browser, store }) => {
  await withHost({ browser, store }, async (page, served) => {
    await page.goto(served.url);
    await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
    await served.stop();
    await expect(page.getByText(/The connection is lost/)).toBeVisible();
  });
});
