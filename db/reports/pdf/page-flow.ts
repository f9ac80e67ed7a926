import { createFormat, type Format } from '../../../shared/text/format.ts';
import type { Language } from '../../../shared/text/labels.ts';
import { type ReportWords, reportWords } from '../../../shared/text/report.ts';
import { addPage, colours, type Document, FOOT, MARGIN, type PageSize, rule, write } from './page.ts';

/** Pages of one size, filled from the top down. Lengths are points. */
export class PageFlow {
  readonly doc: Document;
  readonly format: Format;
  readonly words: ReportWords;
  readonly page: PageSize;
  /** Where what comes next begins. */
  y = MARGIN;

  constructor(doc: Document, page: PageSize, { language, locale }: { language: Language; locale: string }) {
    this.doc = doc;
    this.format = createFormat(locale);
    this.words = reportWords[language];
    this.page = page;
    addPage(doc, page);
  }

  get width(): number {
    return this.page.width - 2 * MARGIN;
  }

  get #bottom(): number {
    return this.page.height - MARGIN - FOOT;
  }

  /** Begins a page where less than this is left; true when it did. */
  makeRoom(height: number): boolean {
    if (this.y + height <= this.#bottom || this.y <= MARGIN) return false;
    addPage(this.doc, this.page);
    this.y = MARGIN;
    return true;
  }

  /** Title and page number on every page, once their number is known. */
  drawEdges(title: string): void {
    const { start, count } = this.doc.bufferedPageRange();
    const y = this.page.height - MARGIN - 8;
    for (let page = start; page < start + count; page++) {
      this.doc.switchToPage(page);
      rule(this.doc, [MARGIN, y - 6], [MARGIN + this.width, y - 6]);
      const half = { width: this.width / 2 - 8, size: 8, colour: colours.quiet, single: true };
      write(this.doc, title, { ...half, at: [MARGIN, y] });
      const number = this.words.page(this.format.number(page - start + 1), this.format.number(count));
      write(this.doc, number, { ...half, at: [MARGIN + this.width / 2 + 8, y], align: 'right' });
    }
  }
}
