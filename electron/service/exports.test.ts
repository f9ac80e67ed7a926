import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '../../db/engine/engine.ts';
import { importRows } from '../../db/import/import-rows.ts';
import { sampleSource } from '../../db/sample/sample-source.ts';
import { createStore, unwatched } from '../../db/testing/test-store.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { exportReport } from './exports.ts';

let engine: Engine;
let remove: () => void;
beforeAll(async () => {
  const created = createStore();
  remove = created.remove;
  await importRows(
    created.store,
    sampleSource({ records: 500, from: '2024-01-01', to: '2024-12-31', seed: 2 }),
    unwatched,
  );
  created.store.close();
  engine = await Engine.open(created.path, 'own');
});
afterAll(async () => {
  await engine.close();
  remove();
});

test('an export that is cancelled while its answer is still read stops reading, and leaves no file', async () => {
  const control = { report() {}, checkCancelled() {}, onCancel: (cancel: () => void) => cancel() };
  const query = parseReportQuery({ measures: ['lots'], dimensions: ['line'] });
  const options = { byteOrderMark: true, about: true };
  const { exports } = engine.folder;
  await expect(exportReport(engine, exports, query, options, control)).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(exports)).toEqual([]);
});
