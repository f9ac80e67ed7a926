import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { buildTarget } from '../scripts/build-target.ts';
import { obtainChromium } from '../scripts/chromium.ts';
import type { ProductionRecord } from '../shared/query/records-query.ts';
import { cli, root, serveStore } from './store.ts';

/** The pictures of the handbook: one a screen, of the sample plant, made anew by `npm run screenshots`. */
const images = join(root, 'docs', 'images');
const lastDay = '2025-10-31';
const samplePlant = ['--records', '60000', '--from', '2023-01-01', '--to', lastDay, '--seed', '7'];

async function go(page: Page, screen: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: screen }).click();
  await page.getByRole('heading', { level: 1, name: screen }).waitFor();
}

/** Waits until nothing is loading and the last animation is over, and takes the picture. */
async function shoot(page: Page, name: string): Promise<void> {
  await page.mouse.move(0, 0);
  await page.evaluate(() => document.fonts.ready);
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"]') &&
      document.getAnimations().every(({ playState }) => playState !== 'running'),
  );
  await page.screenshot({ path: join(images, `${name}.png`) });
  process.stdout.write(`docs/images/${name}.png\n`);
}

/** Serves a store to one page of a browser for as long as `use` takes. */
async function withPage(executablePath: string, store: string, use: (page: Page) => Promise<void>): Promise<void> {
  const browser = await chromium.launch({ executablePath });
  const served = await serveStore(store);
  try {
    const page = await browser.newPage({
      viewport: { width: 1280, height: 800 },
      locale: 'en-GB',
      timezoneId: 'UTC',
      colorScheme: 'light',
      reducedMotion: 'reduce',
    });
    await page.goto(served.url);
    await use(page);
  } finally {
    await browser.close();
    await served.stop();
  }
}

/** Writes the last day of the sample plant the way a plant's own system might, with one row that is no record. */
async function writeExport(plant: string, path: string): Promise<void> {
  const { rows } = await cli(plant, 'records', '--from', lastDay, '--sort', 'line:asc');
  const lines = (rows as ProductionRecord[]).map((record) => [
    lastDay.split('-').reverse().join('.'),
    record.line,
    record.shift,
    record.itemCode,
    record.lotNumber,
    ...[record.plannedQuantity, record.goodQuantity, record.defectQuantity].map((amount) =>
      amount === null ? '' : String(amount).replace('.', ','),
    ),
    record.unit,
  ]);
  lines.splice(2, 0, ['31.11.2025', ...(lines[2]?.slice(1) ?? [])]);
  const heading = ['Date', 'Machine', 'Shift', 'Article', 'Batch', 'Target', 'Good', 'Scrap', 'Unit'];
  await writeFile(path, [heading, ...lines].map((cells) => cells.join(';')).join('\r\n'));
}

async function shootScreens(page: Page, file: string): Promise<void> {
  await go(page, 'Overview');
  await page.getByRole('button', { name: 'Only pieces' }).click();
  await shoot(page, 'overview');

  await page.keyboard.press('Control+e');
  await page.getByRole('dialog', { name: 'Export what is shown' }).waitFor();
  await shoot(page, 'export');
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'hidden' }); // it gives the focus back

  await go(page, 'Explore');
  const fields = page.getByRole('region', { name: 'Measures and splits' });
  await fields.getByRole('button', { name: 'Defects', exact: true }).click();
  await fields.getByRole('button', { name: 'Line', exact: true }).click();
  await page.getByRole('heading', { name: 'Defects by month and line' }).waitFor();
  await shoot(page, 'explore');

  // Before so many questions are asked once that few of them could come from memory, which is told as an alert.
  await go(page, 'Health');
  await page.getByRole('application', { name: /How long did answers take/ }).waitFor();
  await shoot(page, 'health');

  await go(page, 'OEE');
  await shoot(page, 'oee');

  await go(page, 'Quality');
  await page.getByText('Single values (I-MR)').click();
  await page.getByRole('heading', { name: 'Is yield in control, value by value?' }).waitFor();
  await shoot(page, 'quality');

  await go(page, 'Records');
  await page.getByRole('button', { name: 'Open this record' }).first().waitFor(); // rows that are still to come open nothing
  await page.getByRole('grid').focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Where this comes from' }).waitFor();
  await shoot(page, 'records');
  await page.keyboard.press('Escape');

  await page.getByRole('navigation', { name: 'Screens' }).getByRole('link', { name: 'Dashboards' }).click();
  await page.getByRole('heading', { level: 1, name: 'Morning' }).waitFor();
  await page.getByRole('heading', { name: 'OEE by line' }).waitFor();
  await shoot(page, 'dashboards');

  await go(page, 'Maintenance');
  await shoot(page, 'maintenance');
  await page.getByRole('region', { name: 'Done by itself' }).scrollIntoViewIfNeeded();
  await shoot(page, 'schedule');

  await go(page, 'Imports');
  const chooser = page.waitForEvent('filechooser');
  await page.getByRole('button', { name: 'Choose files…' }).click();
  await (await chooser).setFiles(file);
  await page.getByText('What the first rows become').waitFor();
  await shoot(page, 'imports');
}

const folder = await mkdtemp(join(tmpdir(), 'throughline-screenshots-'));
try {
  await buildTarget('renderer');
  await buildTarget('cli');
  const executablePath = await obtainChromium();
  const plant = join(folder, 'Plant');
  await withPage(executablePath, join(folder, 'Throughline'), async (page) => {
    await page.getByRole('main').getByRole('button', { name: 'Open the sample plant' }).waitFor();
    await shoot(page, 'first-run');
  });
  await cli(plant, 'generate', ...samplePlant);
  const file = join(folder, 'mes-2025-10-31.csv');
  await writeExport(plant, file);
  await cli(plant, 'archive', '--year', '2023');
  await cli(plant, 'maintain', 'vacuum');
  await cli(plant, 'maintain', 'integrity');
  await cli(plant, 'maintain', 'optimise');
  await withPage(executablePath, plant, (page) => shootScreens(page, file));
} finally {
  await rm(folder, { recursive: true, force: true });
}
