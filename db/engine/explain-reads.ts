/** What files were asked in the course of some work, with what SQLite does to run it. */
import type { ExplainedStatement } from '../../shared/query/explained.ts';
import type { SqlStatement } from '../dialects/sqlite/report.ts';
import type { Engine } from './engine.ts';
import { explainStatements, joinFiles } from './explain.ts';
import type { Traced } from './trace.ts';

/** The statements of what was read, each once, with what it took in all. */
export async function explainReads(engine: Engine, reads: Traced<unknown>['reads']): Promise<ExplainedStatement[]> {
  const files = new Set(reads.map(({ file }) => file));
  const { partitions } = await engine.catalog();
  const explained = await Promise.all(
    partitions
      .filter(({ file }) => files.has(file))
      .map((partition) => {
        const asked = onceEach(reads.filter(({ file }) => file === partition.file));
        const ran = asked.map(({ statement, ...took }) => ({ partition: partition.name, sql: statement.sql, ...took }));
        const statements = asked.map(({ statement }) => statement);
        return explainStatements(engine, partition, statements, ran);
      }),
  );
  return joinFiles(explained.flat());
}

interface Asked {
  statement: SqlStatement;
  elapsedMs: number;
  rows: number;
}

/** Each statement of one file once; slices of days as the days of all of them. */
function onceEach(reads: Traced<unknown>['reads']): Asked[] {
  const asked = new Map<string, Asked>();
  for (const { statements, answers } of reads) {
    statements.forEach((statement, at) => {
      const { elapsedMs = 0, rows = [] } = answers[at] ?? {};
      const known = asked.get(statement.sql);
      asked.set(statement.sql, {
        statement: known ? overAllDays(known.statement, statement) : statement,
        elapsedMs: (known?.elapsedMs ?? 0) + elapsedMs,
        rows: (known?.rows ?? 0) + rows.length,
      });
    });
  }
  return [...asked.values()];
}

function overAllDays({ sql, parameters }: SqlStatement, { parameters: others }: SqlStatement): SqlStatement {
  const bound = { ...parameters };
  if ('from' in bound) bound.from = Math.min(Number(bound.from), Number(others.from));
  if ('to' in bound) bound.to = Math.max(Number(bound.to), Number(others.to));
  return { sql, parameters: bound };
}
