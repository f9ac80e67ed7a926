import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { sampleEngine } from '../../db/testing/sample-engine.ts';
import { reportFormats } from '../../shared/contract/reports.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { exportReport } from './exports.ts';

const sample = sampleEngine({ records: 500, from: '2024-01-01', to: '2024-12-31', seed: 2 });

test('an export is named after what it is of and its days', async () => {
  const control = { report() {}, checkCancelled() {}, onCancel() {} };
  const query = parseReportQuery({ measures: ['good'], dimensions: [], from: '2024-01-01', to: '2024-12-31' });
  const named = async (title?: string) =>
    (await exportReport(sample.engine, sample.engine.folder.exports, { query, format: 'csv', title }, control))
      .fileName;
  expect(await named('Good: press 1/2')).toBe('Good- press 1-2 2024-01-01 to 2024-12-31.csv');
  expect(await named()).toMatch(/^throughline-report-\d{8}-\d{6}\.csv$/);
  for (const name of readdirSync(sample.engine.folder.exports)) rmSync(join(sample.engine.folder.exports, name));
});

test.each(reportFormats)(
  'an export as %s that is cancelled while its answer is still read leaves no file',
  async (format) => {
    const control = { report() {}, checkCancelled() {}, onCancel: (cancel: () => void) => cancel() };
    const query = parseReportQuery({ measures: ['lots'], dimensions: ['line'] });
    const { exports } = sample.engine.folder;
    await expect(exportReport(sample.engine, exports, { query, format }, control)).rejects.toMatchObject({
      code: 'CANCELLED',
    });
    expect(readdirSync(exports)).toEqual([]);
  },
);
