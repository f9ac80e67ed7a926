import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { scratchFolder } from '../../db/testing/test-store.ts';
import { appErrorOf } from '../../shared/contract/contract-error.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { measureNames } from '../../shared/query/measures.ts';
import type { ReportQueryInput } from '../../shared/query/report-query.ts';
import { createService, type Service } from './service.ts';

const sample = { records: 300, from: '2023-11-01', to: '2024-02-29', seed: 5 };
const options = { appVersion: '0.0.0', access: 'own' as const };
let path: string;
let remove: () => void;
let service: Service;
beforeEach(async () => {
  ({ path, remove } = scratchFolder());
  service = await createService({ storeFolder: path, ...options });
});
afterEach(async () => {
  await service.close();
  remove();
});

const clientOf = ({ router }: Service) => createRouterClient(router, { context: {} });
const client = () => clientOf(service);

/** The error of a call as a window or a script meets it. */
async function errorOf(call: Promise<unknown>): Promise<[code: string | undefined, message: string | undefined]> {
  const error = appErrorOf(await call.catch((thrown: unknown) => thrown));
  return [error?.code, error?.message];
}

async function done({ jobId }: { jobId: string }): Promise<Job> {
  const job = await service.finished(jobId);
  expect([job.state, job.message]).toEqual(['done', expect.any(String)]);
  return job;
}

async function importText(text: string, name = 'plant.csv'): Promise<Job> {
  writeFileSync(join(path, name), text);
  const fileId = service.files.register(join(path, name));
  const { profile } = await client().imports.inspect({ fileId });
  return done(await client().imports.start({ fileId, profile }));
}

/** What one who follows a question sees of it, to the end. */
async function seenOf(query: ReportQueryInput): Promise<string[]> {
  const seen: string[] = [];
  for await (const each of await client().query.follow({ query })) {
    seen.push(each.type === 'answer' ? `${each.answer.cache} ${each.answer.rows[0]?.[0]}` : each.type);
  }
  return seen;
}

describe('An import', () => {
  const csv = (month: string, good: number) => `production_date,line,good_quantity\n2024-${month}-01,A,${good}\n`;

  test('is read as remembered for its header, unless not a row of it is a record that way', async () => {
    await importText(csv('01', 1));
    const inspect = (name: string, text: string) => {
      writeFileSync(join(path, name), text);
      return client().imports.inspect({ fileId: service.files.register(join(path, name)) });
    };
    expect(await inspect('same.csv', csv('02', 2))).toMatchObject({ remembered: true, preview: { accepted: 1 } });
    const other = await inspect('other.csv', 'production_date,line,good_quantity\n31.12.2024,A,5\n');
    expect(other).toMatchObject({ remembered: false, profile: { dateFormat: 'D.M.YYYY' }, preview: { accepted: 1 } });
  });

  test('makes stale the answers that it touches; archiving makes none stale', async () => {
    await importText(csv('01', 1));
    await importText(csv('02', 2));
    const january: ReportQueryInput = { measures: ['good'], from: '2024-01-01', to: '2024-01-31' };
    const all: ReportQueryInput = { measures: ['good'] };
    expect([await seenOf(january), await seenOf(all)]).toEqual([['miss 1'], ['miss 3']]);
    await importText(csv('03', 4));
    expect(await seenOf(january)).toEqual(['fresh 1']);
    expect((await seenOf(all)).at(-1)).toBe('fresh 7'); // after a stale one, where it was not made new before it was asked
    await done(await client().maintenance.archive({ year: 2024 }));
    expect([await seenOf(january), await seenOf(all)]).toEqual([['fresh 1'], ['fresh 7']]);
  });

  test('that is undone makes stale what it had touched, and who asks once never gets a stale answer', async () => {
    await importText(csv('01', 1));
    await importText(csv('02', 2));
    const all: ReportQueryInput = { measures: ['good'] };
    await seenOf(all);
    await done(await client().imports.undo({ batchId: 2 }));
    const { cache, rows } = await client().query.run(all);
    expect([cache, rows]).toEqual([expect.not.stringMatching('stale'), [[1]]]);
  });

  test('is in the history with its figures, can be undone once, and its rejects fetched', async () => {
    const job = await importText(`${csv('01', 1)}2024-01-02,A,many\n${'2024-01-03,A,3\n'.repeat(20)}`);
    expect(job.result).toMatchObject({ inserted: 21, rejected: 1 });
    const [batch] = await client().imports.history();
    expect(batch).toMatchObject({
      file: 'plant.csv',
      rowsRead: 22,
      inserted: 21,
      rejected: 1,
      firstDate: '2024-01-01',
      lastDate: '2024-01-03',
    });
    const batchId = batch?.batchId ?? 0;
    const { downloadId, fileName } = await client().imports.rejects({ batchId });
    expect(fileName).toBe('1-plant.rejects.csv');
    expect(readFileSync(service.downloads.get(downloadId).path, 'utf8')).toMatch(/\n3,.*many/);
    await done(await client().imports.undo({ batchId }));
    for await (const counted of await client().records.count({}))
      expect(counted).toMatchObject({ type: 'count', count: 0 });
    expect(await errorOf(client().imports.undo({ batchId }))).toEqual([
      'NOT_UNDOABLE',
      expect.stringContaining('was undone before'),
    ]);
    expect((await client().jobs.list()).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'undo done',
      'import done',
    ]);
  });
});

