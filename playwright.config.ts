import { defineConfig } from '@playwright/test';
import type { HostOptions } from './e2e/fixtures.ts';
import { findChromium } from './scripts/chromium.ts';

/** The same specs on every host; those of the desktop say that they are skipped where Electron cannot run. */
export default defineConfig<HostOptions>({
  testDir: 'e2e',
  globalSetup: './e2e/prepare.ts',
  outputDir: 'test-results/end-to-end',
  // They end what hangs. How long things take is measured elsewhere, and a machine may have much else to do.
  timeout: 300_000,
  expect: { timeout: 60_000 },
  // Each test starts a host with its threads: more than two at a time wait for the machine rather than for the program.
  workers: 2,
  // Tests of one file know nothing of each other; the last file would otherwise keep one worker while the other waits.
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: {
    viewport: { width: 1280, height: 800 },
    locale: 'en-GB',
    timezoneId: 'UTC',
    // What was done and asked; pictures of each step cost a sixth of the time, and come with --trace retain-on-failure.
    trace: { mode: 'retain-on-failure', screenshots: false, snapshots: false, sources: false },
    launchOptions: { executablePath: findChromium() ?? undefined },
  },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    { name: 'desktop', use: { host: 'desktop' } },
  ],
});
