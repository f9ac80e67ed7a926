import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** Faults that keep somebody from using what is shown, one a line, with the elements that have them. */
export async function seriousFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical');
  return serious.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 200)).join(', ')}`);
}

/** Everybody can use what is shown, and nothing of it is cut off sideways; `about` says what it is, where that fails. */
export async function expectUsable(page: Page, about: string): Promise<void> {
  expect.soft(await seriousFaults(page), about).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect.soft(overflow, about).toBeLessThanOrEqual(0);
}
