import { expect, test } from 'vitest';
import { statementToCopy } from './statement-to-copy.ts';

test('a statement is copied with its parameters as the shell of SQLite sets them', () => {
  const parameters = { from: 20_028, none: null, filter_line: '["It\'s \\"1\\""]' };
  expect(statementToCopy({ sql: 'SELECT @from', parameters })).toBe(
    [
      '.parameter set @from 20028',
      '.parameter set @none NULL',
      String.raw`.parameter set @filter_line "'[\"It''s \\\"1\\\"\"]'"`,
      'SELECT @from;',
      '',
    ].join('\n'),
  );
});

test('what only the program can do is left out', () => {
  const sql = 'SELECT 1 WHERE (r.id & 511 <> 0 OR keep_going())';
  expect(statementToCopy({ sql, parameters: {} })).toBe('SELECT 1 WHERE (r.id & 511 <> 0 OR TRUE);\n');
});
