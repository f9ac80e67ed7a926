/** The records of a test in DuckDB, which knows nothing of this program: a second opinion beside the oracle. */
import { DATE, type DuckDBAppender, type DuckDBConnection, DuckDBDateValue, DuckDBInstance } from '@duckdb/node-api';
import type { Cell } from '../../shared/query/answer.ts';
import { sumColumn, sumsBehind } from '../../shared/query/measures.ts';
import type { ReportQuery } from '../../shared/query/report-query.ts';
import type { RecordDraft } from '../import/rows/record-draft.ts';
import { duckdbReport } from './duckdb-report.ts';
import type { OracleAnswer } from './oracle.ts';

const tables = `
CREATE TABLE drafts (
  id INTEGER, date DATE,
  site VARCHAR, line VARCHAR, shift VARCHAR, item VARCHAR, operator VARCHAR, lot VARCHAR, unit VARCHAR,
  plannedQuantity BIGINT, goodQuantity BIGINT, defectQuantity BIGINT, reworkQuantity BIGINT,
  plannedMinutes BIGINT, runMinutes BIGINT, downMinutes BIGINT, idealCycleSeconds BIGINT
);
CREATE TABLE reasons (id INTEGER, field VARCHAR, reason VARCHAR, amount BIGINT);
`;

/** The ideal time of a record is rounded to a millionth; the rest that no reason explains stands under null. */
const derivedTables = `
CREATE TABLE production AS
SELECT *, (idealCycleSeconds::HUGEINT * (goodQuantity + defectQuantity) + 500000) // 1000000 AS idealSeconds FROM drafts;
CREATE TABLE amounts AS
SELECT * FROM reasons
UNION ALL
SELECT id, field, NULL, whole - explained FROM (
  SELECT d.id, f.field, IF(f.field = 'defectReason', d.defectQuantity, d.downMinutes) AS whole,
    COALESCE((SELECT SUM(amount) FROM reasons AS r WHERE r.id = d.id AND r.field = f.field), 0) AS explained
  FROM drafts AS d, (VALUES ('defectReason'), ('downtimeReason')) AS f (field)
) WHERE whole > explained;
`;

/** Records in memory, to be asked report queries. */
export class DuckdbStore {
  readonly #instance: DuckDBInstance;
  /** A connection answers one question after the other; two of them, in turn, keep two cores at work. */
  #connections: [DuckDBConnection, DuckDBConnection];

  private constructor(instance: DuckDBInstance, connections: [DuckDBConnection, DuckDBConnection]) {
    this.#instance = instance;
    this.#connections = connections;
  }

  static async holding(drafts: readonly RecordDraft[]): Promise<DuckdbStore> {
    // One thread: a statement over so few records is over before a second one has begun.
    const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
    const connection = await instance.connect();
    await connection.run(tables);
    const [records, reasons] = [await connection.createAppender('drafts'), await connection.createAppender('reasons')];
    for (const [id, draft] of drafts.entries()) {
      appendRow(records, id, draft);
      appendReasons(reasons, id, draft);
    }
    records.closeSync();
    reasons.closeSync();
    await connection.run(derivedTables);
    return new DuckdbStore(instance, [connection, await instance.connect()]);
  }

  /** The answer to a (parsed) query, in the shape of the oracle's. */
  async ask(query: ReportQuery): Promise<OracleAnswer> {
    const behind = query.withSums ? sumsBehind(query.measures).map(sumColumn) : [];
    const columns = [...query.dimensions, ...query.measures, ...behind];
    const [next, other] = this.#connections;
    this.#connections = [other, next];
    const rows = (await next.runAndReadAll(duckdbReport(query))).getRowsJS();
    return {
      columns,
      rows: rows.map((row) => row.slice(0, columns.length).map(cellOf)),
      groups: Number(rows[0]?.[columns.length] ?? 0),
    };
  }

  close(): void {
    for (const connection of this.#connections) connection.closeSync();
    this.#instance.closeSync();
  }
}

function appendRow(to: DuckDBAppender, id: number, draft: RecordDraft): void {
  const texts = ['site', 'line', 'shift', 'itemCode', 'operator', 'lotNumber', 'unit'] as const;
  const amounts = [
    'plannedQuantity',
    'goodQuantity',
    'defectQuantity',
    'reworkQuantity',
    'plannedMinutes',
    'runMinutes',
    'downMinutes',
    'idealCycleSeconds',
  ] as const;
  to.appendInteger(id);
  to.appendValue(new DuckDBDateValue(draft.day), DATE);
  for (const name of texts) {
    const text = draft[name];
    if (text === null) to.appendNull();
    else to.appendVarchar(text);
  }
  for (const name of amounts) {
    const amount = draft[name];
    if (amount === null) to.appendNull();
    else to.appendBigInt(BigInt(amount));
  }
  to.endRow();
}

function appendReasons(to: DuckDBAppender, id: number, draft: RecordDraft): void {
  for (const [field, list] of [
    ['defectReason', draft.defects],
    ['downtimeReason', draft.downtimes],
  ] as const) {
    for (const { reason, amount } of list) {
      to.appendInteger(id);
      to.appendVarchar(field);
      to.appendVarchar(reason);
      to.appendBigInt(BigInt(amount));
      to.endRow();
    }
  }
}

function cellOf(value: unknown): Cell {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value;
  if (typeof value === 'bigint') return Number(value);
  throw new Error(`DuckDB answered with a ${typeof value}, which no report holds.`);
}
