/**
 * The commonest gestures as data: where each begins, what the hand does, and what has to be on the screen then. They are those
 * of a person, through the input of the browser; each round asks something else where that is possible, so that answers are
 * not only those that are kept.
 */
import type { Locator, Page } from '@playwright/test';
import type { Gesture } from '../../renderer/testing/gesture-clock.ts';
import { years } from './plant.ts';

export interface MeasuredGesture extends Gesture {
  name: string;
  title: string;
  /** Brings the window to where it begins. */
  begin(page: Page, round: number): Promise<void>;
  act(page: Page, round: number): Promise<void>;
}

const lastYear = years.at(-1) ?? 2025;
const FIGURES = '#content section';
const DARK = '[data-mantine-color-scheme="dark"]';
const ROWS = '[role="grid"] [data-row]';
const SETTLED = '[aria-busy="true"], #content [data-dimmed="true"], [role="grid"] [class*="place-holder"]';

const NEUTRAL = 'imports';

/** Shows an address, from another screen, as what was shown before would else be taken for it, and waits until nothing of it is on its way. */
async function show(page: Page, address: string): Promise<void> {
  const heading = page.locator('#content h1');
  const [elsewhere, name] = address.startsWith(NEUTRAL) ? ['maintenance', 'Maintenance'] : [NEUTRAL, 'Imports'];
  await go(page, elsewhere);
  await heading.filter({ hasText: name }).waitFor();
  await go(page, address);
  await heading.filter({ hasNotText: name }).waitFor();
  await settled(page);
}

async function go(page: Page, address: string): Promise<void> {
  await page.evaluate((hash) => Reflect.set(Reflect.get(globalThis, 'location'), 'hash', hash), `#/${address}`);
}

async function settled(page: Page): Promise<void> {
  await page.locator(SETTLED).first().waitFor({ state: 'detached' });
}

const year = (round: number) => years[round % years.length] ?? lastYear;
const datesOf = (from: number) => `from=${from}-01-01&to=${from}-12-31`;
const grid = (page: Page): Locator => page.getByRole('grid', { name: 'Production records' });

/** Each screen by a click in the rail. */
export function openingOf(path: string, title: string): MeasuredGesture {
  return {
    name: `open-${path}`,
    title: `open ${title}`,
    begins: 'click',
    until: [{ changed: '#content h1' }],
    begin: (page, round) => show(page, `${path === NEUTRAL ? 'maintenance' : NEUTRAL}?${datesOf(year(round))}`),
    act: (page) => page.getByRole('navigation', { name: 'Screens' }).locator(`a[href^="#/${path}?"]`).click(),
  };
}

