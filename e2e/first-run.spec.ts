import { expect, test } from './fixtures.ts';

test('an empty store offers to import a file and to open the sample plant', async ({ openApp }) => {
  const { page } = await openApp();
  const main = page.getByRole('main');
  await expect(main.getByRole('button', { name: 'Import a file' })).toBeVisible();
  await expect(main.getByRole('button', { name: 'Open the sample plant' })).toBeVisible();
  await page.screenshot({ path: 'test-results/screenshots/first-run.png' });
});
