/**
 * The start of the program: its service, built as for the desktop, in new processes, and a window over a service that has just been opened. Nothing is
 * kept from before but what an earlier start compiled; the files may be in the memory of the system, as of cold.ts.
 */
import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { build } from 'vite';
import { startBrowserHost } from '../../electron/browser/host.ts';
import { createService } from '../../electron/service/service.ts';
import { buildTarget } from '../build-target.ts';
import { findChromium } from '../chromium.ts';
import { root, runProcess } from '../run-process.ts';
import { summarizeTimes, type Times } from './statistics.ts';

/** Counted from the start of the process. */
export interface StartTimes {
  /** Until the service takes questions. */
  readyMs: number;
  /** Until those of the first screen are answered. */
  answeredMs: number;
  /** What all threads have used by then: what other programs do beside hardly changes it. */
  processorMs: number;
}

export interface StartResult {
  service: Record<keyof StartTimes, Times>;
  /** From the opening of the window until its first chart is drawn; absent where there is no browser. */
  firstChartMs?: Times;
}

/** A bar of the first chart, as the page has it. */
const FIRST_CHART = '.recharts-bar-rectangle path';

/** Starts the service, and where there is a browser the window, so many times over a store that nobody has open. */
export async function measureStart(
  store: string,
  rounds: number,
  say: (line: string) => void,
  executablePath: string | null = findChromium(),
): Promise<StartResult> {
  const starts: StartTimes[] = [];
  const built = await buildStart();
  try {
    await startOnce(built, store); // compiles what the others find
    for (let round = 1; round <= rounds; round++) {
      say(`Starting the service, round ${round} of ${rounds}…`);
      starts.push(await startOnce(built, store));
    }
  } finally {
    await rm(built, { recursive: true, force: true });
  }
  const of = (name: keyof StartTimes) => summarizeTimes(starts.map((times) => times[name]));
  const service = { readyMs: of('readyMs'), answeredMs: of('answeredMs'), processorMs: of('processorMs') };
  if (executablePath === null) {
    say('There is no browser to open a window in.');
    return { service };
  }
  await buildTarget('renderer');
  const browser = await chromium.launch({ executablePath });
  try {
    const charts: number[] = [];
    for (let round = 1; round <= rounds; round++) {
      say(`Opening the window, round ${round} of ${rounds}…`);
      charts.push(await openWindow(store, browser));
    }
    return { service, firstChartMs: summarizeTimes(charts) };
  } finally {
    await browser.close();
  }
}

/** Builds start-once.ts as the desktop host is built; returns its folder. */
async function buildStart(): Promise<string> {
  await mkdir(join(root, '.cache'), { recursive: true });
  const folder = await mkdtemp(join(root, '.cache', 'start-')); // below the project, where its packages are found
  const input = { 'start-once': fileURLToPath(new URL('./start-once.ts', import.meta.url)) };
  const desktop = join(root, 'vite.desktop.config.ts');
  await build({ configFile: desktop, logLevel: 'warn', build: { outDir: folder, rolldownOptions: { input } } });
  return folder;
}

async function startOnce(built: string, store: string): Promise<StartTimes> {
  const script = join(built, 'start-once.js');
  const { code, stdout, stderr } = await runProcess(process.execPath, [script, store, join(built, 'compiled')], {
    output: 'keep',
  });
  if (code !== 0) throw new Error(`The service could not be started over ${store}: ${stderr.trim()}`);
  return JSON.parse(stdout);
}

/** The page's own clock when its first chart is there: milliseconds since the window was told where to go. */
async function openWindow(storeFolder: string, browser: Browser): Promise<number> {
  const service = await createService({ storeFolder, appVersion: '', access: 'own' });
  const host = await startBrowserHost({ service, rendererFolder: join(root, 'dist', 'renderer'), port: 0 });
  const context = await browser.newContext();
  try {
    const page = await context.newPage();
    await page.goto(host.url);
    await page.locator(FIRST_CHART).first().waitFor({ state: 'attached' });
    return await page.evaluate(() => performance.now());
  } finally {
    await context.close();
    await host.close();
    await service.close();
  }
}
