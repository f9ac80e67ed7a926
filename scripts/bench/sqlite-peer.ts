import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import type { Cell } from '../../shared/query/answer.ts';
import type { Peer } from './peer.ts';
import { years } from './plant.ts';
import { type QuestionName, questionNames } from './questions.ts';
import { sqliteQuestions } from './sqlite-questions.ts';

/** The cache that the program gives each of its own connections. */
const CACHE_KIB = 16_384;

/** SQLite over a text table a year, every year attached; statements are prepared once. */
export function openSqlitePeer(name: 'indexed' | 'plain', folder: string, records: number): Peer {
  const sqlite = new Sqlite(':memory:');
  for (const year of years) {
    sqlite.exec(`ATTACH '${join(folder, `${year}.db`).replaceAll("'", "''")}' AS y${year}`);
    sqlite.pragma(`y${year}.cache_size = -${CACHE_KIB}`);
  }
  const prepared = new Map<QuestionName, Sqlite.Statement[]>();
  return {
    name,
    questions: questionNames,
    async ask(question) {
      let statements = prepared.get(question);
      if (!statements) {
        statements = sqliteQuestions[question](records).map((sql) => sqlite.prepare(sql).raw());
        prepared.set(question, statements);
      }
      return statements.flatMap((statement) => statement.all() as Cell[][]);
    },
    async close() {
      sqlite.close();
    },
  };
}
