/** The rows of an import that is on its way, as SQL: what became new records, and what is about to change old ones. */

import { isoFromDay } from '../../../shared/domain/day.ts';
import type { RecordField } from '../../../shared/domain/fields.ts';
import type { FindingExample } from '../../../shared/import/gate.ts';
import type { Value, WritableDatabase } from '../../engine/sqlite/connection.ts';
import { unpackedAmount } from '../../store/packing.ts';
import { amountColumns } from '../../store/record-columns.ts';
import { Outcome } from '../stage/staged-tables.ts';
import { shownAmount, shownInstant } from './shown.ts';

const kept = [
  'production_date',
  'site_id',
  'line_id',
  'shift_id',
  'operator_id',
  'item_id',
  'unit_id',
  'started_at',
  'ended_at',
  'lot_number',
];
const dictionaryName = (table: string) => `(SELECT name FROM main.${table} WHERE id = b.${table.slice(0, -1)}_id)`;
const item = (column: string) => `(SELECT ${column} FROM main.items WHERE id = b.item_id)`;

type Shown = (value: Value) => string;
const amount: Shown = (value) => shownAmount(Number(value));
const instant: Shown = (value) => shownInstant(Number(value));

/** How an example shows a field: what to ask for, and as what text. */
const shownFields: Partial<Record<RecordField, [sql: string, show: Shown]>> = {
  productionDate: ['b.production_date', (day) => isoFromDay(Number(day))],
  line: [dictionaryName('lines'), String],
  itemCode: [item('code'), String],
  itemName: [item('name'), String],
  lotNumber: ['b.lot_number', String],
  startedAt: ['b.started_at', instant],
  endedAt: ['b.ended_at', instant],
  plannedQuantity: ['b.planned_quantity', amount],
  goodQuantity: ['b.good_quantity', amount],
  defectQuantity: ['b.defect_quantity', amount],
  reworkQuantity: ['b.rework_quantity', amount],
  plannedMinutes: ['b.planned_minutes', amount],
  runMinutes: ['b.run_minutes', amount],
  downMinutes: ['b.down_minutes', amount],
  idealCycleSeconds: ['b.ideal_cycle_seconds', amount],
};

export class BatchRows {
  readonly #live: WritableDatabase;
  /** Records with an id above this are of the import. */
  readonly baseId: number;
  readonly #hasCompared: boolean;

  constructor(live: WritableDatabase, { baseId, hasCompared }: { baseId: number; hasCompared: boolean }) {
    this.#live = live;
    this.baseId = baseId;
    this.#hasCompared = hasCompared;
  }

  /** A FROM clause of all rows, called b. */
  from(): string {
    const records = `SELECT id, ${[...kept, ...amountColumns].join(', ')}, id - ${this.baseId} + source_distance AS source_line
      FROM main.records WHERE id > ${this.baseId}`;
    if (!this.#hasCompared) return `FROM (${records}) AS b`;
    const amounts = amountColumns.map((column) => `${unpackedAmount(column)} AS ${column}`);
    return `FROM (${records} UNION ALL SELECT new_id AS id, ${[...kept, ...amounts].join(', ')}, source_line
      FROM compared.staged WHERE outcome = ${Outcome.update}) AS b`;
  }

  /** Ids of the rows for which a condition over b holds, ascending. */
  where(condition: string, parameters: Record<string, Value> = {}): number[] {
    return this.#live
      .rows(`SELECT b.id ${this.from()} WHERE ${condition} ORDER BY b.id`, parameters)
      .map(([id]) => Number(id));
  }

  /** Those of some rows that do become, or change, a record: what the store has already is none of an import's doing. */
  among(ids: readonly number[]): number[] {
    if (ids.length === 0) return [];
    return this.where('b.id IN (SELECT value FROM json_each(@ids))', { ids: JSON.stringify(ids) });
  }

  /** Some rows with the lines of the file that they stand on, in its order. */
  lines(ids: readonly number[]): [id: number, line: number][] {
    if (ids.length === 0) return [];
    const these = 'b.id IN (SELECT value FROM json_each(@ids))';
    return this.#live
      .rows(`SELECT b.id, b.source_line ${this.from()} WHERE ${these} ORDER BY b.id`, { ids: JSON.stringify(ids) })
      .map(([id, line]) => [Number(id), Number(line)]);
  }

  /** What some of the new rows made and worked, by 'line unit day'. */
  perDay(ids: readonly number[]): Map<string, { made: number; minutes: number }> {
    if (ids.length === 0) return new Map();
    const rows = this.#live.rows(
      `SELECT COALESCE(b.line_id, 0) || ' ' || COALESCE(b.unit_id, 0) || ' ' || b.production_date,
         SUM(COALESCE(b.good_quantity, 0) + COALESCE(b.defect_quantity, 0)),
         SUM(COALESCE(b.run_minutes, 0) + COALESCE(b.down_minutes, 0))
       FROM main.records AS b WHERE b.id IN (SELECT value FROM json_each(@ids)) GROUP BY 1`,
      { ids: JSON.stringify(ids) },
    );
    return new Map(rows.map(([key, made, minutes]) => [String(key), { made: Number(made), minutes: Number(minutes) }]));
  }

  /** Rows as examples, with what they show. */
  examples(ids: readonly number[], fields: readonly RecordField[]): FindingExample[] {
    const asked = fields.flatMap((field) => {
      const shown = shownFields[field];
      return shown ? [{ field, sql: shown[0], show: shown[1] }] : [];
    });
    const columns = ['b.source_line', ...asked.map(({ sql }) => sql)].join(', ');
    return this.#live
      .rows(`SELECT ${columns} ${this.from()} WHERE b.id IN (SELECT value FROM json_each(@ids)) ORDER BY b.id`, {
        ids: JSON.stringify(ids),
      })
      .map(([line, ...values]) => ({
        line: Number(line),
        values: Object.fromEntries(
          asked.flatMap(({ field, show }, at) => {
            const value = values[at];
            return value == null ? [] : [[field, show(value)]];
          }),
        ),
        found: null,
        beside: null,
      }));
  }
}
