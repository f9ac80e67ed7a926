import type { Page } from '@playwright/test';
import { axeFaults } from './accessible.ts';
import { expect, test } from './fixtures.ts';
import { goTo } from './steps.ts';
import { cli, generate } from './store.ts';

const NAME = 'records_by_operator_day';

test.beforeEach(async ({ store }) => {
  await generate(store, '--records', '4000', '--from', '2025-01-01', '--to', '2025-12-31', '--seed', '3');
});

async function settleAt(page: Page, place: string): Promise<void> {
  await goTo(page, place);
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
}

/** Looks at the records of one operator after another, each of which takes longer than a millisecond. */
async function askSlowly(page: Page, store: string): Promise<void> {
  const { rows } = (await cli(store, 'records', '--limit', '200')) as { rows: { operator: string | null }[] };
  const operators = [...new Set(rows.flatMap(({ operator }) => operator ?? []))].slice(0, 3);
  await page.keyboard.press('Control+,');
  await page.getByRole('textbox', { name: 'A question is slow after' }).fill('1');
  await page.getByRole('button', { name: 'Save settings' }).click();
  await expect(page.getByRole('dialog')).toHaveCount(0);
  for (const operator of operators) {
    await settleAt(page, `#/records?f.operator=${encodeURIComponent(operator)}&from=2025-01-01&to=2025-12-31`);
    await expect(page.getByRole('grid').getByText(operator).first()).toBeVisible();
  }
}

test('an index is tried on a copy, made with one click, and taken away with another', async ({ openApp, store }) => {
  const { page } = await openApp();
  await expect(page.getByRole('heading', { level: 1, name: 'Overview' })).toBeVisible();
  await askSlowly(page, store);
  await settleAt(page, '#/health?part=indexes');
  const listed = page.getByRole('region', { name: 'What do the indexes take, and what goes by them?' });
  await expect(listed.getByRole('rowheader', { name: 'records_by_day' })).toBeVisible();

  const advice = page.getByRole('region', { name: 'Would another index help?' });
  await advice.getByRole('button', { name: 'Try indexes on a copy' }).click();
  await expect(advice.getByRole('heading', { name: `Make ${NAME}` })).toBeVisible();
  await expect(advice.getByRole('rowheader', { name: /where operator is one/ }).first()).toBeVisible();
  await expect(listed.getByRole('rowheader', { name: NAME }), 'nothing is made by trying').toHaveCount(0);

  const proposal = advice.getByRole('listitem').filter({ has: page.getByRole('heading', { name: `Make ${NAME}` }) });
  await proposal.getByRole('button', { name: 'Make it' }).click();
  await listed.getByRole('button', { name: NAME }).click();
  const drawer = page.getByRole('complementary', { name: NAME });
  await expect(drawer).toContainText('records by operator_id, production_date');
  await drawer.getByRole('button', { name: 'Take it away' }).click();
  await expect(listed.getByRole('rowheader', { name: NAME })).toHaveCount(0);
  await expect(listed.getByRole('rowheader', { name: 'records_by_day' })).toBeVisible();
});

for (const theme of ['light', 'dark'] as const) {
  test(`the tab of indexes has no fault that axe finds, ${theme}`, async ({ openApp, store }) => {
    const { page } = await openApp();
    await page.emulateMedia({ colorScheme: theme });
    await askSlowly(page, store);
    await settleAt(page, '#/health?part=indexes');
    const advice = page.getByRole('region', { name: 'Would another index help?' });
    await advice.getByRole('button', { name: 'Try indexes on a copy' }).click();
    await expect(advice.getByRole('heading', { name: `Make ${NAME}` })).toBeVisible();
    expect(await axeFaults(page)).toEqual([]);
  });
}
