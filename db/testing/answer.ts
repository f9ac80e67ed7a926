import type { Cell } from '../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { statementsOf } from '../dialects/sqlite/report.ts';
import { finishReport } from '../engine/answers/finish-report.ts';
import { armRows, ReportMerger } from '../engine/answers/merge-report.ts';
import { openReadable } from '../engine/sqlite/connection.ts';
import { planReport } from '../planner/plan.ts';
import { readCatalog } from '../store/catalog.ts';
import type { OwnedStore } from '../store/open-store.ts';

/** The rows of an answer over all files of a store, as the engine would give them, without its workers. */
export function answerOf({ live, folder }: OwnedStore, input: ReportQueryInput): Cell[][] {
  const catalog = readCatalog(live, folder);
  const plan = planReport(parseReportQuery(input), catalog);
  const statements = statementsOf(plan);
  const merger = new ReportMerger(plan);
  for (const { partition } of plan.arms) {
    const file = openReadable(partition.file);
    try {
      const rows = statements.map(({ sql, parameters }) => file.rows(sql, parameters));
      merger.add(armRows(plan, rows));
    } finally {
      file.close();
    }
  }
  return finishReport(plan, merger.groups(), catalog.units).rows;
}
