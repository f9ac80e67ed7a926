import type { PeriodGrain } from '../../../shared/domain/day.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { buildByLineQuery } from '../../charts/by-line/build-query.ts';
import type { ChartScope } from '../../charts/chart-scope.ts';
import { buildItemsQuery } from '../../charts/items/build-query.ts';
import { buildReasonsQuery } from '../../charts/reasons/build-query.ts';
import { buildTrendQuery } from '../../charts/trend/build-query.ts';

/** The reports that can be written, each the whole table behind a chart of the overview. */
export const exportableReports = ['trend', 'line', 'item', 'defectReason'] as const;
export type ExportableReport = (typeof exportableReports)[number];

/** The query of a report, without the limit that the screen has. */
export function reportToExport(report: ExportableReport, scope: ChartScope, grain: PeriodGrain): ReportQueryInput {
  switch (report) {
    case 'trend':
      return buildTrendQuery(scope, grain);
    case 'line':
      return buildByLineQuery(scope);
    case 'item':
      return buildItemsQuery(scope, 'defects');
    default:
      return buildReasonsQuery(scope);
  }
}
