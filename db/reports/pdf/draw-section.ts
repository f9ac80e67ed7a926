import type { AboutSection } from '../report-content.ts';
import { cellTexts, isNumeric } from './cell-text.ts';
import { BODY, STRONG } from './fonts.ts';
import { colours, MARGIN, writable, write } from './page.ts';
import type { PageFlow } from './page-flow.ts';

const SIZE = 8.5;
const NAMES = 130;
const WIDEST_CELL = 220;
const WIDEST_NUMBER = 150;
const PIECE = /.{1,800}(?:\s+|$)|\S{1,800}/gs;

/** Draws names and what is said of them, side by side. */
export function drawSection(flow: PageFlow, { title, headings = [], lines }: AboutSection): void {
  const { doc } = flow;
  const columns = Math.max(1, headings.length);
  // Numbers stand below each other by their ends, and not far from what they are of.
  const isNumber = lines.length > 0 && lines.every(({ cells }) => cells.length > 0 && cells.every(isNumeric));
  const width = Math.min(isNumber ? WIDEST_NUMBER : WIDEST_CELL, (flow.width - NAMES) / columns);
  const align: 'left' | 'right' = isNumber ? 'right' : 'left';
  const at = (column: number) => MARGIN + NAMES + column * width;
  flow.makeRoom(50);
  write(doc, title, { at: [MARGIN, flow.y], width: NAMES, size: 10, font: STRONG });
  for (const [column, heading] of headings.entries())
    write(doc, heading, {
      at: [at(column), flow.y + 2],
      width: width - 8,
      size: SIZE,
      align,
      colour: colours.quiet,
      single: true,
    });
  flow.y += 18;
  for (const { name, cells } of lines) {
    const told = cellTexts(flow.format, cells).map((text, column) => (cells[column]?.value === '' ? '' : text));
    const wide = cells.length === 0 ? flow.width : NAMES - 8;
    const pieces = told.map(piecesOf);
    // What is longer than a page goes on below, a piece at a time.
    for (let piece = 0; piece < Math.max(1, ...pieces.map(({ length }) => length)); piece++) {
      const texts = [
        { text: piece === 0 ? name : '', x: MARGIN, width: wide, align: 'left' as const },
        ...pieces.map((each, column) => ({ text: each[piece] ?? '', x: at(column), width: width - 8, align })),
      ];
      doc.font(BODY).fontSize(SIZE);
      const heights = texts.map((each) => doc.heightOfString(writable(each.text), { width: each.width }));
      flow.makeRoom(Math.max(...heights));
      for (const { text, x, ...place } of texts) write(doc, text, { at: [x, flow.y], size: SIZE, ...place });
      flow.y += Math.max(...heights) + 2;
    }
  }
  flow.y += 10;
}

/** A text in pieces of some lines, cut between words. */
function piecesOf(text: string): string[] {
  return text.match(PIECE) ?? [text];
}
