/** What stands behind an answer: what its files were asked, or would have been asked where memory answered. */
import { isoFromDay } from '../../../shared/domain/day.ts';
import type { PlanSummary } from '../../../shared/query/answer.ts';
import type { ExplainedReport, ExplainedStatement } from '../../../shared/query/explained.ts';
import type { ReportQuery } from '../../../shared/query/report-query.ts';
import { readQueryPlan } from '../../dialects/sqlite/read-query-plan.ts';
import { type SqlStatement, statementsOf } from '../../dialects/sqlite/report.ts';
import { judgeRollups } from '../../planner/choose-rollup.ts';
import { type Arm, type DayRange, type Plan, planReport } from '../../planner/plan.ts';
import { monthInRange } from '../../planner/prune-partitions.ts';
import { extent } from '../../store/catalog.ts';
import type { Engine } from '../engine.ts';

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
      const { name } = arm.partition;
      const asked = statementsOf(part).map((statement) => {
        const ran = made.statements.find(({ partition, sql }) => partition === name && sql === statement.sql);
        return { ...statement, ran: ran ?? null };
      });
      return explainStatements(engine, arm.partition, asked);
    }),
  );
  return {
    rollups: judgeRollups(plan),
    stretches: plan.stretches.map(({ grain, from, to }) => ({ grain, from: isoFromDay(from), to: isoFromDay(to) })),
    statements: joinFiles(statements.flat()),
  };
}

/** A statement with what it took where it ran. */
export interface AskedStatement extends SqlStatement {
  ran: { elapsedMs: number; rows: number } | null;
}

/** Statements over one file with their plans. */
export async function explainStatements(
  engine: Engine,
  { name, file }: Arm['partition'],
  asked: readonly AskedStatement[],
): Promise<ExplainedStatement[]> {
  const statements = asked.map(({ sql, parameters }) => ({ sql, parameters }));
  const plans = await engine.ask('queryPlans', { file, statements });
  return asked.map(({ sql, parameters, ran }, at) => ({
    sql,
    parameters: shown(parameters),
    files: [{ partition: name, ran: ran && { elapsedMs: ran.elapsedMs, rows: ran.rows } }],
    steps: readQueryPlan(sql, plans[at] ?? []),
  }));
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
