import { createRouterClient } from '@orpc/server';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import type { ExplainedOrigin } from '../../../shared/contract/explain.ts';
import { type HealthSubject, healthSubjects } from '../../../shared/explain/figures.ts';
import { createService, type Service } from '../service.ts';

let remove: () => void;
let service: Service;
beforeAll(async () => {
  const scratch = scratchFolder();
  remove = scratch.remove;
  service = await createService({ storeFolder: scratch.path, appVersion: '0.0.0', access: 'own' });
  await service.finished(service.startSample({ records: 300, from: '2024-01-01', to: '2024-03-31', seed: 5 }));
  const ask = () => client().query.run({ measures: ['good'], dimensions: ['line'] });
  for (let times = 0; times < 4; times++) await ask();
});
afterAll(async () => {
  await service.close();
  remove();
});

const client = () => createRouterClient(service.router, { context: {} });
const valuesOf = ({ figures }: ExplainedOrigin) => Object.fromEntries(figures.map(({ name, value }) => [name, value]));
const factsOf = ({ facts }: ExplainedOrigin) => Object.fromEntries(facts.map(({ name, value }) => [name, value]));

test('every subject of Health says what it is and where it comes from', async () => {
  for (const subject of Object.keys(healthSubjects) as HealthSubject[]) {
    const { figures, sources, asOf } = await client().explain.origin({ of: 'health', subject });
    expect(figures.map(({ name }) => name)).toEqual(healthSubjects[subject].figures);
    expect(sources).toEqual(healthSubjects[subject].sources);
    expect(Date.parse(asOf)).toBeGreaterThan(0);
  }
});

test('a percentile names its place among the times of the hour', async () => {
  const explained = await client().explain.origin({ of: 'health', subject: 'responses' });
  const { lastHour } = (await client().health.get()).responses;
  expect(valuesOf(explained)).toEqual({ median: lastHour?.p50, p95: lastHour?.p95, p99: lastHour?.p99 });
  expect(factsOf(explained)).toEqual({ questionsLastHour: 4, rank50: 2, rank95: 4, rank99: 4 });
});

test('the share from memory is made of what was counted in the hour', async () => {
  const explained = await client().explain.origin({ of: 'health', subject: 'memory' });
  const { asked, hits, staleHits, misses } = factsOf(explained);
  expect([asked, misses]).toEqual([4, 1]);
  expect(valuesOf(explained).fromMemory).toBe((Number(hits) + Number(staleHits)) / Number(asked));
});

test('failed jobs are told with the statement that reads them', async () => {
  const { statements } = await client().explain.origin({ of: 'health', subject: 'jobs' });
  expect(statements).toMatchObject([
    { sql: expect.stringContaining('FROM job_history'), files: [{ partition: 'live', ran: { rows: 1 } }] },
  ]);
});

test('sizes of indexes are told with the statement that read each, and what it took', async () => {
  const { indexes } = await client().indexes.list();
  const { statements } = await client().explain.origin({ of: 'health', subject: 'indexes' });
  const tables = statements.map(({ parameters }) => parameters.table);
  expect(new Set(tables).size).toBe(tables.length);
  expect(tables).toEqual(
    expect.arrayContaining(indexes.map(({ name }) => name).filter((name) => name !== 'record_search')),
  );
  for (const { sql, files } of statements) {
    expect(sql).toContain('FROM dbstat');
    expect(files).toMatchObject([{ partition: 'live', ran: { rows: 1, elapsedMs: expect.any(Number) } }]);
  }
});

test('an import and the files are told and counted by the same calls', async () => {
  expect(valuesOf(await client().explain.origin({ of: 'import', batchId: 1 }))).toMatchObject({ inserted: 300 });
  expect(valuesOf(await client().explain.origin({ of: 'file', partition: null }))).toMatchObject({ records: 300 });
  expect(await client().explain.count({ of: 'import', batchId: 1 })).toMatchObject({ expected: 300, found: 300 });
  expect(await client().explain.count({ of: 'file', partition: 'live' })).toMatchObject({ expected: 300, found: 300 });
});
