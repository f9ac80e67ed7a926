import { chmodSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { createRouterClient } from '@orpc/server';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { RecordDraft } from '../../db/import/rows/record-draft.ts';
import { createRandom } from '../../db/sample/random.ts';
import { draftOf, emptyDraft } from '../../db/testing/draft.ts';
import { answerByBruteForce } from '../../db/testing/oracle.ts';
import { randomDrafts } from '../../db/testing/random-drafts.ts';
import { createStore, insertRecords, scratchFolder } from '../../db/testing/test-store.ts';
import { writeFromOutside } from '../../db/testing/write-from-outside.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { createService, type Service } from './service.ts';

/** What rollups answer, and what only records do. */
const queries: ReportQueryInput[] = [
  { measures: ['records', 'good', 'yield'], dimensions: ['month', 'line'] },
  { measures: ['records', 'good'], dimensions: ['item'] },
  { measures: ['defects'], dimensions: ['defectReason'], from: '2024-01-01' },
  { measures: ['records', 'good', 'lots'], dimensions: ['operator'] },
  { measures: ['good'], filters: [{ field: 'line', in: ['Line 1'] }] },
];
const drafts = randomDrafts(createRandom(91), { records: 300, from: '2023-06-01', to: '2024-04-30', duplicates: 0 });

let path: string;
let remove: () => void;
let service: Service;
/** The records as they must be, by number. */
let records: Map<number, RecordDraft>;

beforeEach(async () => {
  const created = createStore();
  ({ path, remove } = created);
  await insertRecords(created.store, drafts);
  const lines = created.store.live.rows('SELECT id, source_line FROM production_records');
  records = new Map(lines.map(([id, line]) => [Number(id), structuredClone(draftAt(Number(line)))]));
  created.store.close();
  await reopen();
  await done(client().maintenance.archive({ year: 2023 }));
});
afterEach(async () => {
  await service.close();
  remove();
});

function draftAt(line: number): RecordDraft {
  const draft = drafts.find(({ sourceLine }) => sourceLine === line);
  if (!draft) throw new Error(`There is no draft of line ${line}`);
  return draft;
}

const client = () => createRouterClient(service.router, { context: {} });
const live = () => join(path, 'live.db');
const reopen = async () => {
  service = await createService({ storeFolder: path, appVersion: '0.0.0', access: 'own' });
};

async function done(started: Promise<{ jobId: string }>): Promise<void> {
  expect(await service.finished((await started).jobId)).toMatchObject({ state: 'done' });
}

async function rereadings(): Promise<Job[]> {
  return (await client().jobs.list()).filter(({ kind }) => kind === 'reread');
}

async function expectOracle(): Promise<void> {
  const expected = [...records.values()];
  for (const query of queries) {
    const { rows } = await client().query.run(query);
    expect(rows).toEqual(answerByBruteForce(expected, parseReportQuery(query)).rows);
  }
}

/** Numbers of records of 2024, which are in live. */
const inLive = () => [...records].filter(([, { day }]) => day >= 19_723).map(([id]) => id);

const withOperator = () => inLive().find((id) => records.get(id)?.operator !== null) ?? 0;

function changeRecord(id: number, change: Partial<RecordDraft>): void {
  records.set(id, { ...(records.get(id) ?? emptyDraft), ...change }); // a new object, as the oracle knows those it has seen
}

interface Write {
  name: string;
  sql(): string;
  /** The same to the records of the oracle. */
  apply(): void;
}

const writes: Write[] = [
  {
    name: 'a quantity and a lot',
    sql: () => `UPDATE records SET good_quantity_packed = 48, lot_number = 'from outside' WHERE id = ${inLive()[3]}`,
    apply: () => changeRecord(inLive()[3] ?? 0, { goodQuantity: 12_000_000, lotNumber: 'from outside' }),
  },
  {
    name: 'an operator, of which no rollup knows',
    sql: () => `UPDATE records SET operator_id = NULL WHERE id = ${withOperator()}`,
    apply: () => changeRecord(withOperator(), { operator: null }),
  },
  {
    name: 'a new record of a month that had none',
    sql: () =>
      `INSERT INTO records (production_date, line_id, good_quantity_packed, batch_id, source_distance)
       SELECT 20000, id, 20, 1, 0 FROM lines WHERE name = 'Line 1'`,
    apply: () => records.set(9_999, draftOf('2024-10-04', 'Line 1', 5)),
  },
  {
    name: 'the removal of a whole month',
    sql: () => 'DELETE FROM records WHERE production_date BETWEEN 19754 AND 19782',
    apply: () => {
      for (const [id, { day }] of records) if (day >= 19_754 && day <= 19_782) records.delete(id);
    },
  },
  {
    name: 'an item with another code, also in the archive',
    sql: () => "UPDATE items SET code = 'renamed' WHERE code = 'A-100'",
    apply: () => {
      for (const [id, { itemCode }] of records) if (itemCode === 'A-100') changeRecord(id, { itemCode: 'renamed' });
    },
  },
  {
    name: 'two lines that changed names',
    sql: () =>
      `UPDATE lines SET name = 'between' WHERE name = 'Line 1'; UPDATE lines SET name = 'Line 1' WHERE name = 'Line 10';
       UPDATE lines SET name = 'Line 10' WHERE name = 'between'`,
    apply: () => {
      const other: Record<string, string> = { 'Line 1': 'Line 10', 'Line 10': 'Line 1' };
      for (const [id, { line }] of records) changeRecord(id, { line: other[line ?? ''] ?? line });
    },
  },
];

describe.each(writes)('Another program that writes $name', ({ sql, apply }) => {
  test('is noticed between two questions: every answer is that of the records as they are', async () => {
    await expectOracle();
    writeFromOutside(live(), sql());
    apply();
    await service.lookForForeignWrites();
    await expectOracle();
    await service.lookForForeignWrites();
    expect(await rereadings()).toMatchObject([{ state: 'done', result: { live: true, notAsSealed: '' } }]);
  });
});

test('what another program wrote while the store was closed is noticed before the first question', async () => {
  await service.close();
  for (const { sql, apply } of writes) {
    writeFromOutside(live(), sql());
    apply();
  }
  await reopen();
  await expectOracle();
});

test('what the program itself does is not taken for the work of another', async () => {
  const { maintenance } = client();
  const { path: folder, remove: removeBackup } = scratchFolder();
  for (const start of [
    () => maintenance.archive({ year: 2024 }),
    maintenance.vacuum,
    maintenance.integrity,
    () => maintenance.backup({ folder }),
  ]) {
    await done(start());
    await service.lookForForeignWrites();
  }
  await service.close();
  await reopen();
  expect(await rereadings()).toEqual([]);
  removeBackup();
});

test('a job that begins before a change was noticed builds on what is there now', async () => {
  const [id = 0] = inLive();
  writeFromOutside(live(), `UPDATE records SET good_quantity_packed = 48, operator_id = NULL WHERE id = ${id}`);
  changeRecord(id, { goodQuantity: 12_000_000, operator: null });
  await done(client().maintenance.archive({ year: 2024 }));
  await service.lookForForeignWrites();
  await expectOracle();
  expect(await rereadings()).toHaveLength(1);
});

test('new records get numbers above those that another program gave', async () => {
  writeFromOutside(
    live(),
    'INSERT INTO records (id, production_date, good_quantity_packed, batch_id, source_distance) VALUES (5000, 19800, 4, 1, 0)',
  );
  await service.lookForForeignWrites();
  const jobId = service.startSample({ records: 50, from: '2024-05-01', to: '2024-05-03', seed: 1 });
  expect(await service.finished(jobId)).toMatchObject({ state: 'done' });
});

describe('An archive', () => {
  const archive = () => join(path, 'archive_2023.db');

  test('that another program wrote is told of, and answers of before are not used', async () => {
    await expectOracle();
    chmodSync(archive(), 0o644);
    writeFromOutside(archive(), "UPDATE records SET note = 'from outside' WHERE id = (SELECT MIN(id) FROM records)");
    await service.lookForForeignWrites();
    const [job] = await rereadings();
    expect(job?.message).toBe(
      'archive_2023.db changed after sealing, or cannot be read; do not rely on it, and rebuild it from a backup under Maintenance.',
    );
    const { cache } = await client().query.run(queries[0] as ReportQueryInput);
    expect(cache).toBe('miss');
  });

  test('that was only touched is as it was sealed', async () => {
    utimesSync(archive(), 1, 1);
    await service.lookForForeignWrites();
    expect(await rereadings()).toMatchObject([{ state: 'done', result: { live: false, notAsSealed: '' } }]);
    await expectOracle();
  });
});
