import { writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { whileSlow } from './slow-down.ts';
import { goTo } from './steps.ts';
import { cli, generate } from './store.ts';

test('after an import the numbers of before stay in sight and in their place, and say since when they are, until the new ones are there', async ({
  store,
  openApp,
}, testInfo) => {
  // Lots are in no rollup and no column, and all records are of the month that changes, so that making the answer new takes a moment.
  await generate(store, '--records', '400000', '--from', '2024-05-01', '--to', '2024-05-31');
  const { rows } = (await cli(store, 'records', '--limit', '1')) as { rows: { lotNumber: string; unit: string }[] };
  const { lotNumber: lot = '', unit = '' } = rows[0] ?? {};
  const scope = new URLSearchParams([
    ['from', '2024-05-01'],
    ['to', '2024-05-31'],
    ['f.lot', '~'],
    ['f.lot', lot],
  ]);
  const file = testInfo.outputPath('late.csv');
  await writeFile(
    file,
    `production_date,line,lot_number,good_quantity,unit\n2024-05-01,Press 1,${lot},12345,${unit}\n`,
  );

  const { page, pid } = await openApp();
  const go = (hash: string) => goTo(page, hash);
  const numbers = page.getByRole('region', { name: 'Which line made what?' }).getByRole('table');
  await go(`#/overview?${scope}`);
  await expect(page.getByRole('list', { name: 'Filters' })).toBeVisible();
  await expect(numbers).not.toContainText('12,345');
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0);
  const place = await numbers.boundingBox();

  await page.getByRole('link', { name: 'Imports' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(file);
  await page.getByRole('button', { name: /^Import .*rows?$/ }).click();
  await expect(page.getByRole('button', { name: 'Done', exact: true })).toBeVisible();

  // Looked at in every frame, from the old numbers to the new ones.
  const look = () =>
    page.evaluate(async () => {
      const frames: { top: number | undefined; dimmed: boolean; note: string }[] = [];
      for (;;) {
        await new Promise(requestAnimationFrame);
        const region = [...document.querySelectorAll('section')].find((each) =>
          each.textContent?.startsWith('Which line'),
        );
        const table = region?.querySelector('table');
        frames.push({
          top: table?.getBoundingClientRect().top,
          dimmed: region?.querySelector('[data-dimmed="true"]') !== null,
          note: region?.querySelector('[data-note]')?.textContent ?? '',
        });
        if (table?.textContent?.includes('12,345') || frames.length > 6_000) return frames;
      }
    });
  const seen = await whileSlow(pid, async () => {
    await go(`#/overview?${scope}`);
    await expect(numbers).toBeVisible();
    return look();
  });
  expect(new Set(seen.map(({ top }) => top)), 'nothing moves').toEqual(new Set([place?.y]));
  const noted = seen.filter(({ note }) => note !== '');
  expect(noted.length, 'the old numbers say so').toBeGreaterThan(0);
  for (const { note, dimmed } of noted) {
    expect(note).toMatch(/as of \d\d:\d\d, being refreshed/);
    expect(dimmed, 'what is told of is not dimmed').toBe(false);
  }
  await expect(numbers).toContainText('12,345');
  await expect(page.getByText('being refreshed')).toHaveCount(0);
});
