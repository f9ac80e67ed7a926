import { expect, test } from 'vitest';
import type { FilterField } from '../../../shared/query/dimensions.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { exportableReports, reportsWith, reportToExport } from './exportable.ts';

const scope = { from: '2024-01-01', to: '2024-12-31', filters: [{ field: 'line' as const, in: ['Press 1'] }] };

const all = { measures: new Set<Measure>(), unrecorded: new Set<FilterField>() };

test.each(exportableReports)('the report %s is the whole table, with the filters of the screen', (report) => {
  const query = parseReportQuery(reportToExport(report, scope, 'month', all));
  expect(query.limit).toBeUndefined();
  expect(query).toMatchObject(scope);
});

test('of a store without lines and reasons there is no table by either, and items are told by what was made of them', () => {
  const poor = { measures: new Set<Measure>(['defects']), unrecorded: new Set<FilterField>(['line', 'defectReason']) };
  expect(reportsWith(all)).toEqual(exportableReports);
  expect(reportsWith(poor)).toEqual(['trend', 'item']);
  expect(reportToExport('item', scope, 'month', poor).orderBy).toEqual([{ field: 'good', direction: 'desc' }]);
});
