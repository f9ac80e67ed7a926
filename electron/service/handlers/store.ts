import { isoFromDay } from '../../../shared/domain/day.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

/** What 'Open the sample plant' makes: three years up to now, enough to feel real and made in seconds. */
const SAMPLE_RECORDS = 120_000;
const SAMPLE_DAYS = 3 * 365;

export function storeHandlers(os: Implementer, { engine, appVersion, storeJobs }: ServiceParts) {
  return {
    status: os.store.status.handler(async () => {
      const status = await engine.ask('status', { folder: engine.folder, thisYear: new Date().getFullYear() });
      return { ...status, appVersion };
    }),
    openSamplePlant: os.store.openSamplePlant.handler(() => {
      const today = Math.floor(Date.now() / 86_400_000);
      const span = { from: isoFromDay(today - SAMPLE_DAYS), to: isoFromDay(today - 1) };
      return { jobId: storeJobs.sample({ records: SAMPLE_RECORDS, seed: 1, ...span }) };
    }),
  };
}
