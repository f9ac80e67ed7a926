import { Engine } from '../../db/engine/engine.ts';
import { readDayCounts, readPage } from '../../db/engine/records.ts';
import { runReport } from '../../db/engine/run-report.ts';
import { readValues } from '../../db/engine/values.ts';
import type { Cell } from '../../shared/query/answer.ts';
import { type ProductionRecord, type RecordsQueryInput, recordsQuerySchema } from '../../shared/query/records-query.ts';
import { parseReportQuery } from '../../shared/query/report-query.ts';
import type { Peer } from './peer.ts';
import { FIRST_ROWS, positionOf, type QuestionName, questionOf } from './questions.ts';

/** The program's own engine over a store, asked below the service and therefore without its cache. */
export async function openEnginePeer(folder: string, records: number): Promise<Peer> {
  const engine = await Engine.open(folder, 'own');
  await engine.loadRollups();
  const how = new Map<QuestionName, string>();
  const ask = async (name: QuestionName): Promise<Cell[][]> => {
    const { asked } = questionOf(name);
    if ('report' in asked) {
      const { answer } = await runReport(engine, parseReportQuery(asked.report));
      how.set(name, answer.plan.source);
      return answer.rows;
    }
    if ('lotsWithPrefix' in asked) {
      const request = { field: 'lot', search: asked.lotsWithPrefix, limit: FIRST_ROWS } as const;
      return (await readValues(engine, request)).values.map(({ value }) => [value]);
    }
    if ('recordsWithPart' in asked) {
      const scope = recordsQuerySchema.parse({ search: asked.recordsWithPart, limit: FIRST_ROWS });
      const page = await readPage(engine, scope, async () => []);
      const days = await readDayCounts(engine, scope);
      return [...page.rows.map(rowOf), [days.reduce((sum, day) => sum + day.records, 0)]];
    }
    const input: RecordsQueryInput = {
      sort: { field: 'productionDate', direction: 'asc' },
      position: positionOf(asked.pageAtShare, records),
      limit: FIRST_ROWS,
    };
    const query = recordsQuerySchema.parse(input);
    return (await readPage(engine, query, () => readDayCounts(engine, query))).rows.map(rowOf);
  };
  return { name: 'throughline', ask, howAnswered: (name) => how.get(name), close: () => engine.close() };
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
