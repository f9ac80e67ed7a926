/** Wide forms are taken for the narrow ones by spreadsheets of languages that write both. */
const FORMULA_START = /^[=+\-@＝＋－＠\t\r\n]/;
const WRITTEN_NUMBER = /^[+-]?[\d\s.,'’]*\d(e[+-]?\d+)?\s?%?$/i;

/** True where a spreadsheet would take a text for the beginning of a formula and run it. */
export function startsFormula(text: string): boolean {
  return FORMULA_START.test(text);
}

/** Text of a cell as a spreadsheet shows it rather than runs it; what is a number as a person writes it stays one. */
export function safeWritten(text: string): string {
  return startsFormula(text) && !WRITTEN_NUMBER.test(text) ? `'${text}` : text;
}
