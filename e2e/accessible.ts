import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Waits until no part is being asked anew: what is dimmed meanwhile has little contrast. */
export async function settled(page: Page): Promise<void> {
  await page.waitForFunction(
    () =>
      !document.querySelector('[aria-busy="true"], #content [data-dimmed="true"]') &&
      document
        .getAnimations()
        .every(
          ({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity,
        ),
  );
}

const line = ({ id, nodes }: { id: string; nodes: { html: string }[] }) =>
  `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(', ')}`;

const check = async (page: Page, within: string) => {
  await settled(page);
  return (await new AxeBuilder({ page }).include(within).analyze()).violations;
};

/** What axe finds wrong, one a line, with the elements that have it; looked for once nothing is dimmed any more. */
export async function axeFaults(page: Page, within = 'html'): Promise<string[]> {
  return (await check(page, within)).map(line);
}

/** Those faults that keep somebody from using what is shown, or from telling its parts apart. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const found = await check(page, 'html');
  const isSerious = ({ id, impact }: (typeof found)[number]) =>
    impact === 'serious' || impact === 'critical' || id === 'landmark-unique';
  return found.filter(isSerious).map(line);
}

/** Everybody can use what is shown, and nothing of it is cut off sideways; `about` says what it is, where that fails. */
export async function expectUsable(page: Page, about: string): Promise<void> {
  expect.soft(await seriousFaults(page), about).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, about).toBeLessThanOrEqual(0);
}
