/**
 * The questions as a window asks them: through its socket, answered by the whole service, timed by the window's clock. Nothing
 * is cached; the screen itself rests.
 */
import { join } from 'node:path';
import { type Browser, chromium, type Page } from '@playwright/test';
import { startBrowserHost } from '../../electron/browser/host.ts';
import type { Service } from '../../electron/service/service.ts';
import type { WindowQuestion } from '../../renderer/testing/time-question.ts';
import { buildTarget } from '../build-target.ts';
import { findChromium } from '../chromium.ts';
import { root } from '../run-process.ts';
import { dayNeverAsked, pageQuery, partQuery } from './engine-peer.ts';
import { bundlePageScript } from './page-script.ts';
import { FIRST_ROWS, type QuestionName, questionOf } from './questions.ts';

export interface WindowAsker {
  /** Milliseconds until the window has the answer. */
  ask(question: QuestionName): Promise<number>;
  close(): Promise<void>;
}

/** Opens a window over a service; null where there is no browser. */
export async function openWindowAsker(service: Service, records: number): Promise<WindowAsker | null> {
  const executablePath = findChromium();
  if (executablePath === null) return null;
  await buildTarget('renderer');
  const host = await startBrowserHost({ service, rendererFolder: join(root, 'dist', 'renderer'), port: 0 });
  const browser = await chromium.launch({ executablePath });
  const page = await openWindow(browser, host.url);
  return {
    ask: (question) => {
      const asked = windowQuestion(question, records);
      return page.evaluate<number, WindowQuestion>((each) => Reflect.get(globalThis, 'timeQuestion')(each), asked);
    },
    async close() {
      await browser.close();
      await host.close();
    },
  };
}

async function openWindow(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ bypassCSP: true }); // which allows no script but the window's own
  const page = await context.newPage();
  await page.goto(url);
  await page.getByRole('navigation').waitFor();
  await page.addScriptTag({ content: await bundlePageScript('time-question.ts') });
  return page;
}

function windowQuestion(name: QuestionName, records: number): WindowQuestion {
  const { asked } = questionOf(name);
  if ('report' in asked) return asked;
  if ('lotsWithPrefix' in asked) return { lots: asked.lotsWithPrefix, limit: FIRST_ROWS };
  if ('recordsWithPart' in asked) return { page: partQuery(asked.recordsWithPart, dayNeverAsked()), counted: true };
  return { page: pageQuery(asked.pageAtShare, records), counted: false };
}
