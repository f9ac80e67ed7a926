/**
 * The window as a person feels it, in a real browser: how long each of the commonest gestures takes from the event to the frame
 * that answers it, and whether frames come at the rate of the display while the records are scrolled.
 */
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startBrowserHost } from '../../electron/browser/host.ts';
import { createService } from '../../electron/service/service.ts';
import type { FrameTimes, Gesture, GestureTimes } from '../../renderer/testing/gesture-clock.ts';
import { buildTarget } from '../build-target.ts';
import { findChromium } from '../chromium.ts';
import { root } from '../run-process.ts';
import { gestures, type MeasuredGesture, openingOf } from './gestures.ts';
import { bundlePageScript } from './page-script.ts';
import { summarizeTimes, type Times } from './statistics.ts';

export interface GestureResult {
  name: string;
  title: string;
  /** Until the first frame after it. */
  frame: Times;
  /** Until its answer is on the screen. */
  answered: Times;
}

export interface WindowResult {
  gestures: GestureResult[];
  /** While the records are scrolled by the wheel; between one frame and the next. */
  scrolling: Times & { shareLate: number; shareWithPlaceHolders: number };
}

/** A frame of a display of 60 a second, and half of the next one: later than that one was left out. */
const LATE_FRAME_MS = 25;
const SCROLLED_MS = 3_000;
const WHEEL_STEP = 240;

/** Does every gesture so many times; null where there is no browser. Throws where one is not answered at all. */
export async function measureWindow(
  storeFolder: string,
  rounds: number,
  say: (line: string) => void,
  executablePath: string | null = findChromium(),
): Promise<WindowResult | null> {
  if (executablePath === null) {
    say('There is no browser to open a window in.');
    return null;
  }
  await buildTarget('renderer');
  const service = await createService({ storeFolder, appVersion: '', access: 'own' });
  const host = await startBrowserHost({ service, rendererFolder: join(root, 'dist', 'renderer'), port: 0 });
  const browser = await chromium.launch({ executablePath });
  try {
    const page = await openWindow(browser, host.url);
    const asked = [...(await openings(page)), ...gestures];
    const results: GestureResult[] = [];
    for (const gesture of asked) {
      say(`In the window: ${gesture.title}…`);
      results.push(await measureGesture(page, gesture, rounds));
    }
    say('In the window: scrolling…');
    return { gestures: results, scrolling: await measureScrolling(page) };
  } finally {
    await browser.close();
    await host.close();
    await service.close();
  }
}

async function openWindow(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({
    bypassCSP: true, // which allows no script but the window's own
    viewport: { width: 1440, height: 900 },
    locale: 'en-GB',
  });
  const page = await context.newPage();
  await page.goto(url);
  await page.locator('#content h1').waitFor();
  await page.addScriptTag({ content: await bundlePageScript('gesture-clock.ts') });
  return page;
}

/** The screens of the rail. */
async function openings(page: Page): Promise<MeasuredGesture[]> {
  const links = await page.getByRole('navigation', { name: 'Screens' }).getByRole('link').all();
  return Promise.all(
    links.map(async (link) => {
      const path = /^#\/([a-z/]+)/.exec((await link.getAttribute('href')) ?? '')?.[1] ?? '';
      return openingOf(path, (await link.locator('span').first().textContent()) ?? path);
    }),
  );
}

async function measureGesture(page: Page, gesture: MeasuredGesture, rounds: number): Promise<GestureResult> {
  const { name, title, begins, until } = gesture;
  const times: GestureTimes[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await gesture.begin(page, round);
    await page.evaluate<void, Gesture>((each) => Reflect.get(globalThis, 'announceGesture')(each), { begins, until });
    await gesture.act(page, round);
    times.push(await page.evaluate<GestureTimes>(() => Reflect.get(globalThis, 'gestureTimes')()));
  }
  return {
    name,
    title,
    frame: summarizeTimes(times.map(({ frameMs }) => frameMs)),
    answered: summarizeTimes(times.map(({ answeredMs }) => answeredMs)),
  };
}

async function measureScrolling(page: Page): Promise<WindowResult['scrolling']> {
  await page.evaluate(() => Reflect.set(Reflect.get(globalThis, 'location'), 'hash', '#/records?range=all'));
  const grid = page.getByRole('grid', { name: 'Production records' });
  await grid.hover();
  const watched = page.evaluate<FrameTimes, number>(
    (durationMs) => Reflect.get(globalThis, 'watchFrames')(durationMs),
    SCROLLED_MS,
  );
  let isOver = false;
  void watched.finally(() => {
    isOver = true;
  });
  while (!isOver) await page.mouse.wheel(0, WHEEL_STEP);
  const { betweenMs, withPlaceHolders } = await watched;
  return {
    ...summarizeTimes(betweenMs),
    shareLate: betweenMs.filter((ms) => ms > LATE_FRAME_MS).length / betweenMs.length,
    shareWithPlaceHolders: withPlaceHolders / betweenMs.length,
  };
}
