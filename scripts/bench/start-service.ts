import { createLocalClient } from '../../electron/cli/local-client.ts';
import { createService } from '../../electron/service/service.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import type { StartTimes } from './start.ts';

/** As the first screen asks: totals, their course, lines and reasons over the newest year. */
const firstScreen: readonly ReportQueryInput[] = [
  { measures: ['good', 'defects', 'yield', 'planAttainment', 'oee', 'records'] },
  { measures: ['good', 'defects', 'yield', 'planAttainment', 'oee'], dimensions: ['month'] },
  { measures: ['good', 'defects', 'scrapRate'], dimensions: ['line'] },
  { measures: ['defects'], dimensions: ['defectReason'] },
];

/** Opens a store, asks what the first screen asks, and closes it; times since the process began. */
export async function startService(storeFolder: string): Promise<StartTimes> {
  const service = await createService({ storeFolder, appVersion: '', access: 'own' });
  const readyMs = performance.now();
  const client = createLocalClient(service.router);
  const { lastDate } = await client.store.status();
  const from = `${lastDate?.slice(0, 4)}-01-01`;
  await Promise.all(firstScreen.map((query) => client.query.run({ ...query, from })));
  const answeredMs = performance.now();
  const { user, system } = process.cpuUsage();
  await service.close();
  return { readyMs, answeredMs, processorMs: (user + system) / 1_000 };
}
