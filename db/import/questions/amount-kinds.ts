/**
 * Rows of which another column says what their quantity counts: 'Good' and 'Scrap', 'Plan' and 'Ist', 'OK' and 'NG' below each
 * other in one column of amounts. Read as they stand, the scrap would count as good.
 * 1. A file has one column of quantities, and a column whose few texts nearly all name a quantity, more than one between them.
 * 2. Texts such as 'Cancelled', 'Shipment' and 'Stock' name none: their rows have no quantity, and are set aside.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import {
  ALL_GOOD,
  type AmountKinds,
  kindChoice,
  readsByKind,
  withAmountKinds,
} from '../../../shared/import/kind-choice.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { fieldOfName } from '../headings/field-of-name.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { columnsInUse } from '../shape/merged-cells.ts';
import type { AskedFile } from './ambiguities.ts';

const MOST_TEXTS = 12;
const ENOUGH = 0.9;

type Kind = RecordField | 'nothing';
/** What rows are called that is no heading of a column. */
const kindWords: Partial<Record<Kind, readonly string[]>> = {
  goodQuantity: [
    ...['ist', 'actual', 'real', 'completed', 'complete', 'confirmed', 'finished', 'done', 'fertig', 'erledigt', 'i_o'],
    ...[
      'conforme',
      'bom',
      'bueno',
      'bonne',
      'bon',
      'realizado',
      'concluido',
      'finalizado',
      'dobre',
      'sağlam',
      'saglam',
    ],
    ...['produced', 'receipt', 'goods_receipt', 'gr', 'in', 'zugang', '생산', '입고', '生産', '入庫', '生产', '入库'],
    ...['완료', '확정', '합격', '적합', '良', '良品', '合格', '合格品', '完成', '実績'],
  ],
  defectQuantity: [
    ...[
      'fail',
      'failed',
      'nok',
      'n_i_o',
      'not_ok',
      'no_conforme',
      'nao_conforme',
      'malo',
      'mauvais',
      'rebut',
      'rebuts',
    ],
    ...['braki', 'brak', 'fire', 'hurda', '불합격', '부적합', '폐기', '不良', '不良品', '不合格', '报废', '廃棄'],
  ],
  reworkQuantity: ['rework', 'retouche', '再加工', '手直し', '返工', '수리'],
  plannedQuantity: [
    'geplant',
    'plano',
    'planejado',
    'planifie',
    'prevu',
    'budget',
    'forecast',
    '예정',
    '計画',
    '计划',
    '予定',
  ],
  nothing: [
    ...['cancelled', 'canceled', 'deleted', 'void', 'voided', 'storniert', 'storno', 'geloescht', 'geloscht', 'annule'],
    ...['cancelado', 'cancelada', 'anulado', 'iptal', 'anulowane', '취소', '삭제', '取消', '作废', '中止'],
    // What leaves the plant, and what is there, is nothing that was made.
    ...[
      'shipment',
      'shipped',
      'delivery',
      'issue',
      'goods_issue',
      'gi',
      'out',
      'stock',
      'inventory',
      'versand',
      'abgang',
    ],
    ...['lieferung', 'bestand', '출하', '출고', '재고', '出荷', '出庫', '在庫', '出库', '库存', '发货'],
  ],
};
const kindOfWord = new Map(
  Object.entries(kindWords).flatMap(([kind, words]) => words.map((word) => [word, kind as Kind] as const)),
);

/** A guessed profile in which a quantity is what another column says of its row. */
export function withKinds(
  profile: ImportProfile,
  columns: readonly string[],
  rows: readonly string[][],
): ImportProfile {
  const kinds = kindsIn(profile, columns, rows);
  return kinds === null ? profile : { ...profile, fields: withAmountKinds(profile.fields, kinds, true) };
}

/** Asks whether rows count what such a column says: a name may say something else of them. */
export function kindQuestions({ profile, columns, rows }: AskedFile): Question[] {
  const kinds = kindsIn(profile, columns, rows);
  if (kinds === null) return [];
  const byKind = kindChoice(kinds);
  const inUse = readsByKind(profile.fields, kinds) ? byKind : ALL_GOOD;
  const { column, by } = kinds;
  const sample = Object.values(kinds.fields).flat().join(', ');
  const meaning = inUse === byKind ? 'counts as what it says' : 'counts as good in every row';
  return [
    {
      field: 'kinds',
      column: by,
      sample,
      message: `Column '${by}' says of each row what it counts (${sample}). The quantity in column '${column}' ${meaning}: check that this is what the plant means.`,
      choices: inUse === byKind ? [byKind, ALL_GOOD] : [ALL_GOOD, byKind],
    },
  ];
}

function kindsIn(profile: ImportProfile, columns: readonly string[], rows: readonly string[][]): AmountKinds | null {
  const column = amountColumn(profile);
  if (column === null || profile.shape.unpivot) return null;
  const said = new Set(
    Object.values(profile.fields).flatMap((source) => ('when' in source && source.when ? [source.when.column] : [])),
  );
  const used = new Set(columnsInUse(profile).filter((name) => !said.has(name)));
  for (const [at, by] of columns.entries()) {
    if (used.has(by)) continue;
    const fields = fieldsSaid(rows.map((cells) => (cells[at] ?? '').trim()));
    if (fields !== null) return { column, by, fields };
  }
  return null;
}

/** The one column that quantities come from, as it stands; null where there are none or several. */
function amountColumn({ fields, defectColumns }: ImportProfile): string | null {
  const read = Object.entries(fields).filter(([field]) => recordFields[field as RecordField].kind === 'quantity');
  const columns = new Set<string>();
  for (const [, source] of read) {
    if (!('column' in source) || Object.keys(source).some((part) => part !== 'column' && part !== 'when')) return null;
    columns.add(source.column);
  }
  const isGood = read.length > 1 || read[0]?.[0] === 'goodQuantity';
  const [column] = columns;
  return columns.size === 1 && isGood && defectColumns.length === 0 ? (column ?? null) : null;
}

/** Which field each of the texts names; null where they are too many, too few, or name something else. */
export function fieldsSaid(texts: readonly string[]): AmountKinds['fields'] | null {
  const filled = texts.filter((text) => text !== '');
  const different = new Set(filled);
  if (different.size < 2 || different.size > MOST_TEXTS || filled.length < ENOUGH * texts.length) return null;
  const kinds = new Map([...different].map((text) => [text, kindOf(text)]));
  const named = filled.filter((text) => kinds.get(text) !== null).length;
  if (named < ENOUGH * texts.length || new Set([...kinds.values()].filter((kind) => kind !== null)).size < 2)
    return null;
  const fields: AmountKinds['fields'] = {};
  for (const [text, kind] of kinds) {
    if (kind !== null && kind !== 'nothing') fields[kind] = [...(fields[kind] ?? []), text];
  }
  return Object.keys(fields).length > 0 ? fields : null;
}

function kindOf(text: string): Kind | null {
  const word = kindOfWord.get(foldHeading(text));
  if (word !== undefined) return word;
  const field = fieldOfName(text);
  return field !== null && recordFields[field].kind === 'quantity' ? field : null;
}
