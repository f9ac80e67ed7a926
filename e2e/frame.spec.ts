import { expect, test } from './fixtures.ts';
import { goTo, runCommand, turnThemeAndLanguage } from './steps.ts';
import { generate } from './store.ts';

test.beforeEach(async ({ store }) => {
  await generate(store, '--records', '2000', '--from', '2025-01-01', '--to', '2025-12-31', '--seed', '3');
});

test('periods of the trend are chosen by keyboard as by pointer', async ({ openApp }) => {
  const { page } = await openApp();
  await page.getByRole('application', { name: /How much was made/ }).focus();
  for (const key of ['ArrowRight', 'Shift+ArrowRight', 'Enter']) await page.keyboard.press(key);
  await expect(page.getByRole('button', { name: /Production dates/ })).toContainText('1 Feb – 31 Mar 2025');
});

test('range and filters stay in view, and wait, where they do not apply', async ({ openApp }) => {
  const { page } = await openApp();
  const range = page.getByRole('button', { name: /Production dates/ });
  await page.getByRole('region', { name: 'Which line made what?' }).getByRole('button', { name: 'Press 1' }).click();
  const before = await range.boundingBox();
  await page.getByRole('link', { name: 'Maintenance' }).click();
  await expect(range).toBeDisabled();
  await expect(page.getByText('Not for this screen')).toBeVisible();
  expect(await range.boundingBox(), 'nothing moves between screens').toEqual(before);
  await page.getByRole('link', { name: 'Records' }).click();
  await expect(range).toBeEnabled();
  await expect(page.getByRole('button', { name: 'Take off the filter Line Press 1' })).toBeVisible();
});

test('another screen begins at its top with the focus on it, and a step back leads to where one was', async ({
  openApp,
}) => {
  const { page } = await openApp();
  const content = page.locator('#content');
  const scrolled = () => content.evaluate((element) => element.scrollTop);
  await expect(page.getByRole('region', { name: 'Why is it scrapped?' }).getByRole('button').first()).toBeVisible();
  await page.getByRole('button', { name: 'Show as a table' }).focus();
  await content.evaluate((element) => element.scrollTo({ top: 200 }));
  await expect.poll(scrolled).toBe(200);
  await page.keyboard.press('Alt+3');
  await expect(page.getByRole('heading', { level: 1, name: 'OEE' })).toBeVisible();
  expect(await scrolled()).toBe(0);
  await expect(content).toBeFocused();
  await page.keyboard.press('Control+[');
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await expect.poll(scrolled).toBe(200);
  await page.keyboard.press('Alt+6');
  await expect(page.getByRole('grid')).toBeFocused();
});

test('a dialog that goes gives the focus back', async ({ openApp }) => {
  const { page } = await openApp();
  const records = page.getByRole('button', { name: 'Show records' });
  await records.focus();
  await runCommand(page, 'save this');
  await expect(page.getByRole('dialog').getByRole('textbox')).toBeFocused();
  await page.keyboard.type('Mornings');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(records).toBeFocused();
});

test('what is half typed stays, with the focus in it, as theme and language change', async ({ openApp }) => {
  const { page } = await openApp();
  await page.getByRole('button', { name: /Production dates/ }).click();
  await page.getByRole('textbox', { name: 'First day' }).fill('2025-0');
  await turnThemeAndLanguage(page);
  const day = page.getByRole('textbox', { name: '첫날' });
  await expect(day).toHaveValue('2025-0');
  await expect(day).toBeFocused();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: '필터', exact: true }).click();
  await page.getByRole('dialog', { name: '필터' }).getByRole('button', { name: '품목', exact: true }).click();
  await page.keyboard.type('Prim');
  await turnThemeAndLanguage(page);
  const search = page.getByRole('textbox', { name: 'Search values' });
  await expect(search).toHaveValue('Prim');
  await expect(search).toBeFocused();
});

test('a filter is ticked at once, and a step back takes it off', async ({ openApp }) => {
  const { page } = await openApp();
  await page.getByRole('button', { name: 'Filter', exact: true }).click();
  await page.getByRole('dialog', { name: 'Filter' }).getByRole('button', { name: 'Line', exact: true }).click();
  const box = page.getByRole('checkbox', { name: 'Press 1' });
  const isTicked = await box.evaluate((each: HTMLInputElement) => {
    each.click();
    return each.checked;
  });
  expect(isTicked).toBe(true);
  const filters = page.getByRole('list', { name: 'Filters' }).getByRole('listitem');
  await expect(filters).toHaveCount(1);
  await page.keyboard.press('Escape');
  await page.keyboard.press('Control+[');
  await expect(filters).toHaveCount(0);
});

test('a name that is proposed goes with the first letter that is typed', async ({ openApp }) => {
  const { page } = await openApp();
  await goTo(page, '#/explore?m=good&by=line');
  await expect(page.getByRole('heading', { level: 1, name: 'Explore' })).toBeVisible();
  await runCommand(page, 'save this');
  const name = page.getByRole('dialog').getByRole('textbox');
  await expect(name).toHaveValue('Good by line');
  await page.keyboard.type('Mornings');
  await expect(name).toHaveValue('Mornings');
});

test('a remembered theme is there before the window paints', async ({ openApp }) => {
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await page.emulateMedia({ colorScheme: 'light' });
  await page.evaluate(() => localStorage.setItem('mantine-color-scheme-value', 'dark'));
  await page.route(/assets\/.*\.js$/, (route) => route.fulfill({ contentType: 'text/javascript', body: '' }));
  await page.reload();
  await expect(page.locator('html')).toHaveCSS('background-color', 'rgb(16, 20, 24)');
});
