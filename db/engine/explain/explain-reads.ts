/** What files were asked in the course of some work, with what SQLite does to run it. */
import type { ExplainedStatement } from '../../../shared/query/explained.ts';
import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import type { Engine } from '../engine.ts';
import type { Traced } from '../trace.ts';
import { explainStatements, joinFiles } from './explain.ts';

/** A statement as it ran over a file. */
export interface RanStatement extends SqlStatement {
  file: string;
  elapsedMs: number;
  rows: number;
}

/** The statements that readers were asked, one by one. */
export function ranIn(reads: Traced<unknown>['reads']): RanStatement[] {
  return reads.flatMap(({ file, statements, answers }) =>
    statements.map(({ sql, parameters }, at) => {
      const { elapsedMs = 0, rows = [] } = answers[at] ?? {};
      return { file, sql, parameters, elapsedMs, rows: rows.length };
    }),
  );
}

/** What was run, each statement of a file once, with what it took in all and what SQLite does to run it. */
export async function explainRan(engine: Engine, ran: readonly RanStatement[]): Promise<ExplainedStatement[]> {
  const { partitions } = await engine.catalog();
  const explained = await Promise.all(
    partitions.map((partition) => {
      const asked = onceEach(ran.filter(({ file }) => file === partition.file));
      const statements = asked.map((each) => ({ ...each, ran: each }));
      return asked.length === 0 ? [] : explainStatements(engine, partition, statements);
    }),
  );
  return joinFiles(explained.flat());
}

/** Each statement of one file once for what it asks about; slices of days as the days of all of them. */
function onceEach(ran: readonly RanStatement[]): RanStatement[] {
  const once = new Map<string, RanStatement>();
  for (const each of ran) {
    const { from: _, to: __, ...asked } = each.parameters;
    const key = JSON.stringify([each.sql, asked]);
    const known = once.get(key);
    once.set(
      key,
      known
        ? {
            ...known,
            parameters: overAllDays(known.parameters, each.parameters),
            elapsedMs: known.elapsedMs + each.elapsedMs,
            rows: known.rows + each.rows,
          }
        : each,
    );
  }
  return [...once.values()];
}

function overAllDays(
  parameters: SqlStatement['parameters'],
  others: SqlStatement['parameters'],
): SqlStatement['parameters'] {
  const bound = { ...parameters };
  if ('from' in bound) bound.from = Math.min(Number(bound.from), Number(others.from));
  if ('to' in bound) bound.to = Math.max(Number(bound.to), Number(others.to));
  return bound;
}
