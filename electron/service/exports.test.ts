import { readdirSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '../../db/engine/engine.ts';
import { importRows } from '../../db/import/import-rows.ts';
import { sampleSource } from '../../db/sample/sample-source.ts';
import { createStore, unwatched } from '../../db/testing/test-store.ts';
import { reportFormats } from '../../shared/contract/reports.ts';
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

test.each(reportFormats)(
  'an export as %s that is cancelled while its answer is still read leaves no file',
  async (format) => {
    const control = { report() {}, checkCancelled() {}, onCancel: (cancel: () => void) => cancel() };
    const query = parseReportQuery({ measures: ['lots'], dimensions: ['line'] });
    const { exports } = engine.folder;
    await expect(exportReport(engine, exports, { query, format }, control)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(readdirSync(exports)).toEqual([]);
  },
);
