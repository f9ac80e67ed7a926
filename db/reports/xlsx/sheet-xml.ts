/** Sheets of a workbook as XML, a piece at a time. */
import type { Cell } from '../../../shared/query/answer.ts';
import type { AboutSection, CellType, ReportColumn } from '../report-content.ts';
import { type CellFormats, namedStyle } from './cell-formats.ts';
import { cellXml, columnLetters, textCell } from './cell-xml.ts';
import { SHEET_NAMESPACE } from './namespaces.ts';

/** As many rows as a sheet has, its headings among them. */
export const MOST_SHEET_ROWS = 1_048_576;

const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const NARROWEST = 8;
/** A name of 80 letters is whole: names often differ only at their end, which the cell beside would cover. */
const WIDEST = 90;
/** Room for the arrow of the filter, and the edges. */
const HEADING_ROOM = 3;

/** Across, as wide as a page and as many pages long as it takes, with the sheet and the page at their foot. */
const ON_PAPER =
  '<pageMargins left="0.4" right="0.4" top="0.5" bottom="0.6" header="0.3" footer="0.3"/><pageSetup paperSize="9" orientation="landscape" fitToHeight="0"/><headerFooter><oddFooter>&amp;L&amp;A&amp;R&amp;P / &amp;N</oddFooter></headerFooter>';

/** How wide columns have to be for their headings and for these rows, in letters; wide letters count twice. */
export function columnWidths(columns: readonly ReportColumn[], rows: readonly (readonly Cell[])[]): number[] {
  return columns.map(({ heading, kind, decimals }, at) => {
    const cells = rows.map((row) => lettersOf(row[at] ?? null, { kind, decimals }));
    const widest = cells.reduce((most, letters) => Math.max(most, letters), lettersIn(heading) + HEADING_ROOM);
    return Math.min(WIDEST, Math.max(NARROWEST, widest + 1));
  });
}

function lettersOf(value: Cell, { kind, decimals }: CellType): number {
  if (value === null) return 0;
  if (kind === 'instant' || kind === 'plantTime') return 'yyyy-mm-dd hh:mm:ss'.length;
  if (typeof value === 'string') return lettersIn(value);
  if (kind === 'share') return 4 + (decimals ?? 1);
  const whole = Math.trunc(Math.abs(value)).toString().length;
  return whole + Math.floor(whole / 3) + (decimals ?? (Number.isInteger(value) ? 0 : 4)) + 2;
}

/** Hangul and its like take the room of two letters. */
function lettersIn(text: string): number {
  let letters = 0;
  for (const letter of text) letters += letter >= '\u1100' ? 2 : 1;
  return letters;
}

function sheetHead(widths: readonly number[], isFrozen: boolean): string {
  const pane = isFrozen
    ? '<sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/><selection pane="bottomLeft" activeCell="A2" sqref="A2"/></sheetView>'
    : '<sheetView workbookViewId="0" showGridLines="0"/>';
  const cols = widths.map((width, at) => `<col min="${at + 1}" max="${at + 1}" width="${width}" customWidth="1"/>`);
  return `${XML_HEAD}<worksheet xmlns="${SHEET_NAMESPACE}"><sheetPr><pageSetUpPr fitToPage="1"/></sheetPr><sheetViews>${pane}</sheetViews><cols>${cols.join('')}</cols><sheetData>`;
}

/** Writes rows below their headings: `head`, any number of `rows`, then `foot`. */
export class RowsSheet {
  readonly #columns: readonly { kind: CellType['kind']; letters: string; styles: { whole: number; broken: number } }[];
  readonly #headings: readonly ReportColumn[];
  #row = 1;

  constructor(columns: readonly ReportColumn[], formats: CellFormats) {
    this.#headings = columns;
    this.#columns = columns.map((column, at) => ({
      kind: column.kind,
      letters: columnLetters(at),
      styles: formats.stylesOf(column),
    }));
  }

  head(widths: readonly number[]): string {
    const cells = this.#headings.map(({ heading }, at) =>
      textCell(`${columnLetters(at)}1`, namedStyle('heading'), heading),
    );
    return `${sheetHead(widths, true)}<row r="1">${cells.join('')}</row>`;
  }

  rows(rows: readonly (readonly Cell[])[]): string {
    let xml = '';
    for (const cells of rows) {
      const row = ++this.#row;
      xml += `<row r="${row}">`;
      for (const [at, { kind, letters, styles }] of this.#columns.entries())
        xml += cellXml(letters + row, kind, styles, cells[at] ?? null);
      xml += '</row>';
    }
    return xml;
  }

  foot(): string {
    const last = `${columnLetters(this.#columns.length - 1)}${this.#row}`;
    return `</sheetData><autoFilter ref="A1:${last}"/>${ON_PAPER}</worksheet>`;
  }
}

/** The sheet that tells what the rows are: a title, then sections of names and values. */
export function aboutSheet(title: string, sections: readonly AboutSection[], formats: CellFormats): string {
  const rows: string[] = [];
  const add = (cells: (place: (column: number) => string) => string) => {
    const row = rows.length + 1;
    rows.push(`<row r="${row}">${cells((column) => `${columnLetters(column)}${row}`)}</row>`);
  };
  add((place) => textCell(place(0), namedStyle('title'), title));
  for (const section of sections) {
    add(() => '');
    add((place) =>
      [section.title, ...(section.headings ?? [])]
        .map((words, column) => textCell(place(column), namedStyle('heading'), words))
        .join(''),
    );
    for (const { name, cells } of section.lines) {
      add((place) => {
        const values = cells.map((cell, at) => cellXml(place(at + 1), cell.kind, formats.stylesOf(cell), cell.value));
        return textCell(place(0), namedStyle('plain'), name) + values.join('');
      });
    }
  }
  return `${sheetHead([32, 48, 24, 24], false)}${rows.join('')}</sheetData>${ON_PAPER}</worksheet>`;
}
