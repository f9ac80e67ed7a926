/**
 * The program started once, in a process of its own, which ends with it: what start.ts starts. Its argument is the folder
 * of a store, its output StartTimes as JSON.
 */
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

const [storeFolder = ''] = process.argv.slice(2);
const service = await createService({ storeFolder, appVersion: '', access: 'own' });
const readyMs = performance.now();
const client = createLocalClient(service.router);
const { lastDate } = await client.store.status();
const from = `${lastDate?.slice(0, 4)}-01-01`;
await Promise.all(firstScreen.map((query) => client.query.run({ ...query, from })));
const { user, system } = process.cpuUsage();
const times: StartTimes = { readyMs, answeredMs: performance.now(), processorMs: (user + system) / 1_000 };
await service.close();
process.stdout.write(JSON.stringify(times));
