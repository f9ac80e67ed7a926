/**
 * Asks stores that may be damaged, in a process of its own, which a fault of the library would end. It is sent the folder of a
 * store at a time and answers with what it said when it was asked, what the full check found, and what it said after that.
 */

import { createHash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { isAppError } from '../../shared/lib/app-error.ts';
import { warningsOf } from '../../shared/query/missing.ts';
import { recordsQuerySchema } from '../../shared/query/records-query.ts';
import { parseReportQuery, type ReportQueryInput } from '../../shared/query/report-query.ts';
import { runReport } from '../engine/answers/run-report.ts';
import { Engine } from '../engine/engine.ts';
import { readPage } from '../engine/pages/records.ts';
import { openReadable } from '../engine/sqlite/connection.ts';
import type { StoreFolder } from '../store/folder.ts';
import { dumpTables } from './dump.ts';

/** An answer, what was said beside it, or why there is none; `broke` is what nobody would understand. */
export interface Said {
  rows: unknown[] | null;
  warned: boolean;
  told: string | null;
  broke: string | null;
}

/** What a store came to. */
export interface Asked {
  /** Why it does not open, in words. */
  refused: string | null;
  broke: string | null;
  first: Said[];
  findings: string[];
  /** Of all that its tables hold, before the check; null where they cannot be read. */
  content: string | null;
  afterCheck: Said[];
}

export interface AskRequest {
  path: string;
  questions: readonly ReportQueryInput[];
}

/** By date, by a number, and what a text is found in. */
const pages = [
  { limit: 200 },
  { limit: 200, sort: { field: 'goodQuantity', direction: 'desc' } },
  { limit: 200, search: 'WO-1' },
] as const;

process.on('message', async (request: AskRequest) => {
  process.send?.(await askStore(request));
});

async function askStore({ path, questions }: AskRequest): Promise<Asked> {
  const asked: Asked = { refused: null, broke: null, first: [], findings: [], content: null, afterCheck: [] };
  let engine: Engine | null = null;
  try {
    engine = await Engine.open(path, 'own');
    const found = await engine.lookForForeignWrites();
    if (found.live || found.archives.length > 0) await engine.reread(() => {}).result;
    await engine.findDecay(); // as a program does that stays, behind its first screen
    asked.first = await askAll(engine, questions);
    asked.content = contentOf(engine.folder);
    asked.findings = (await engine.start('integrity', {}, () => {}).result).findings;
    engine.tryArchivesAgain();
    asked.afterCheck = await askAll(engine, questions);
  } catch (error) {
    if (isAppError(error)) asked.refused = `${error.code} ${error.message}`;
    else asked.broke = inFull(error);
  } finally {
    await engine?.close();
  }
  return asked;
}

/** A hash of every row of every file. */
function contentOf(folder: StoreFolder): string | null {
  const hash = createHash('sha256');
  try {
    for (const name of readdirSync(folder.root)
      .filter((each) => each.endsWith('.db'))
      .sort()) {
      const database = openReadable(join(folder.root, name));
      try {
        hash.update(
          JSON.stringify(dumpTables(database), (_, value) => (typeof value === 'bigint' ? `${value}n` : value)),
        );
      } finally {
        database.close();
      }
    }
    return hash.digest('hex');
  } catch {
    return null;
  }
}

async function askAll(engine: Engine, questions: AskRequest['questions']): Promise<Said[]> {
  const said: Said[] = [];
  for (const question of questions) {
    said.push(
      await saidBy(async () => {
        const { answer } = await runReport(engine, parseReportQuery(question));
        return { rows: answer.rows, warned: warningsOf(answer.plan).length > 0 };
      }),
    );
  }
  for (const page of pages) {
    said.push(
      await saidBy(async () => {
        const { rows } = await readPage(engine, recordsQuerySchema.parse(page), async () => []);
        // The screen of records says beside every page what is known against the files it came from.
        const { setAside, flaws } = await engine.catalog();
        return { rows, warned: setAside.length + flaws.length > 0 };
      }),
    );
  }
  return said;
}

async function saidBy(ask: () => Promise<{ rows: unknown[]; warned: boolean }>): Promise<Said> {
  try {
    return { ...(await ask()), told: null, broke: null };
  } catch (error) {
    if (isAppError(error)) return { rows: null, warned: true, told: `${error.code} ${error.message}`, broke: null };
    return { rows: null, warned: false, told: null, broke: inFull(error) };
  }
}

function inFull(error: unknown): string {
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
