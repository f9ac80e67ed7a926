const NUMBER = /^[+-]?[\d.,'’\s\u00a0\u202f\u2009]*\d[\d.,'’\s]*%?$/;
const DATE_OF_DIGITS = /^\d{1,4}[-/.]\s?\d{1,2}[-/.]\s?\d{1,4}\.?(?:[T ]+\d{1,2}:\d{2}.*)?$/;
const DATE_WITH_MONTH = /^\d{1,2}[-/. ]*\p{L}{3,10}\.?[-/. ]*\d{2,4}$|^\d{4}년|^\d{4}年/u;

/** What a cell is made as, looked at by itself. */
export function kindOfCell(cell: string): 'blank' | 'number' | 'date' | 'text' {
  const text = cell.trim();
  if (text === '' || text === '-') return 'blank';
  if (DATE_OF_DIGITS.test(text) || DATE_WITH_MONTH.test(text)) return 'date';
  return NUMBER.test(text) ? 'number' : 'text';
}
