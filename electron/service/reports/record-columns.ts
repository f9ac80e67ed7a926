import type { CellKind, ReportColumn } from '../../../db/reports/report-content.ts';
import { recordFields } from '../../../shared/domain/fields.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import { type Language, labels } from '../../../shared/text/labels.ts';
import { reportWords } from '../../../shared/text/report.ts';

export interface RecordColumn {
  /** Its name in the view, so that an export can be imported again as it is. */
  name: string;
  field: keyof ProductionRecord;
  kind: CellKind;
  /** The measure that is its sum over records, where there is one. */
  sum?: Measure;
}

const text = (name: string, field: keyof ProductionRecord): RecordColumn => ({ name, field, kind: 'text' });
const amount = (name: string, field: keyof ProductionRecord, sum?: Measure): RecordColumn => ({
  name,
  field,
  kind: 'number',
  ...(sum && { sum }),
});

/** The columns of exported records, in order. */
export const recordColumns: readonly RecordColumn[] = [
  { name: 'production_date', field: 'productionDate', kind: 'day' },
  text('site', 'site'),
  text('line', 'line'),
  text('shift', 'shift'),
  text('operator', 'operator'),
  text('item_code', 'itemCode'),
  text('item_name', 'itemName'),
  text('unit', 'unit'),
  text('lot_number', 'lotNumber'),
  text('order_number', 'orderNumber'),
  amount('planned_quantity', 'plannedQuantity', 'planned'),
  amount('good_quantity', 'goodQuantity', 'good'),
  amount('defect_quantity', 'defectQuantity', 'defects'),
  amount('rework_quantity', 'reworkQuantity', 'rework'),
  amount('planned_minutes', 'plannedMinutes'),
  amount('run_minutes', 'runMinutes', 'runMinutes'),
  amount('down_minutes', 'downMinutes', 'downMinutes'),
  amount('ideal_cycle_seconds', 'idealCycleSeconds'),
  { name: 'started_at', field: 'startedAt', kind: 'plantTime' },
  { name: 'ended_at', field: 'endedAt', kind: 'plantTime' },
  text('note', 'note'),
  text('source_file', 'sourceFile'),
  { name: 'source_line', field: 'sourceLine', kind: 'ordinal' },
];

const unitOfKind: Partial<Record<string, string>> = { minutes: 'min', seconds: 's' };

/** A column as a file holds it: its heading in the language, with its unit. */
export function columnOfRecords({ field, kind }: RecordColumn, language: Language): ReportColumn {
  const words = reportWords[language];
  const { fields } = labels[language];
  if (field === 'sourceFile' || field === 'sourceLine') return { heading: words[field], kind, decimals: null };
  if (!isPlantField(field)) return { heading: field, kind, decimals: null };
  const unit = unitOfKind[recordFields[field].kind];
  return { heading: fields[field] + (unit === undefined ? '' : ` (${unit})`), kind, decimals: null };
}

function isPlantField(field: string): field is keyof typeof recordFields {
  return field in recordFields;
}
