/** What stands behind an answer: what its files were asked, or would have been asked where memory answered. */
import { isoFromDay } from '../../shared/domain/day.ts';
import type { PlanSummary } from '../../shared/query/answer.ts';
import type { ExplainedReport, ExplainedStatement } from '../../shared/query/explained.ts';
import type { ReportQuery } from '../../shared/query/report-query.ts';
import { readQueryPlan } from '../dialects/sqlite/read-query-plan.ts';
import { type SqlStatement, statementsOf } from '../dialects/sqlite/report.ts';
import { judgeRollups } from '../planner/choose-rollup.ts';
import { type Arm, type DayRange, type Plan, planReport } from '../planner/plan.ts';
import { monthInRange } from '../planner/prune-partitions.ts';
import { extent } from '../store/catalog.ts';
import type { Engine } from './engine.ts';

/** Explains the answer to a normalised query that was made as `made` says. Nothing is read but the plans of SQLite. */
export async function explainReport(
  engine: Engine,
  query: ReportQuery,
  made: PlanSummary,
): Promise<Pick<ExplainedReport, 'rollups' | 'stretches' | 'statements'>> {
  const plan = planReport(query, await engine.catalog());
  const inSlices = made.source.of === 'records' && made.source.slices !== null;
  const statements = await Promise.all(
    plan.arms.map((arm) => {
      const part = { ...plan, range: inSlices ? daysRead(arm, plan.range) : plan.range };
      return explainStatements(engine, arm.partition, statementsOf(part), made.statements);
    }),
  );
  return {
    rollups: judgeRollups(plan),
    stretches: plan.stretches.map(({ grain, from, to }) => ({ grain, from: isoFromDay(from), to: isoFromDay(to) })),
    statements: joinFiles(statements.flat()),
  };
}

/** Statements over one file with their plans, and with what they took where they are among those that ran. */
export async function explainStatements(
  engine: Engine,
  { name, file }: Arm['partition'],
  statements: readonly SqlStatement[],
  ran: PlanSummary['statements'],
): Promise<ExplainedStatement[]> {
  const plans = await engine.ask('queryPlans', { file, statements: [...statements] });
  return statements.map(({ sql, parameters }, at) => {
    const run = ran.find((each) => each.partition === name && each.sql === sql);
    return {
      sql,
      parameters: shown(parameters),
      files: [{ partition: name, ran: run ? { elapsedMs: run.elapsedMs, rows: run.rows } : null }],
      steps: readQueryPlan(sql, plans[at] ?? []),
    };
  });
}

/** A statement once, where several files are asked the same and run it in the same way. */
export function joinFiles(statements: readonly ExplainedStatement[]): ExplainedStatement[] {
  const joined = new Map<string, ExplainedStatement>();
  for (const statement of statements) {
    const { files, ...same } = statement;
    const key = JSON.stringify(same);
    joined.set(key, { ...statement, files: [...(joined.get(key)?.files ?? []), ...files] });
  }
  return [...joined.values()];
}

/** The days that slices of a file are cut from: each of them names its own. */
function daysRead({ partition }: Arm, range: DayRange): Plan['range'] {
  const { firstDay, lastDay } = extent(partition.months.filter((month) => monthInRange(month, range)));
  return {
    from: firstDay === null ? range.from : Math.max(firstDay, range.from ?? firstDay),
    to: lastDay === null ? range.to : Math.min(lastDay, range.to ?? lastDay),
  };
}

function shown(parameters: SqlStatement['parameters']): ExplainedStatement['parameters'] {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value]),
  );
}
