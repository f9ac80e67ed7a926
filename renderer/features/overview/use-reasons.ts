import { type ParetoRow, toPareto } from '../../../shared/quality/to-pareto.ts';
import { rowsOf } from '../../../shared/query/answer-rows.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';
import { buildReasonsQuery } from '../../../shared/questions/reasons.ts';
import { type ComparedScope, withoutField } from '../../charts/compared-scope.ts';
import { type Report, useReport } from '../../lib/use-report.ts';

export interface Reasons {
  rows: ParetoRow[];
  /** Whether any defect has a reason: without, a Pareto says nothing. */
  known: boolean;
  query: ReportQueryInput;
  report: Report;
}

/** Defects by reason over the scope, but over all reasons. */
export function useReasons(scope: ComparedScope): Reasons {
  const query = buildReasonsQuery(withoutField(scope.now, 'defectReason'));
  const report = useReport(query);
  const rows = report.shown ? toPareto(rowsOf(report.shown, 'defectReason')) : [];
  return { rows, known: rows.some((row) => row.key !== null), query, report };
}