describe('An export', () => {
  beforeEach(async () => {
    await service.finished(service.startSample(sample));
  });
  const textOf = ({ result }: Job) => readFileSync(service.downloads.get(String(result?.downloadId)).path, 'utf8');

  test('of a report holds what is on screen, then its range, filters, definitions and as-of', async () => {
    const query: ReportQueryInput = {
      measures: ['good', 'scrapRate'],
      dimensions: ['line'],
      from: '2024-01-01',
      filters: [{ field: 'shift', in: ['Early', null] }],
    };
    const answer = await client().query.run(query);
    const text = textOf(await done(await client().exports.report({ query })));
    expect(text.startsWith('\uFEFFline,good,scrapRate\r\n')).toBe(true);
    const [rows = '', about = ''] = text.split('about this file');
    expect(rows.trim().split('\r\n').slice(1)).toEqual(answer.rows.map((row) => row.join(',')));
    expect(about).toContain('from,2024-01-01\r\nto,the last record\r\nshift,"Early, (not recorded)"\r\nas of,');
    expect(about).toContain(`rows,${answer.rows.length}\r\ngood,sum of good\r\nscrapRate,defects / (good + defects)`);
    expect(about).toContain('unit of scrapRate,fraction of 1');
    const bare = textOf(await done(await client().exports.report({ query, byteOrderMark: false, about: false })));
    expect(bare).toBe(rows.slice(1).replace(/(\r\n)+$/, '\r\n'));
  });

  test('of records can be imported again as it is, to the same numbers', async () => {
    const query: ReportQueryInput = {
      measures: measureNames,
      dimensions: ['month', 'line', 'item', 'shift'],
    };
    const before = await client().query.run(query);
    const job = await done(await client().exports.records({ scope: {}, about: false }));
    expect(job.result?.rows).toBe(sample.records);
    await service.close();
    const text = readFileSync(service.downloads.get(String(job.result?.downloadId)).path, 'utf8');
    remove();
    ({ path, remove } = scratchFolder());
    service = await createService({ storeFolder: path, ...options });
    expect((await importText(text)).result).toMatchObject({ inserted: sample.records, rejected: 0, rounded: 0 });
    const after = await client().query.run(query);
    expect([after.columns, after.rows]).toEqual([before.columns, before.rows]);
  });

  test('made at the same moment as another has a file of its own', async () => {
    const start = (line: string) =>
      client().exports.records({ scope: { filters: [{ field: 'line', in: [line] }] }, about: false });
    const { values } = await client().values.list({ field: 'line' });
    const jobs = await Promise.all(values.slice(0, 3).map(({ value }) => start(value ?? '')));
    for (const [at, job] of jobs.entries()) {
      const rows = textOf(await done(job))
        .trim()
        .split('\r\n')
        .slice(1);
      expect(rows.every((row) => row.includes(values[at]?.value ?? '?'))).toBe(true);
    }
  });

  test('of an earlier run is cleared when the store is opened again', async () => {
    await done(await client().exports.records({ scope: {} }));
    expect(readdirSync(join(path, 'exports'))).toHaveLength(1);
    await service.close();
    service = await createService({ storeFolder: path, ...options });
    expect(readdirSync(join(path, 'exports'))).toEqual([]);
  });
});

