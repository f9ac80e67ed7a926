/**
 * A report on pages: what it is of, a chart, the table, what each number means. Pages are as wide as the table needs, and their
 * number is told on each, so all of them are held until the last; a report that would be a book is refused.
 */
import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { createFormat, type Format, NO_DATA } from '../../../shared/text/format.ts';
import { reportWords } from '../../../shared/text/report.ts';
import type { AboutSection, CellType, ReportContent, RowSupply } from '../report-content.ts';
import { chartHeight, drawChart } from './draw-chart.ts';
import { STRONG } from './fonts.ts';
import { addPage, colours, type Document, FOOT, MARGIN, openDocument, type PageSize, rule, write } from './page.ts';
import { layOutTable, PADDING, type TableColumn, type TableLayout } from './table-layout.ts';

/** Some five hundred pages. */
export const MOST_PDF_ROWS = 20_000;
const MOST_DECIMALS = 6;

/** Writes a report to `path`, which must not exist; gives the rows that it holds. Throws TOO_LARGE for more than fit a document. */
export async function writePdf(path: string, content: ReportContent, { batches, about }: RowSupply): Promise<number> {
  if (content.rows > MOST_PDF_ROWS) {
    throw new AppError(
      'TOO_LARGE',
      `${content.rows.toLocaleString('en')} rows are more than the ${MOST_PDF_ROWS.toLocaleString('en')} that a PDF is made of. Nothing was written; choose Excel or CSV, or ask for fewer rows.`,
    );
  }
  const format = createFormat(content.locale);
  const rows: string[][] = [];
  for (;;) {
    const { done, value } = await batches.next();
    if (done) break;
    for (const row of value) rows.push(content.columns.map((type, at) => cellText(format, type, row[at] ?? null)));
  }
  const sections = await about();
  const doc = openDocument(content);
  const written = pipeline(doc, createWriteStream(path, { flags: 'wx', flush: true }));
  new ReportPages(doc, content, format, rows).draw(sections);
  doc.end();
  await written;
  return rows.length;
}

/** A cell in words: an en dash for no data. */
export function cellText(format: Format, { kind, decimals }: CellType, value: Cell): string {
  if (value === null || value === '') return NO_DATA;
  if (typeof value === 'number') {
    if (kind === 'share') return format.percent(value, decimals ?? 1);
    return kind === 'number' ? format.number(value, decimals ?? decimalsOf(value)) : String(value);
  }
  if (kind === 'day') return format.date(value);
  if (kind === 'month') return format.period(value, 'month');
  return kind === 'instant' ? format.dateTime(value) : value;
}

function decimalsOf(value: number): number {
  const digits = /\.(\d+)$/.exec(String(Number(value.toFixed(MOST_DECIMALS))))?.[1] ?? '';
  return digits.length;
}

/** The pages of one report, from top to bottom. */
class ReportPages {
  readonly #doc: Document;
  readonly #content: ReportContent;
  readonly #format: Format;
  readonly #rows: readonly (readonly string[])[];
  readonly #columns: readonly TableColumn[];
  readonly #layout: TableLayout;
  #y = MARGIN;

