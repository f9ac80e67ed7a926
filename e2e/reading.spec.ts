import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { whileSlow } from './slow-down.ts';
import { goTo } from './steps.ts';
import { cli, generate } from './store.ts';

/**
 * Fills a store with as many records as take a moment to read, and gives the address of a question that reads them all:
 * for the newest lot and for records without one. Lots are in no rollup and no column, and 'not recorded' is in no index.
 */
async function fill(store: string): Promise<(from: string) => string> {
  await generate(store, '--records', '1200000', '--from', '2022-01-01', '--to', '2024-12-31');
  await cli(store, 'archive', '--year', '2022');
  const { rows } = (await cli(store, 'records', '--limit', '1')) as { rows: { lotNumber: string }[] };
  return (from) => {
    const params = new URLSearchParams({ from, to: '2024-12-31' });
    for (const lot of ['~', rows[0]?.lotNumber ?? '']) params.append('f.lot', lot);
    return `#/overview?${params}`;
  };
}

async function open(page: Page, hash: string): Promise<void> {
  await goTo(page, hash);
}

test('a long reading shows what it has found and how far it is, can be stopped, and be read to its end', async ({
  store,
  openApp,
}) => {
  const longQuestion = await fill(store);
  const { page, pid } = await openApp();
  const panel = page.getByRole('region', { name: 'Which line made what?' });
  await expect(panel.getByRole('table')).toBeVisible();

  const progress = page.waitForFunction(() => {
    const region = [...document.querySelectorAll('section')].find((each) => each.textContent?.startsWith('Which line'));
    const words = /Read \S+ of 1\.2M records/.exec(region?.textContent ?? '')?.[0];
    return words !== undefined && region?.querySelector('table') !== null && words;
  });
  const announced = page.waitForFunction(() =>
    [...document.querySelectorAll('[role=status]')].some((each) =>
      each.textContent?.startsWith('Records are being read'),
    ),
  );
  await whileSlow(pid, async () => {
    await open(page, longQuestion('2022-01-01'));
    await Promise.all([progress, announced]);
  });
  await expect(page.getByText(/^Read \S+ of 1\.2M records/)).toHaveCount(0);
  await expect(panel.getByRole('table').getByRole('row')).toHaveCount(2);
  await expect(page.getByText('Records are being read')).toHaveCount(0);

  const trend = page.getByRole('region', { name: 'How much was made?' });
  const stopped = page.waitForFunction(() => {
    const stop = document.querySelector<HTMLElement>('[aria-label="Stop: How much was made?"]');
    stop?.click();
    return stop !== null;
  });
  await whileSlow(pid, async () => {
    await open(page, longQuestion('2022-01-02'));
    await stopped;
    await expect(trend.getByText(/^Incomplete: stopped after \S+ of 1\.2M records$/)).toBeVisible();
  });
  await expect(page.getByText(/^Read \S+ of 1\.2M records/)).toHaveCount(0);
  await expect(page.locator('[data-dimmed="true"]')).toHaveCount(0);
  expect(await axeFaults(page)).toEqual([]);
  await trend.getByRole('button', { name: /^Read all/ }).click();
  await expect(trend.getByText(/^Incomplete/)).toHaveCount(0);
  await expect(trend.getByText(/by (month|quarter)$/)).toBeVisible();
});

test('a text that no index knows is looked for with what was found so far in sight, and counted', async ({
  store,
  openApp,
}) => {
  await generate(store, '--records', '1200000', '--from', '2022-01-01', '--to', '2024-12-31');
  const { page, pid } = await openApp();
  const seen = (words: RegExp) =>
    page.waitForFunction(
      (source) => new RegExp(source).test(document.querySelector('main')?.textContent ?? ''),
      words.source,
    );

  const looking = seen(/0 found so far\s*Read \S+ of 1\.2M records/);
  await whileSlow(pid, async () => {
    await open(page, '#/records?range=all&search=%C2%A7'); // a paragraph sign, which no record has
    await looking;
  });
  await expect(page.getByText('No record matches')).toBeVisible();

  await open(page, '#/records?range=all&search=1');
  await expect(page.getByRole('grid').getByRole('row').nth(5)).toBeVisible();
  await expect(page.getByText(/^[1-9][\d,]* records found$/)).toBeVisible();
  expect(await axeFaults(page)).toEqual([]);
});

test('the time limit of a question is a setting that stays', async ({ openApp }) => {
  const first = await openApp();
  await expect(first.page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await first.page.keyboard.press('Control+,');
  const limit = first.page.getByRole('textbox', { name: 'Time limit of a question' });
  await expect(limit).toHaveValue('60');
  await limit.fill('300');
  await first.page.getByRole('searchbox', { name: 'Search settings' }).fill('backup');
  await expect(first.page.getByRole('textbox', { name: 'Backup overdue' })).toBeVisible();
  await expect(limit, 'a setting that the search does not find').toBeHidden();
  expect(await axeFaults(first.page)).toEqual([]);
  await first.page.getByRole('button', { name: 'Save settings' }).click();
  await expect(first.page.getByRole('dialog')).toHaveCount(0);
  await first.close();
  const { page } = await openApp();
  await expect(page.getByRole('navigation', { name: 'Screens' })).toBeVisible();
  await page.keyboard.press('Control+,');
  await expect(page.getByRole('textbox', { name: 'Time limit of a question' })).toHaveValue('300');
});
