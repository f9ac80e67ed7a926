import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

test('the palette loses no key, however fast it is typed into, and gives the focus back', async ({
  openApp,
  store,
}) => {
  await cli(store, 'generate', '--records', '500', '--from', '2025-01-01', '--to', '2025-03-31', '--seed', '3');
  const { page } = await openApp();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText('Overview');
  for (const [typed, screen] of [
    ['recor', 'Records'],
    ['maint', 'Maintenance'],
    ['overv', 'Overview'],
  ] as const) {
    await page.keyboard.press('Control+k');
    await page.keyboard.type(typed);
    await page.keyboard.press('Enter');
    await expect(heading).toHaveText(screen);
  }

  const link = page.getByRole('link', { name: 'Overview' });
  await link.focus();
  await page.keyboard.press('Control+k');
  await expect(page.getByRole('combobox', { name: 'Search commands' })).toBeFocused();
  await page.keyboard.type('nothing of that name');
  await expect(page.getByText('No command by that name')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();
});

test('a job that is over at once is told of all the same', async ({ openApp, store }) => {
  await cli(store, 'generate', '--records', '500', '--from', '2025-01-01', '--to', '2025-03-31', '--seed', '3');
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.keyboard.type('integr');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Jobs', exact: true })).toContainText('All is sound: 500 records');
});
