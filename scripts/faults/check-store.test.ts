import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openStore } from '../../db/store/open-store.ts';
import { killableJob } from '../../db/testing/killable-jobs.ts';
import { scratchFolder } from '../../db/testing/test-store.ts';
import { checkAgain } from './check-store.ts';
import { Tally } from './fault.ts';

const job = killableJob('archive');
let path: string;
let remove: () => void;
beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  await job.prepare(path);
});
afterEach(() => remove());

async function faultsAfter(spoil: (path: string) => void, acknowledged = 0): Promise<Tally['faults']> {
  spoil(path);
  const tally = new Tally();
  await checkAgain(job, path, { acknowledged, how: 'spoiled' }, tally);
  return tally.faults;
}

const none = { lost: 0, wrong: 0, untold: 0, crashed: 0 };

/** Changes live as no job does. */
const inLive = (sql: string) => (store: string) => {
  const { live, close } = openStore(store);
  live.exec(sql);
  close();
};

test('a store that is as it was is no fault', async () => {
  expect(await faultsAfter(() => {})).toEqual(none);
});

test('a record that is gone is lost, also where all that is counted agrees with what is left', async () => {
  const found = await faultsAfter(inLive('DELETE FROM records WHERE id = 7'));
  expect(found).toMatchObject({ lost: 1, crashed: 0 });
});

test('a sum that is not that of the records, and what a job left lying about, are wrong', async () => {
  expect(await faultsAfter(inLive('UPDATE rollup_lines SET records = records + 1'))).toMatchObject({
    lost: 0,
    wrong: 1,
  });
  expect(
    await faultsAfter((store) => {
      mkdirSync(join(store, 'rejects', 'staging'), { recursive: true });
    }),
  ).toMatchObject({ wrong: 1 });
});

test('a store that does not open again has crashed', async () => {
  expect(await faultsAfter((store) => writeFileSync(join(store, 'live.db'), 'nothing'.repeat(1_000)))).toEqual({
    ...none,
    crashed: 1,
  });
});

test('what was acknowledged and is not there is lost', async () => {
  const tally = new Tally();
  const imports = killableJob('many imports');
  await checkAgain(imports, path, { acknowledged: 3, how: 'not done' }, tally);
  expect(tally.faults).toEqual({ ...none, lost: 1 });
});
