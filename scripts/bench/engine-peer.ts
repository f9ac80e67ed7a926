import { mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runReport } from '../../db/engine/answers/run-report.ts';
import { Engine } from '../../db/engine/engine.ts';
import { readDayCounts } from '../../db/engine/pages/day-counts.ts';
import { readPage } from '../../db/engine/pages/records.ts';
import { readValues } from '../../db/engine/pages/values.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import type { Cell, PartialAnswer } from '../../shared/query/answer.ts';
import { type ProductionRecord, type RecordsQueryInput, recordsQuerySchema } from '../../shared/query/records-query.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { loadEverything } from './loading.ts';
import type { Peer } from './peer.ts';
import { type Asked, FIRST_ROWS, positionOf, type QuestionName, questionNames, questionOf } from './questions.ts';

/** The program's own engine over a store, with everything in memory. */
export async function openEnginePeer(store: string, records: number, access: 'own' | 'read' = 'own'): Promise<Peer> {
  const engine = await Engine.open(store, access);
  await loadEverything(engine);
  return enginePeer('throughline', engine, records);
}

/**
 * The engine over the files of the same store alone, as before it has a columnar copy or anything in memory: in a
 * folder of links to them, where there is no copy. Opened for reading, so that it may stand beside the owner.
 */
export async function openFilesPeer(
  store: string,
  records: number,
  questions: readonly QuestionName[] = questionNames,
): Promise<Peer> {
  const links = mkdtempSync(join(tmpdir(), 'throughline-files-'));
  for (const name of readdirSync(store).filter((file) => file.endsWith('.db'))) {
    symlinkSync(join(store, name), join(links, name));
  }
  const peer = enginePeer('files', await Engine.open(links, 'read'), records, questions);
  return {
    ...peer,
    async close() {
      await peer.close();
      rmSync(links, { recursive: true });
    },
  };
}

/** Those that no rollup answers. */
export const readingRecords = questionNames.filter((name) => questionOf(name).readsRecords);

/** An engine as a peer; closing it closes the engine. */
export function enginePeer(
  name: 'throughline' | 'files',
  engine: Engine,
  records: number,
  questions: readonly QuestionName[] = questionNames,
): Peer {
  const how = new Map<QuestionName, string>();
  const firstShown = new Map<QuestionName, number>();
  return {
    name,
    questions,
    async ask(question) {
      const { asked } = questionOf(question);
      if (!('report' in asked)) return askRecords(engine, asked, records);
      const startedAt = performance.now();
      firstShown.delete(question);
      const show = () => {
        if (!firstShown.has(question)) firstShown.set(question, performance.now() - startedAt);
      };
      const onPartial = ({ shown }: PartialAnswer) => {
        if (shown !== null) show(); // how far it is shows nothing of the answer yet
      };
      const { answer } = await runReport(engine, parseReportQuery(asked.report), { onPartial });
      show();
      how.set(question, explainWords.en.source(answer.plan.source));
      return answer.rows;
    },
    howAnswered: (question) => how.get(question),
    firstShownMs: (question) => firstShown.get(question),
    close: () => engine.close(),
  };
}

async function askRecords(
  engine: Engine,
  asked: Exclude<Asked, { report: unknown }>,
  records: number,
): Promise<Cell[][]> {
  if ('lotsWithPrefix' in asked) {
    const request = { field: 'lot', search: asked.lotsWithPrefix, limit: FIRST_ROWS } as const;
    return (await readValues(engine, request)).values.map(({ value }) => [value]);
  }
  if ('recordsWithPart' in asked) {
    const scope = recordsQuerySchema.parse(partQuery(asked.recordsWithPart, dayNeverAsked()));
    const page = await readPage(engine, scope, async () => []);
    const days = await readDayCounts(engine, scope);
    return [...page.rows.map(rowOf), [days.reduce((sum, day) => sum + day.records, 0)]];
  }
  const query = recordsQuerySchema.parse(pageQuery(asked.pageAtShare, records));
  return (await readPage(engine, query, () => readDayCounts(engine, query))).rows.map(rowOf);
}

/** The first records that a text is found in, from a day on. */
export function partQuery(search: string, from: string): RecordsQueryInput {
  return { search, from, limit: FIRST_ROWS };
}

/** The page at a share of all records, by date. */
export function pageQuery(share: number, records: number): RecordsQueryInput {
  return {
    sort: { field: 'productionDate', direction: 'asc' },
    position: positionOf(share, records),
    limit: FIRST_ROWS,
  };
}

let daysAsked = 0;

/** Another day each time, long before the first record: the same records, but no search that was kept from before. */
export function dayNeverAsked(): string {
  return isoFromDay(++daysAsked - 20_000);
}

function rowOf(record: ProductionRecord): Cell[] {
  return [
    record.id,
    record.productionDate,
    record.line,
    record.shift,
    record.itemCode,
    record.itemName,
    record.lotNumber,
    record.operator,
    record.plannedQuantity,
    record.goodQuantity,
    record.defectQuantity,
  ];
}
