/**
 * Notices when SQLite runs a statement in another way than it did: after its statistics or its version changed, or in one
 * file unlike in the others. Answers stay right; they may have become slow, and someone should know why.
 */
import { LRUCache } from 'lru-cache';
import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import type { ReadableDatabase } from './connection.ts';

export interface PlanChange {
  file: string;
  sql: string;
  /** SQLite's own words, a line a step. */
  before: string;
  after: string;
}

/** A program asks a few hundred shapes of question. */
const STATEMENTS_KNOWN = 1_000;
/** Shapes times files. */
const LOOKS_KEPT = 20_000;

export class PlanWatch {
  readonly #plans = new LRUCache<string, string>({ max: STATEMENTS_KNOWN });
  readonly #looked = new LRUCache<string, true>({ max: LOOKS_KEPT });

  /** Looks at a statement the first time that a file runs it, and again whenever the file's schema or statistics changed. */
  look(database: ReadableDatabase, { sql, parameters }: SqlStatement): PlanChange | null {
    const version = database.rows('PRAGMA schema_version')[0]?.[0];
    const look = `${database.path} ${version} ${sql}`;
    if (this.#looked.has(look)) return null;
    this.#looked.set(look, true);
    const after = database
      .rows(`EXPLAIN QUERY PLAN ${sql}`, parameters)
      .map((step) => String(step.at(-1)))
      .join('\n');
    const before = this.#plans.get(sql);
    this.#plans.set(sql, after);
    return before === undefined || before === after ? null : { file: database.path, sql, before, after };
  }
}
