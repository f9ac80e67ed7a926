import type { PeriodGrain } from '../../../shared/domain/day.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { buildByLineQuery } from '../../../shared/questions/by-line.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { buildItemsQuery } from '../../../shared/questions/items.ts';
import { buildReasonsQuery } from '../../../shared/questions/reasons.ts';
import { buildTrendQuery } from '../../../shared/questions/trend.ts';

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
