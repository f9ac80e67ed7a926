/** What plants call rows that add up others, folded as `foldLabel` does. */
export const totalWords = [
  ...[
    'total',
    'totals',
    'subtotal',
    'sub total',
    'sub-total',
    'grand total',
    'overall',
    'overall total',
    'sum',
    'sums',
  ],
  ...['day total', 'daily total', 'shift total', 'line total', 'weekly total', 'monthly total', 'month total'],
  ...['summe', 'gesamt', 'gesamtsumme', 'zwischensumme', 'teilsumme', 'endsumme', 'insgesamt', 'tagessumme'],
  ...['total general', 'suma', 'suma total', 'subtotales', 'totales', 'somme', 'sous-total', 'totaux'],
  ...['total geral', 'soma', 'totais', 'totale', 'totale generale', 'subtotale', 'parziale', 'totaal', 'subtotaal'],
  ...[
    'razem',
    'suma czesciowa',
    'ogołem',
    'skupaj',
    'vmesna vsota',
    'vsota',
    'celkem',
    'mezisoucet',
    'ukupno',
    'osszesen',
  ],
  ...['summa', 'totalt', 'delsumma', 'toplam', 'ara toplam', 'genel toplam', 'tong cong'],
  ...[
    '합계',
    '총계',
    '소계',
    '합 계',
    '총 계',
    '소 계',
    '총합계',
    '총합',
    '누계',
    '계',
    '전체',
    '일계',
    '월계',
    '주계',
    '중계',
  ],
  ...['合計', '小計', '合 計', '小 計', '総計', '計', '总计', '合计', '小计', '總計', '累計', '累计', '共计'],
  // An average is no record either, and added up it counts like one.
  ...['average', 'averages', 'avg', 'mean', 'durchschnitt', 'mittelwert', 'promedio'],
  ...['moyenne', 'gemiddelde', 'srednia', 'prumer', 'povprecje', 'prosjek', 'ortalama', 'ø', 'σ'],
  ...['평균', '平均', '平均値', 'среднее'],
  // What is carried from page to page.
  ...['ubertrag', 'uebertrag', 'seitenubertrag', 'vortrag', 'carried forward', 'brought forward', 'carry forward'],
  ...['balance forward', 'a reporter', 'report', 'riporto', 'przeniesienie', 'nakli yekun', 'suma y sigue'],
  ...['이월', '차면이월', '전면이월', '繰越', '次頁繰越', '前頁繰越', '承前页', '过次页'],
  ...['итого', 'всего', 'сумма', 'промежуточный итог', 'общий итог', 'итого за день', 'усього', 'разом'],
] as const;

/** Words with which a longer label begins or ends: 'Total Press 1', 'Press 1 total', 'Summe KW 12', '합계 (1라인)'. */
const leading =
  /^(?:grand |sub[- ]?)?(?:total|summe|zwischensumme|gesamt|сумма|итого|합계|소계|총계|合計|小計|合计|小计|总计)(?=[\s:(/]|$)/;
const trailing =
  /(?:^|[\s)/])(?:(?:grand |sub[- ]?)?total|summe|zwischensumme|итого|합계|소계|총계|合計|小計|合计|小计|总计)$/;

/** What each of the words has in it: most cells are settled by this alone. */
const partOfWord =
  /tot|sum|som|gesamt|[uü]e?bertrag|vortrag|forward|report|riporto|przenies|yekun|이월|繰越|承前|过次|razem|og[oó]|skupaj|vsot|celk|mezis|ukupno|sszes|toplam|t[oổ]ng|parz|overall|계|총합|전체|計|计|итог|всего|сумм|усього|разом|average|avg|mean|schnitt|mittel|promedio|moyenne|gemiddelde|[sś]redni|pr[uů]m[eě]r|povpre[cč]|prosjek|ortalama|[øØσΣς]|평균|平均|среднее/i;

const known: ReadonlySet<string> = new Set(totalWords.map(foldLabel));
const LONGEST = 60;

/** What a cell of a table says about its row. */
export type TotalLabel = 'is' | 'names' | null;

/** 'is' for a cell that holds nothing but a word for a total, 'names' for one that begins or ends with it, null for others. */
export function totalLabel(cell: string): TotalLabel {
  if (cell.length === 0 || cell.length > LONGEST || !partOfWord.test(cell)) return null;
  const folded = foldLabel(cell);
  if (known.has(folded)) return 'is';
  return leading.test(folded) || trailing.test(folded) ? 'names' : null;
}

/** Lower case, without accents, and without the marks that are put around such words: '*** TOTAL: ***'. */
function foldLabel(cell: string): string {
  return cell
    .normalize('NFD')
    .replace(/[\u0300-\u036f]/g, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/^[\s*#=<>~"'.-]+|[\s*#=<>~"'.:：-]+$/g, '')
    .replace(/\s+/g, ' ');
}