  constructor(doc: Document, content: ReportContent, format: Format, rows: readonly (readonly string[])[]) {
    this.#doc = doc;
    this.#content = content;
    this.#format = format;
    this.#rows = rows;
    this.#columns = content.columns.map(({ heading, kind }) => ({
      heading,
      isNumber: kind === 'number' || kind === 'share',
    }));
    this.#layout = layOutTable(doc, this.#columns, rows);
  }

  draw(sections: readonly AboutSection[]): void {
    const [scope, filters, ...rest] = sections;
    addPage(this.#doc, this.#page);
    this.#drawCover([scope, filters].filter((section) => section !== undefined));
    const { chart } = this.#content;
    if (chart && chart.points.length > 0) {
      const height = chartHeight(chart);
      this.#makeRoom(height);
      const box = { x: MARGIN, y: this.#y, width: this.#width };
      drawChart(this.#doc, chart, box, (type, value) => cellText(this.#format, type, value));
      this.#y += height;
    }
    this.#drawTable();
    for (const section of rest) this.#drawSection(section);
    this.#drawEdges();
  }

  get #page(): PageSize {
    return this.#layout.page;
  }

  get #width(): number {
    return this.#page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.#page.height - MARGIN - FOOT;
  }

  /** Begins a page where less than this is left; true when it did. */
  #makeRoom(height: number): boolean {
    if (this.#y + height <= this.#bottom || this.#y <= MARGIN) return false;
    addPage(this.#doc, this.#page);
    this.#y = MARGIN;
    return true;
  }

  #drawCover(sections: readonly AboutSection[]): void {
    const place = { width: this.#width };
    this.#y += write(this.#doc, this.#content.title, { ...place, at: [MARGIN, this.#y], size: 18, font: STRONG }) + 6;
    for (const { title, lines } of sections) {
      const text = lines.map(({ name, cells }) => [name, ...this.#texts(cells)].join(': ')).join('  ·  ');
      const words =
        sections.indexOf(sections.find((each) => each.title === title) as AboutSection) === 0
          ? text
          : `${title}: ${text}`;
      this.#y += write(this.#doc, words, { ...place, at: [MARGIN, this.#y], size: 9, colour: colours.quiet }) + 2;
    }
    this.#y += 6;
    rule(this.#doc, [MARGIN, this.#y], [MARGIN + this.#width, this.#y]);
    this.#y += 12;
  }

  #texts(cells: AboutSection['lines'][number]['cells']): string[] {
    return cells.map((cell) => cellText(this.#format, cell, cell.value));
  }

  #drawTable(): void {
    const lineHeight = this.#lineHeight();
    this.#makeRoom(4 * lineHeight);
    this.#drawHeadings();
    for (const [at, row] of this.#rows.entries()) {
      const height = this.#heightOf(row, lineHeight);
      if (this.#makeRoom(height)) this.#drawHeadings();
      this.#drawRow(row, height, at % 2 === 1);
    }
    this.#y += 16;
  }

  #lineHeight(): number {
    return this.#doc.font('body').fontSize(this.#layout.size).currentLineHeight(true);
  }

  #drawHeadings(): void {
    const { size, widths } = this.#layout;
    this.#doc.font(STRONG).fontSize(size);
    const heights = this.#columns.map(({ heading }, at) =>
      this.#doc.heightOfString(heading, { width: (widths[at] ?? 0) - 2 * PADDING }),
    );
    const height = Math.max(...heights, 0) + 6;
    this.#doc.rect(MARGIN, this.#y, this.#tableWidth(), height).fill(colours.band);
    this.#eachCell((x, width, at) => {
      const { heading = '', isNumber = false } = this.#columns[at] ?? {};
      const y = this.#y + height - 3 - (heights[at] ?? 0);
      write(this.#doc, heading, { at: [x, y], width, size, font: STRONG, align: isNumber ? 'right' : 'left' });
    });
    this.#y += height;
    rule(this.#doc, [MARGIN, this.#y], [MARGIN + this.#tableWidth(), this.#y], colours.quiet);
    this.#y += 2;
  }

  /** A text that is wider than its column goes over several lines. */
  #heightOf(row: readonly string[], lineHeight: number): number {
    this.#doc.font('body').fontSize(this.#layout.size);
    const heights = this.#columns.map(({ isNumber }, at) => {
      const width = (this.#layout.widths[at] ?? 0) - 2 * PADDING;
      const text = row[at] ?? '';
      if (isNumber || text.length * this.#layout.size * 0.4 < width || this.#doc.widthOfString(text) <= width)
        return lineHeight;
      return this.#doc.heightOfString(text, { width });
    });
    return Math.max(lineHeight, ...heights) + 3;
  }

  #drawRow(row: readonly string[], height: number, isBanded: boolean): void {
    if (isBanded) this.#doc.rect(MARGIN, this.#y, this.#tableWidth(), height).fill('#fafbfc');
    this.#eachCell((x, width, at) => {
      const isNumber = this.#columns[at]?.isNumber ?? false;
      write(this.#doc, row[at] ?? '', {
        at: [x, this.#y + 1],
        width,
        size: this.#layout.size,
        align: isNumber ? 'right' : 'left',
        single: isNumber,
      });
    });
    this.#y += height;
  }

  #eachCell(draw: (x: number, width: number, at: number) => void): void {
    let x = MARGIN;
    for (const [at, width] of this.#layout.widths.entries()) {
      draw(x + PADDING, width - 2 * PADDING, at);
      x += width;
    }
  }

  #tableWidth(): number {
    return this.#layout.widths.reduce((sum, width) => sum + width, 0);
  }

  /** Names and what is said of them, side by side. */
  #drawSection({ title, headings = [], lines }: AboutSection): void {
    const [size, names] = [8.5, 130];
    const columns = Math.max(1, headings.length);
    const width = Math.min(220, (this.#width - names) / columns);
    const at = (column: number) => MARGIN + names + column * width;
    this.#makeRoom(50);
    write(this.#doc, title, { at: [MARGIN, this.#y], width: names, size: 10, font: STRONG });
    for (const [column, heading] of headings.entries())
      write(this.#doc, heading, {
        at: [at(column), this.#y + 2],
        width: width - 8,
        size,
        colour: colours.quiet,
        single: true,
      });
    this.#y += 18;
    for (const { name, cells } of lines) {
      this.#makeRoom(30);
      const wide = cells.length === 0 ? this.#width : names - 8;
      const heights = [write(this.#doc, name, { at: [MARGIN, this.#y], width: wide, size })];
      for (const [column, text] of this.#texts(cells).entries())
        heights.push(
          write(this.#doc, cells[column]?.value === '' ? '' : text, {
            at: [at(column), this.#y],
            width: width - 8,
            size,
          }),
        );
      this.#y += Math.max(...heights) + 2;
    }
    this.#y += 10;
  }

  /** Title and page number on every page, once their number is known. */
  #drawEdges(): void {
    const { start, count } = this.#doc.bufferedPageRange();
    const words = reportWords[this.#content.language];
    const y = this.#page.height - MARGIN - 8;
    for (let page = start; page < start + count; page++) {
      this.#doc.switchToPage(page);
      rule(this.#doc, [MARGIN, y - 6], [MARGIN + this.#width, y - 6]);
      const half = { width: this.#width / 2 - 8, size: 8, colour: colours.quiet, single: true };
      write(this.#doc, this.#content.title, { ...half, at: [MARGIN, y] });
      const number = words.page(this.#format.number(page - start + 1), this.#format.number(count));
      write(this.#doc, number, { ...half, at: [MARGIN + this.#width / 2 + 8, y], align: 'right' });
    }
  }
}
