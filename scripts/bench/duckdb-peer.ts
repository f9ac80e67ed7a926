import { DuckDBInstance, type DuckDBPreparedStatement } from '@duckdb/node-api';
import type { Cell } from '../../shared/query/answer.ts';
import { duckdbQuestions } from './duckdb-questions.ts';
import type { Peer } from './peer.ts';
import { type QuestionName, questionNames } from './questions.ts';

export const DUCKDB_THREADS = 2;

/** DuckDB over its native file; statements are prepared once. */
export async function openDuckdbPeer(file: string, records: number): Promise<Peer> {
  const instance = await DuckDBInstance.create(file, { threads: String(DUCKDB_THREADS), access_mode: 'READ_ONLY' });
  const connection = await instance.connect();
  const prepared = new Map<QuestionName, DuckDBPreparedStatement[]>();
  return {
    name: 'duckdb',
    questions: questionNames,
    async ask(question) {
      let statements = prepared.get(question);
      if (!statements) {
        statements = await Promise.all(duckdbQuestions[question](records).map((sql) => connection.prepare(sql)));
        prepared.set(question, statements);
      }
      const rows: Cell[][] = [];
      for (const statement of statements) {
        const reader = await statement.runAndReadAll();
        for (const row of reader.getRowsJS()) rows.push(row.map(cellOf));
      }
      return rows;
    },
    async close() {
      for (const statement of [...prepared.values()].flat()) statement.destroySync();
      connection.closeSync();
      instance.closeSync();
    },
  };
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new Error(`DuckDB answered with a ${typeof value}, which no question asks for.`);
}