test('closing cancels what runs, keeps nothing of it, and frees the store', async () => {
  const jobId = service.startSample({ ...sample, records: 200_000 });
  await service.close();
  expect((await service.finished(jobId)).state).toBe('cancelled');
  service = await createService({ storeFolder: path, ...options });
  expect((await client().store.status()).records).toBe(0);
});

test('the status tells of every file, and VACUUM and the integrity check end with figures in words', async () => {
  await service.finished(service.startSample(sample));
  await done(await client().maintenance.archive({ year: 2023 }));
  const { partitions, records, archivableYears, appVersion } = await client().store.status();
  expect(partitions.map(({ name, firstDate }) => `${name} ${firstDate?.slice(0, 4)}`)).toEqual([
    'live 2024',
    'archive_2023 2023',
  ]);
  expect(records).toBe(sample.records);
  expect(archivableYears.map(({ year }) => year)).toEqual([2024]);
  expect(appVersion).toBe('0.0.0');
  expect((await done(await client().maintenance.vacuum())).message).toMatch(
    /^live went from \d+\.\d MB to \d+\.\d MB\.$/,
  );
  expect((await done(await client().maintenance.integrity())).message).toMatch(/^All is sound: 300 records in 2 files/);
});

describe('The cache', () => {
  beforeEach(async () => {
    await service.finished(service.startSample(sample));
  });
  const stateOf = async (query: ReportQueryInput) => (await client().query.run(query)).cache;

  test('drops what concerns a line, or everything', async () => {
    const listed = () => client().values.list({ field: 'line' });
    const [one = null, two = null] = (await listed()).values.map(({ value }) => value);
    const ask = async () => [
      await stateOf({ measures: ['good'], filters: [{ field: 'line', in: [one] }] }),
      await stateOf({ measures: ['defects'], filters: [{ field: 'line', in: [two] }] }),
    ];
    expect(await ask()).toEqual(['miss', 'miss']);
    expect((await client().cache.drop({ line: one ?? '' })).dropped).toBeGreaterThanOrEqual(2);
    expect((await listed()).cache).toBe('miss'); // the list of lines as well
    expect(await ask()).toEqual(['miss', 'fresh']);
    expect((await client().cache.drop({})).dropped).toBeGreaterThanOrEqual(3);
    expect(await ask()).toEqual(['miss', 'miss']);
  });

  test('keeps counts and lists of values until what they are made of changes', async () => {
    const countOf = async (search: string) => {
      for await (const seen of await client().records.count({ search }))
        if (seen.type === 'count') return [seen.cache, seen.count];
    };
    const listOf = async (search: string) => {
      const { cache, values } = await client().values.list({ field: 'item', search });
      return [cache, values.length];
    };
    const ask = async () => [await countOf(''), await countOf('zz-new'), await listOf('zz-new')];
    const all = (state: unknown, ...numbers: number[]) => numbers.map((number) => [state, number]);
    expect(await ask()).toEqual(all('miss', 300, 0, 0));
    expect(await ask()).toEqual(all('fresh', 300, 0, 0));
    await importText('production_date,line,item_code,good_quantity\n2024-05-01,A,zz-new,1\n');
    expect(await ask()).toEqual(all(expect.stringMatching(/miss|fresh/), 301, 1, 1)); // computed ahead, it may be
    expect(await ask()).toEqual(all('fresh', 301, 1, 1));
  });
});
