import type { ExplainedStatement } from '../../shared/query/explained.ts';

/**
 * A statement as SQLite's own shell takes it: the parameters are set first, then the statement runs. Stopping it midway is
 * the program's own business, and a function that the shell does not have.
 */
export function statementToCopy({ sql, parameters }: Pick<ExplainedStatement, 'sql' | 'parameters'>): string {
  const set = Object.entries(parameters).map(([name, value]) => `.parameter set @${name} ${shellValue(value)}`);
  return [...set, `${sql.replaceAll('keep_going()', 'TRUE')};`, ''].join('\n');
}

/** The shell takes a value as an SQL expression in quotes of its own. */
function shellValue(value: string | number | null): string {
  if (value === null) return 'NULL';
  if (typeof value === 'number') return String(value);
  return `"'${value.replaceAll("'", "''").replaceAll('\\', '\\\\').replaceAll('"', '\\"')}'"`;
}
