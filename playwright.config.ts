import { defineConfig } from '@playwright/test';
import type { HostOptions } from './e2e/fixtures.ts';

/** The same specs on every host; those of the desktop say that they are skipped where Electron cannot run. */
export default defineConfig<HostOptions>({
  testDir: 'e2e',
  outputDir: 'test-results/end-to-end',
  timeout: 90_000,
  expect: { timeout: 15_000 },
  // Each test starts a host with its workers; more than one at a time would measure the machine.
  workers: 1,
  forbidOnly: Boolean(process.env.CI),
  reporter: 'list',
  use: { viewport: { width: 1280, height: 800 }, locale: 'en-GB', timezoneId: 'UTC', trace: 'retain-on-failure' },
  projects: [
    { name: 'browser', use: { host: 'browser' } },
    { name: 'desktop', use: { host: 'desktop' } },
  ],
});
