/** What people call a row that adds others up, in the languages of plants. */
const words = [
  'total',
  'totals',
  'grand total',
  'subtotal',
  'sub total',
  'sub-total',
  'sum',
  'summe',
  'gesamt',
  'gesamtsumme',
  'zwischensumme',
  'insgesamt',
  'somme',
  'total général',
  'total general',
  'total geral',
  'sous-total',
  'totale',
  'subtotale',
  'somma',
  'suma',
  'razem',
  'ogółem',
  'celkem',
  'součet',
  'spolu',
  'skupaj',
  'vsota',
  'ukupno',
  'totaal',
  'subtotaal',
  'toplam',
  'ara toplam',
  'genel toplam',
  'итого',
  'всего',
  'итог',
  'разом',
  'tổng',
  'tổng cộng',
  'cộng',
  'jumlah',
  '합계',
  '소계',
  '총계',
  '총합',
  '총합계',
  '누계',
  '합 계',
  '소 계',
  '合计',
  '小计',
  '总计',
  '合計',
  '小計',
  '総計',
  '總計',
  '累計',
] as const;

const known: ReadonlySet<string> = new Set(words);
/** Words that mean nothing else beside a name, as in 'Line 1 Total' and 'L1 합계'. */
const endings = [
  'total',
  'subtotal',
  'summe',
  'zwischensumme',
  'итого',
  '합계',
  '소계',
  '合计',
  '小计',
  '合計',
  '小計',
];

/** Whether a name is what people call a row of totals: the word alone, or behind the name of what it adds up. */
export function saysTotal(name: string): boolean {
  const plain = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/^[\s*=:.()[\]-]+|[\s*=:.()[\]-]+$/g, '');
  return known.has(plain) || endings.some((ending) => plain.endsWith(` ${ending}`));
}

/**
 * The same of lots and orders, of which nearly every row has another: one with a digit among these three characters is not
 * worth a look, and hardly any is without.
 */
export function mayTotal(first: number, second: number, last: number): boolean {
  return !isDigit(first) && !isDigit(second) && !isDigit(last);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}