export const gestures: readonly MeasuredGesture[] = [
  {
    name: 'range',
    title: 'choose another range',
    begins: 'click',
    until: [{ changed: FIGURES }],
    begin: async (page, round) => {
      await show(page, `overview?${datesOf(year(round))}`);
      await page.getByRole('button', { name: /Production dates/ }).click();
    },
    act: (page, round) =>
      page.getByRole('button', { name: ['All records', 'Last 90 days', 'Last 30 days'][round % 3] ?? '' }).click(),
  },
  {
    name: 'filter',
    title: 'filter by a click on a bar',
    begins: 'click',
    until: [{ there: 'ul[aria-label="Filters"]' }, { changed: FIGURES }],
    begin: (page, round) => show(page, `overview?${datesOf(year(round))}`),
    act: (page, round) =>
      page
        .getByRole('region', { name: 'Which line made what?' })
        .getByRole('row')
        .getByRole('button')
        .nth(round % 4)
        .click(),
  },
  {
    name: 'sort',
    title: 'sort the records by another column',
    begins: 'click',
    until: [{ changed: ROWS }],
    begin: (page, round) => show(page, `records?${round % 2 === 0 ? 'range=all' : datesOf(year(round))}`),
    act: (page, round) =>
      page.getByRole('columnheader', { name: ['Good', 'Line', 'Defects', 'Planned'][round % 4] ?? '' }).click(),
  },
  {
    name: 'page-down',
    title: 'scroll the records by a page',
    begins: 'keydown',
    until: [{ changed: ROWS }],
    begin: async (page, round) => {
      await show(page, 'records?range=all');
      await grid(page).focus();
      for (let step = 0; step < round % 5; step += 1) await page.keyboard.press('PageDown');
      await settled(page);
    },
    act: (page) => page.keyboard.press('PageDown'),
  },
  {
    name: 'thumb',
    title: 'drag the thumb of the records to another place',
    begins: 'scroll',
    until: [{ changed: ROWS }],
    begin: (page) => show(page, 'records?range=all'),
    act: (page, round) =>
      grid(page).evaluate(
        (element, share) => {
          Reflect.set(element, 'scrollTop', Number(Reflect.get(element, 'scrollHeight')) * share);
        },
        0.07 + ((round * 0.29) % 0.9),
      ),
  },
  {
    name: 'search-lot',
    title: 'search a lot, at the last key',
    begins: 'input',
    until: [{ changed: ROWS }],
    begin: async (page, round) => {
      await show(page, `records?${datesOf(year(round))}`);
      await page.getByRole('searchbox', { name: 'Search records' }).focus();
    },
    act: (page, round) => page.keyboard.insertText(`L${String(year(round)).slice(2)}${100 + ((round * 7) % 250)}-000`),
  },
  {
    name: 'drill',
    title: 'look closer at a mark of Explore',
    begins: 'click',
    until: [{ changed: '#content h2' }],
    begin: (page, round) => show(page, `explore?${datesOf(year(round))}&m=defects&by=month&as=table`),
    act: (page, round) =>
      page
        .locator('#content table tbody tr')
        .nth(1 + (round % 8))
        .locator('td button')
        .first()
        .click(),
  },
  {
    name: 'brush',
    title: 'brush dates in Explore',
    begins: 'pointerup',
    until: [{ changed: '#content h2, header' }],
    begin: async (page, round) => {
      await show(page, `explore?${datesOf(year(round))}&m=good&by=month&as=line`);
      const box = await page.getByRole('application').first().boundingBox();
      if (!box) throw new Error('The chart of Explore has no place on the screen.');
      const at = (share: number) => box.x + 60 + (box.width - 80) * share;
      await page.mouse.move(at(0.2 + (round % 4) * 0.05), box.y + 60);
      await page.mouse.down();
      await page.mouse.move(at(0.4), box.y + 60);
      await page.mouse.move(at(0.6 + (round % 3) * 0.1), box.y + 60);
    },
    act: (page) => page.mouse.up(),
  },
  {
    name: 'why',
    title: 'ask why a number is what it is',
    begins: 'click',
    until: [{ there: 'aside h2' }, { gone: 'aside [aria-busy="true"]' }],
    begin: async (page, round) => {
      await show(page, `maintenance?${datesOf(year(round))}`);
      await show(page, `overview?${datesOf(year(round))}`);
    },
    act: (page) =>
      page
        .getByRole('button', { name: /^Why this number/ })
        .first()
        .click(),
  },
  {
    name: 'palette',
    title: 'open the palette',
    begins: 'keydown',
    until: [{ there: '[role="dialog"] [role="option"]' }],
    begin: async (page, round) => {
      await page.keyboard.press('Escape');
      await show(page, `overview?${datesOf(year(round))}`);
      await page.locator('[role="dialog"]').waitFor({ state: 'detached' });
    },
    act: (page) => page.keyboard.press('Control+k'),
  },
  {
    name: 'theme',
    title: 'change the theme',
    begins: 'keydown',
    until: [{ there: `html${DARK}` }],
    begin: async (page, round) => {
      await page.keyboard.press('Escape');
      await show(page, `overview?${datesOf(year(round))}`);
      if ((await page.locator(DARK).count()) === 0) return;
      await page.keyboard.press('Control+Shift+l');
      await page.locator(DARK).waitFor({ state: 'detached' });
    },
    act: (page) => page.keyboard.press('Control+Shift+l'),
  },
];
