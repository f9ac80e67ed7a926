import type { PeriodGrain } from '../../../shared/domain/day.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import type { WithoutData } from '../../../shared/query/without-data.ts';
import { buildByLineQuery } from '../../../shared/questions/by-line.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { buildItemsQuery } from '../../../shared/questions/items.ts';
import { buildReasonsQuery } from '../../../shared/questions/reasons.ts';
import { buildTrendQuery } from '../../../shared/questions/trend.ts';

/** The reports that can be written, each the whole table behind a chart of the overview. */
export const exportableReports = ['trend', 'line', 'item', 'defectReason'] as const;
export type ExportableReport = (typeof exportableReports)[number];

/** Those that a store has something for: what is never recorded has no table. */
export function reportsWith({ unrecorded }: Pick<WithoutData, 'unrecorded'>): ExportableReport[] {
  return exportableReports.filter((report) => report === 'trend' || !unrecorded.has(report));
}

/** The query of a report, without the limit that the screen has; items by what was made of them where no defects are recorded. */
export function reportToExport(
  report: ExportableReport,
  scope: ChartScope,
  grain: PeriodGrain,
  { measures: without }: Pick<WithoutData, 'measures'>,
): ReportQueryInput {
  switch (report) {
    case 'trend':
      return buildTrendQuery(scope, grain);
    case 'line':
      return buildByLineQuery(scope);
    case 'item':
      return buildItemsQuery(scope, without.has('defects') ? 'good' : 'defects');
    default:
      return buildReasonsQuery(scope);
  }
}
