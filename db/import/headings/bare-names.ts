/**
 * What is left of the heading of an amount without the words that only say that something is counted: 'Sum of Good Qty' and
 * 'No. of good parts' are called as 'Good' is.
 */
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import { amountNames } from './amount-names.ts';

const COUNTS = new Set(
  [
    'qty quantity quantities count counts pcs pieces piece parts part units unit number numbers nr no of the sum total ea amount',
    'menge mengen anzahl stuck stk teile summe von der gesamt cantidad suma de total piezas unidades quantite somme nombre pieces',
    'quantidade soma pecas quantita somma pezzi di ilosc suma sztuk toplam adet kolicina kosi 합계 수량 개수 총 合計 数量 合计 求和项',
  ].flatMap((words) => words.split(' ')),
);

/** Names that mean an amount as headings alone; in a cell, such as 'Completed', they may say how far an order is. */
const headingsOnly: Partial<Record<RecordField, readonly string[]>> = {
  plannedQuantity: ['planned', 'scheduled', 'budget', 'target', 'goal'],
  goodQuantity: [
    ...['pass', 'conforming', 'confirmed_yield', 'actual', 'achieved', 'completed', 'finished', 'made', 'manufactured'],
    ...['ist', 'gefertigt', 'ruckgemeldet', 'ruckgemeldete', 'realizado', 'realise', 'effettivo', '산출수량', '산출량'],
    ...['완료수량', '완성수량', '입고수량', '실적량', '実績', '完成数', '出来高', '实绩', '实际', '实际数量'],
  ],
  defectQuantity: [
    ...['nok', 'not_ok', 'fail', 'failed', 'nonconforming', 'confirmed_scrap', 'schlecht', 'mangelhaft'],
    ...['불합격', '불합격수', '불합격수량', 'ng수', 'ng수량', '不合格'],
  ],
  reworkQuantity: ['confirmed_rework'],
};

/** The words of a folded heading that say what is counted, with nothing between them; '' where none is left. */
export function bareName(folded: string): string {
  return folded
    .split('_')
    .filter((word) => !COUNTS.has(word))
    .join('');
}

/** Alone it is no count: 'Yield quantity' is one. */
const SHARE = 'yield';

/** Of each amount its bare names, the surest first. */
const bareNames = new Map(
  (Object.keys(recordFields) as RecordField[]).map((field) => {
    const known: Partial<Record<RecordField, readonly string[]>> = amountNames;
    const names = [...(known[field] ?? []), ...(headingsOnly[field] ?? [])].map(bareName);
    return [field, [...new Set(names)].filter((name) => name !== '' && name !== SHARE)];
  }),
);

/** How surely a folded heading is called as an amount is, but for words that say that it is counted: 1 for the surest, 0 for not at all. */
export function bareScore(field: RecordField, folded: string): number {
  if (recordFields[field].kind === 'text') return 0;
  const names = bareNames.get(field) ?? [];
  const at = names.indexOf(bareName(folded));
  return at < 0 ? 0 : 1 - at / names.length;
}
