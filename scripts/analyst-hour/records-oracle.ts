/** Counts, pages of records and lists of items by brute force: what the oracle of reports does not answer. */
import { answerByBruteForce } from '../../db/testing/oracle.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { fromMillionths } from '../../shared/domain/quantity.ts';
import type { ProductionRecord, RecordsQueryInput, RecordsScope } from '../../shared/query/records-query.ts';
import { compareText, parseReportQuery } from '../../shared/query/report-query.ts';
import type { StoredRecord, StoreNow } from './records-of.ts';
import type { Asking } from './window.ts';

/** The records of a scope, with a text that lot, order, note or item contain. */
export function recordsIn(
  records: readonly StoredRecord[],
  { search, ...scope }: Pick<RecordsScope, 'from' | 'to' | 'filters' | 'search'>,
): StoredRecord[] {
  const query = parseReportQuery({ measures: ['records'], ...scope });
  return records.filter(
    (record) =>
      contains(search, [record.lotNumber, record.orderNumber, record.note, record.itemCode, record.itemName]) &&
      answerByBruteForce([record], query).rows[0]?.[0] === 1,
  );
}

/** A page by its position, the newest records first. */
export function pageOf(
  records: readonly StoredRecord[],
  { position = 0, limit = 0, filters = [], search = '', from, to }: RecordsQueryInput,
): { rows: object[]; isLast: boolean } {
  const scope = { filters, search, ...(from ? { from } : {}), ...(to ? { to } : {}) };
  const found = recordsIn(records, scope).sort((a, b) => b.day - a.day || b.id - a.id);
  return { rows: found.slice(position, position + limit).map(asShown), isLast: found.length <= position + limit };
}

/** What a list of items holds: those without an item first where some are, then those whose code or name contains the text. */
export function itemsListed(
  { records, items }: StoreNow,
  { search, limit }: Pick<Asking<'values'>, 'search' | 'limit'>,
): { values: object[]; more: boolean } {
  const found = items
    .filter(({ code, name }) => contains(search, [code, name]))
    .map(({ code, name }) => ({ value: code, label: name }))
    .sort((a, b) => compareText(a.value, b.value));
  const isMissing = search === '' && records.some(({ itemCode }) => itemCode === null);
  return {
    values: [...(isMissing ? [{ value: null, label: '' }] : []), ...found.slice(0, limit)],
    more: found.length > limit,
  };
}

function contains(search: string, texts: readonly (string | null)[]): boolean {
  return search === '' || texts.some((text) => text?.toLowerCase().includes(search.toLowerCase()));
}

/** What of a row of the grid stands in the record itself. */
export function shownOf(row: ProductionRecord): object {
  const { startedAt: _s, endedAt: _e, sourceFile: _f, sourceLine: _l, batchId: _b, partition: _p, ...shown } = row;
  return shown;
}

function asShown(record: StoredRecord): object {
  const amount = (millionths: number | null) => (millionths === null ? null : fromMillionths(0, millionths));
  return {
    id: record.id,
    productionDate: isoFromDay(record.day),
    site: record.site,
    line: record.line,
    shift: record.shift,
    operator: record.operator,
    itemCode: record.itemCode,
    itemName: record.itemName,
    unit: record.unit,
    lotNumber: record.lotNumber,
    orderNumber: record.orderNumber,
    plannedQuantity: amount(record.plannedQuantity),
    goodQuantity: amount(record.goodQuantity),
    defectQuantity: amount(record.defectQuantity),
    reworkQuantity: amount(record.reworkQuantity),
    plannedMinutes: amount(record.plannedMinutes),
    runMinutes: amount(record.runMinutes),
    downMinutes: amount(record.downMinutes),
    idealCycleSeconds: amount(record.idealCycleSeconds),
    note: record.note,
  };
}
