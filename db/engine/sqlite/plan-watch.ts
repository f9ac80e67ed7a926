/**
 * Tells which indexes statements go by, and notices when SQLite runs a statement in another way than it did: after its statistics or its version changed, or in one
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

interface Look {
  /** The indexes that the statement goes by in this file. */
  indexes: readonly string[];
  change: PlanChange | null;
}

/** A program asks a few hundred shapes of question. */
const STATEMENTS_KNOWN = 1_000;
/** Shapes times files. */
const LOOKS_KEPT = 20_000;

export class PlanWatch {
  readonly #plans = new LRUCache<string, string>({ max: STATEMENTS_KNOWN });
  readonly #looked = new LRUCache<string, readonly string[]>({ max: LOOKS_KEPT });

  /** Looks at a statement the first time that a file runs it, and again whenever the file's schema or statistics changed. */
  look(database: ReadableDatabase, { sql, parameters }: SqlStatement): Look {
    const version = database.rows('PRAGMA schema_version')[0]?.[0];
    const look = `${database.path} ${version} ${sql}`;
    const known = this.#looked.get(look);
    if (known) return { indexes: known, change: null };
    const after = database
      .rows(`EXPLAIN QUERY PLAN ${sql}`, parameters)
      .map((step) => String(step.at(-1)))
      .join('\n');
    const before = this.#plans.get(sql);
    this.#plans.set(sql, after);
    const indexes = indexesOf(after);
    this.#looked.set(look, indexes);
    const isSame = before === undefined || before === after;
    return { indexes, change: isSame ? null : { file: database.path, sql, before, after } };
  }
}

/** The indexes that a plan names, in SQLite's words; a full-text index is read as a virtual table. */
export function indexesOf(plan: string): string[] {
  const named = plan.matchAll(/\bINDEX (?!\d)(\w+)|(\w+) VIRTUAL TABLE INDEX/g);
  return [...new Set([...named].map(([, index, table]) => index ?? table ?? ''))];
}
