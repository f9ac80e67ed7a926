import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { builtInIndexes } from '../../../db/indexes/definitions.ts';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { appErrorOf } from '../../../shared/contract/contract-error.ts';
import type { Job } from '../../../shared/contract/schemas.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { createService, type Service } from '../service.ts';

const { path, remove } = scratchFolder();
let service: Service;
const open = async () => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
};
beforeAll(async () => {
  await open();
  const sample = { records: 3_000, from: '2023-01-01', to: '2024-12-31', seed: 5 };
  await service.finished(service.startSample(sample));
  await done(client().maintenance.archive({ year: 2023 }));
  await client().settings.change({ slowQueryMilliseconds: 1 });
});
afterAll(async () => {
  await service.close();
  remove();
});

const client = () => createRouterClient(service.router, { context: {} });
const listed = async (name: string) => (await client().indexes.list()).indexes.find((index) => index.name === name);
async function done(call: Promise<{ jobId: string }>): Promise<Job> {
  const job = await service.finished((await call).jobId);
  expect([job.state, job.message]).toEqual(['done', expect.any(String)]);
  return job;
}

/** Counts lots of an operator, which only records can tell, so often that it is slow once. */
async function askForLots(operator: string): Promise<void> {
  const query: ReportQueryInput = {
    measures: ['lots'],
    dimensions: ['day', 'item'],
    filters: [{ field: 'operator', in: [operator] }],
  };
  await client().query.run(query);
}
const SHAPE = 'report of lots by day, item; all days; where operator is one';
const NAME = 'records_by_operator_day';
async function operators(): Promise<string[]> {
  const { values } = await client().values.list({ field: 'operator' });
  return values.flatMap(({ value }) => value ?? []);
}

test('every index is listed with its size over all files, and what it serves', async () => {
  const { indexes } = await client().indexes.list();
  expect(indexes.map(({ name }) => name)).toEqual(
    expect.arrayContaining([...Object.keys(builtInIndexes), 'record_search']),
  );
  expect(indexes.filter(({ bytes }) => bytes < 4_096)).toEqual([]);
  expect(indexes.filter(({ origin }) => origin === 'other')).toEqual([]);
  expect(await listed('records_by_day')).toMatchObject({ origin: 'built-in', serves: 'imports', findings: [] });
  expect(await listed('sqlite_autoindex_items_1')).toMatchObject({
    origin: 'constraint',
    columns: ['code'],
    table: 'items',
  });
});

test('a slow shape is tried on a copy with what was asked, and no value of it is written down', async () => {
  const asked = (await operators()).slice(0, 20);
  for (const operator of asked) await askForLots(operator);
  expect((await listed('records_by_day'))?.usedBy).toMatchObject([{ shape: SHAPE }]);
  const job = await done(client().indexes.advise());
  expect(job.kind).toBe('advise');
  const { advice } = await client().indexes.list();
  expect(advice?.shapes).toEqual([SHAPE]);
  expect(advice?.proposals.map(({ name }) => name)).toContain(NAME);
  await service.close();
  const written = readdirSync(path).filter((name) => name.startsWith('index') || name.startsWith('questions'));
  expect(written).toContain('index-use.json');
  for (const name of written) expect(readFileSync(join(path, name), 'utf8')).not.toContain(asked[0]);
  await open();
});

test('after the program was opened again it is tried with values of the store', async () => {
  await done(client().indexes.advise());
  const { advice } = await client().indexes.list();
  expect(advice?.shapes).toEqual([SHAPE]);
  expect(advice?.proposals.flatMap(({ tried }) => tried.map(({ shape }) => shape))).toContain(SHAPE);
});

test('an index is made with its shape, questions go by it, and it is taken away', async () => {
  const job = await done(client().indexes.apply({ name: NAME }));
  expect(job).toMatchObject({ kind: 'applyIndex', subject: NAME, result: { files: 2 } });
  const [operator = ''] = (await operators()).toReversed();
  await askForLots(operator);
  expect(await listed(NAME)).toMatchObject({
    origin: 'advised',
    shape: SHAPE,
    columns: ['operator_id', 'production_date'],
    usedBy: [{ shape: SHAPE }],
    findings: [],
  });
  expect((await client().indexes.list()).advice?.proposals.map(({ name }) => name)).not.toContain(NAME);
  await done(client().indexes.revert({ name: NAME }));
  expect(await listed(NAME)).toBeUndefined();
});

test.each(['records_by_note', 'records_by_day_day', 'records_by_'])('%s is no index that is made', async (name) => {
  const error = appErrorOf(
    await client()
      .indexes.apply({ name })
      .catch((thrown: unknown) => thrown),
  );
  expect(error?.message).toMatch(/Nothing was changed|not valid|validation/i);
});
