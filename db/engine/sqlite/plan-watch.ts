/**
 * Tells which indexes statements go by, and notices when SQLite runs a statement in another way than it did: after its statistics or its version changed, or in one
 * file unlike in the others. Answers stay right; they may have become slow, and someone should know why.
 */
import { LRUCache } from 'lru-cache';
import type { SqlStatement } from '../../dialects/sqlite/report.ts';
import type { ReadableDatabase, Value } from './connection.ts';

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

/** What is known of a statement: the plan it had last, and by which indexes each file goes in which version of its schema. */
interface Known {
  plan: string;
  files: Map<string, { version: Value; indexes: readonly string[] }>;
}

export class PlanWatch {
  readonly #known = new LRUCache<string, Known>({ max: STATEMENTS_KNOWN });

  /** Looks at a statement the first time that a file runs it, and again whenever the file's schema or statistics changed. */
  look(database: ReadableDatabase, { sql, parameters }: SqlStatement): Look {
    const version = database.rows('PRAGMA schema_version')[0]?.[0] ?? null;
    const known = this.#known.get(sql);
    const looked = known?.files.get(database.path);
    if (looked && looked.version === version) return { indexes: looked.indexes, change: null };
    // Not by `rows`, which would keep the statement prepared.
    const steps = [...database.iterate(`EXPLAIN QUERY PLAN ${sql}`, parameters)];
    const plan = steps.map((step) => String(step.at(-1))).join('\n');
    const indexes = indexesOf(plan);
    const files = known?.files ?? new Map();
    files.set(database.path, { version, indexes });
    this.#known.set(sql, { plan, files });
    const isSame = known === undefined || known.plan === plan;
    return { indexes, change: isSame ? null : { file: database.path, sql, before: known.plan, after: plan } };
  }
}

/** The indexes that a plan names, in SQLite's words; a full-text index is read as a virtual table. */
export function indexesOf(plan: string): string[] {
  const named = plan.matchAll(/\bINDEX (?!\d)(\w+)|(\w+) VIRTUAL TABLE INDEX/g);
  return [...new Set([...named].map(([, index, table]) => index ?? table ?? ''))];
}
