import { expect, test } from 'vitest';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { exportableReports, reportToExport } from './exportable.ts';

const scope = { from: '2024-01-01', to: '2024-12-31', filters: [{ field: 'line' as const, in: ['Press 1'] }] };

test.each(exportableReports)('the report %s is the whole table, with the filters of the screen', (report) => {
  const query = parseReportQuery(reportToExport(report, scope, 'month'));
  expect(query.limit).toBeUndefined();
  expect(query).toMatchObject(scope);
});
