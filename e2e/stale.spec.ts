import { writeFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { cli } from './store.ts';

test('after an import the numbers of before stay in sight, with their time, until the new ones are there', async ({
  store,
  openApp,
}, testInfo) => {
  test.setTimeout(240_000);
  // Lots are in no rollup and no column, so that making the answer new takes a moment.
  await cli(store, 'generate', '--records', '400000', '--from', '2022-01-01', '--to', '2024-12-31');
  const { rows } = (await cli(store, 'records', '--limit', '1')) as { rows: { lotNumber: string }[] };
  const lot = rows[0]?.lotNumber ?? '';
  const scope = new URLSearchParams([
    ['from', '2022-01-01'],
    ['to', '2024-12-31'],
    ['f.lot', '~'],
    ['f.lot', lot],
  ]);
  const file = testInfo.outputPath('late.csv');
  await writeFile(file, `production_date,line,lot_number,good_quantity,unit\n2024-05-01,Press 1,${lot},12345,pieces\n`);

  const { page } = await openApp();
  const go = (hash: string) =>
    page.evaluate((to) => {
      location.hash = to;
    }, hash);
  const panel = page.getByRole('region', { name: 'Which line made what?' });
  await go(`#/overview?${scope}`);
  await expect(panel.getByRole('table')).not.toContainText('12,345', { timeout: 60_000 });
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0, { timeout: 60_000 });
  const place = await panel.getByRole('table').boundingBox();

  await page.getByRole('link', { name: 'Imports' }).click();
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(file);
  // Looked for at every frame, as it may be there for a few only.
  const renewed = page.waitForFunction(
    () => {
      const region = [...document.querySelectorAll('section')].find((each) =>
        each.textContent?.startsWith('Which line'),
      );
      const note = [...(region?.querySelectorAll('[role=status]') ?? [])].find((each) =>
        /as of \d\d:\d\d.*being refreshed/.test(each.textContent ?? ''),
      );
      const isDimmed = region?.querySelector('[data-dimmed="true"]');
      return note && !isDimmed && region?.querySelector('table')?.getBoundingClientRect().top;
    },
    undefined,
    { timeout: 30_000 },
  );
  // The numbers are in sight before the import is over, or they might be made new before anybody asks for them.
  await page.getByRole('button', { name: /^Import .*rows?$/ }).click();
  await go(`#/overview?${scope}`);
  expect(await (await renewed).jsonValue(), 'nothing moves for the note').toBe(place?.y);
  await expect(panel.getByRole('table')).toContainText('12,345', { timeout: 60_000 });
  await expect(page.getByText('being refreshed')).toHaveCount(0);
});
