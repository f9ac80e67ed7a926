import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { runCommand } from './steps.ts';
import { cli, generate } from './store.ts';

const plant = ['--records', '2000', '--from', '2025-01-01', '--to', '2025-03-31', '--seed', '3'];

test('the palette loses no key, however fast it is typed into, and gives the focus back', async ({
  openApp,
  store,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  const heading = page.getByRole('heading', { level: 1 });
  const palette = page.getByRole('combobox', { name: 'Search commands' });
  await expect(heading).toHaveText('Overview');
  for (const [typed, screen] of [
    ['recor', 'Records'],
    ['maint', 'Maintenance'],
    ['overv', 'Overview'],
  ] as const) {
    await runCommand(page, typed);
    await expect(heading).toHaveText(screen);
  }

  const link = page.getByRole('link', { name: 'Overview' });
  await link.focus();
  await page.keyboard.press('Control+k');
  await expect(palette).toBeFocused();
  await page.keyboard.type('nothing of that name');
  await expect(page.getByText('Nothing has this in its name')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(link).toBeFocused();

  await runCommand(page, 'integr');
  // A job that is over at once is told of all the same.
  await expect(page.getByRole('region', { name: 'Jobs', exact: true })).toContainText('All is sound: 2,000 records');
});

test('items, lines, lots and saved views are found by a part of their name, and what was chosen of late comes first', async ({
  openApp,
  store,
}) => {
  await generate(store, ...plant);
  const asked = await cli(
    store,
    'query',
    JSON.stringify({ measures: ['good'], dimensions: ['item', 'line', 'lot'], limit: 1 }),
  );
  const [item, line, lot] = (asked.rows as string[][])[0] ?? [];
  if (!item || !line || !lot) throw new Error('The sample plant has items, lines and lots');
  const { page } = await openApp();
  const heading = page.getByRole('heading', { level: 1 });
  const list = page.getByRole('listbox', { name: 'What was found' });
  await expect(heading).toHaveText('Overview');

  // In one go: Enter waits for what is asked for.
  await runCommand(page, lot);
  await expect(page.getByRole('heading', { level: 2, name: `Lot ${lot}` })).toBeVisible();
  await page.keyboard.press('Alt+1');
  await expect(heading).toHaveText('Overview');

  await page.keyboard.press('Control+k');
  await page.keyboard.type(item.slice(0, -1));
  await expect(list.getByRole('group', { name: 'Items' }).getByRole('option').first()).toBeVisible();
  await page.getByRole('combobox', { name: 'Search commands' }).fill(item);
  await expect(page.getByRole('option', { selected: true })).toContainText(item);
  expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`f\\.item=${encodeURIComponent(item)}`));
  await expect(heading).toHaveText('Overview');

  // A screen to which no filter applies gives way to one that shows it.
  await page.keyboard.press('Alt+9');
  await expect(heading).toHaveText('Maintenance');
  await page.keyboard.press('Control+k');
  await page.keyboard.type(line);
  await list.getByRole('group', { name: 'Lines' }).getByRole('option', { name: line }).first().click();
  await expect(heading).toHaveText('Overview');
  await expect(page).toHaveURL(/f\.line=/);

  await page.keyboard.press('Alt+2');
  await expect(heading).toHaveText('Explore');
  await runCommand(page, 'save this view');
  await page.getByRole('textbox', { name: 'Name' }).fill('Good parts of one lot');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Alt+1');
  await expect(heading).toHaveText('Overview');
  await runCommand(page, 'one lot');
  await expect(heading).toHaveText('Explore');

  await page.keyboard.press('Control+k');
  const recent = list.getByRole('group', { name: 'Chosen of late' }).getByRole('option');
  await expect(recent).toContainText(['Good parts of one lot', 'view', line, item, lot]);
  await expect(recent.first()).toHaveAttribute('aria-selected', 'true');
});

test('keys are sought in one sheet, settings by what people call them, and a region holds at once', async ({
  openApp,
  store,
}) => {
  await generate(store, ...plant);
  const { page } = await openApp();
  const range = page.getByRole('button', { name: /Production dates/ });
  await expect(range).toContainText('31 Mar 2025');
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' });
  await expect(sheet.getByRole('region', { name: 'In charts' })).toContainText('Choose a stretch of time');
  await page.keyboard.type('ctrl k');
  await expect(sheet.getByRole('term')).toContainText(['Command palette']);
  expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await expect(sheet).toBeHidden();

  await page.keyboard.press('Control+,');
  const settings = page.getByRole('dialog', { name: 'Settings' });
  await settings.getByRole('searchbox', { name: 'Search settings' }).fill('캐시 용량');
  await expect(settings.getByLabel('Memory for answers')).toBeVisible();
  await settings.getByRole('searchbox', { name: 'Search settings' }).fill('decimal comma');
  await settings.getByRole('combobox', { name: 'Numbers and dates as in' }).click();
  await page.getByRole('option', { name: /United States: Mar 31, 2024, 1,234\.5/ }).click();
  await expect(range).toContainText('Mar 31, 2025');
  expect(await axeFaults(page, '[role=dialog]')).toEqual([]);
  await page.keyboard.press('Escape');
  await page.reload();
  await expect(range, 'also the next time').toContainText('Mar 31, 2025');
});
