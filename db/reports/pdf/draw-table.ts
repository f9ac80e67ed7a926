import { BODY, STRONG } from './fonts.ts';
import { colours, MARGIN, rule, writable, write } from './page.ts';
import type { PageFlow } from './page-flow.ts';
import { linesOf, PADDING, type TableColumn, type TableLayout } from './table-layout.ts';

const BAND = '#fafbfc';

/** Draws a table over as many pages as it takes, its headings on each; one without rows says so. */
export function drawTable(
  flow: PageFlow,
  columns: readonly TableColumn[],
  rows: readonly (readonly string[])[],
  layout: TableLayout,
): void {
  const lineHeight = flow.doc.font(BODY).fontSize(layout.size).currentLineHeight(true);
  flow.makeRoom(4 * lineHeight);
  drawHeadings(flow, columns, layout);
  for (const [at, row] of rows.entries()) {
    const height = heightOf(flow, columns, row, layout, lineHeight);
    if (flow.makeRoom(height)) drawHeadings(flow, columns, layout);
    drawRow(flow, columns, row, layout, { height, isBanded: at % 2 === 1 });
  }
  if (rows.length > 0) return;
  const { width, words } = flow;
  flow.y += write(flow.doc, words.noRows, {
    at: [MARGIN + PADDING, flow.y + 2],
    width,
    size: layout.size,
    colour: colours.quiet,
  });
}

function drawHeadings(flow: PageFlow, columns: readonly TableColumn[], layout: TableLayout): void {
  const { doc } = flow;
  const { size, widths } = layout;
  doc.font(STRONG).fontSize(size);
  const lineHeight = doc.currentLineHeight(true);
  const lines = columns.map(({ heading }, at) => linesOf(doc, heading, (widths[at] ?? 0) - 2 * PADDING));
  const height = Math.max(0, ...lines.map(({ length }) => length)) * lineHeight + 6;
  const wide = widthOf(layout);
  doc.rect(MARGIN, flow.y, wide, height).fill(colours.band);
  for (const { x, width, at } of cellsOf(layout)) {
    const own = lines[at] ?? [];
    const top = flow.y + height - 3 - own.length * lineHeight;
    const align = columns[at]?.isNumber ? 'right' : 'left';
    for (const [line, text] of own.entries())
      write(doc, text, { at: [x, top + line * lineHeight], width, size, font: STRONG, align, single: true });
  }
  flow.y += height;
  rule(doc, [MARGIN, flow.y], [MARGIN + wide, flow.y], colours.quiet);
  flow.y += 2;
}

/** A text that is wider than its column goes over several lines. */
function heightOf(
  { doc }: PageFlow,
  columns: readonly TableColumn[],
  row: readonly string[],
  { size, widths }: TableLayout,
  lineHeight: number,
): number {
  doc.font(BODY).fontSize(size);
  const heights = columns.map(({ isNumber }, at) => {
    const width = (widths[at] ?? 0) - 2 * PADDING;
    const text = row[at] ?? '';
    // No letter is wider than it is high.
    if (isNumber || text.length * size <= width || doc.widthOfString(text) <= width) return lineHeight;
    return doc.heightOfString(writable(text), { width });
  });
  return Math.max(lineHeight, ...heights) + 3;
}

function drawRow(
  flow: PageFlow,
  columns: readonly TableColumn[],
  row: readonly string[],
  layout: TableLayout,
  { height, isBanded }: { height: number; isBanded: boolean },
): void {
  if (isBanded) flow.doc.rect(MARGIN, flow.y, widthOf(layout), height).fill(BAND);
  for (const { x, width, at } of cellsOf(layout)) {
    const isNumber = columns[at]?.isNumber ?? false;
    write(flow.doc, row[at] ?? '', {
      at: [x, flow.y + 1],
      width,
      size: layout.size,
      align: isNumber ? 'right' : 'left',
      single: isNumber,
    });
  }
  flow.y += height;
}

function cellsOf({ widths }: TableLayout): { x: number; width: number; at: number }[] {
  let x = MARGIN;
  return widths.map((width, at) => {
    const cell = { x: x + PADDING, width: width - 2 * PADDING, at };
    x += width;
    return cell;
  });
}

function widthOf({ widths }: TableLayout): number {
  return widths.reduce((sum, width) => sum + width, 0);
}
