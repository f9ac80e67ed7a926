/** How far a standby is behind its store: how long after an import it holds the same, and the most that it lacked meanwhile. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { createLocalClient } from '../../electron/cli/local-client.ts';
import { createService } from '../../electron/service/service.ts';

const LOOK_EVERY_MS = 10;
/** Records of one import: a single one, a day of a plant, a month of a large one. */
const IMPORTED = [1, 6_000, 100_000];
const FIRST_YEAR = 2_023;

export interface StandbyLag {
  records: number;
  /** From the end of the import until the standby holds it, one a round. */
  behindMs: number[];
  /** While the import ran. */
  mostSeconds: number;
}

/** Imports into a store of so many records that a standby follows, and looks at it all the time. */
export async function measureStandby(folder: string, records: number, rounds: number): Promise<StandbyLag[]> {
  mkdirSync(folder);
  const storeFolder = join(folder, 'store');
  const service = await createService({ storeFolder, appVersion: '', access: 'own', keepsSchedule: true });
  const client = createLocalClient(service.router);
  const lags = IMPORTED.map((count): StandbyLag => ({ records: count, behindMs: [], mostSeconds: 0 }));
  let day = 0;
  const add = (count: number) => {
    const date = new Date(Date.UTC(FIRST_YEAR, 0, ++day)).toISOString().slice(0, 10);
    return service.finished(service.startSample({ records: count, from: date, to: date, seed: day }));
  };
  const inStep = async () => {
    const wanted = (await client.store.status()).records;
    for (;;) {
      const { lagSeconds, holds } = await client.standby.status();
      if (lagSeconds === 0 && holds?.records === wanted) return;
      await pause(LOOK_EVERY_MS);
    }
  };
  try {
    await add(records);
    await client.standby.set({ folder: join(folder, 'standby'), takeOver: false });
    await inStep();
    for (let round = 0; round < rounds; round++) {
      for (const lag of lags) {
        let isImporting = true;
        const looking = (async () => {
          while (isImporting) {
            const { lagSeconds } = await client.standby.status();
            lag.mostSeconds = Math.max(lag.mostSeconds, lagSeconds ?? 0);
            await pause(LOOK_EVERY_MS);
          }
        })();
        await add(lag.records);
        isImporting = false;
        const endedAt = performance.now();
        await Promise.all([inStep(), looking]);
        lag.behindMs.push(performance.now() - endedAt);
      }
    }
    return lags;
  } finally {
    await service.close();
  }
}
