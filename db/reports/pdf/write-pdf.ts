import { createWriteStream } from 'node:fs';
import { pipeline } from 'node:stream/promises';
import { AppError } from '../../../shared/lib/app-error.ts';
import { createFormat } from '../../../shared/text/format.ts';
import type { AboutSection, ReportContent, RowSupply } from '../report-content.ts';
import { cellText } from './cell-text.ts';
import { drawChart } from './draw-chart.ts';
import { drawCover } from './draw-cover.ts';
import { drawSection } from './draw-section.ts';
import { drawTable } from './draw-table.ts';
import { type Document, openDocument } from './page.ts';
import { PageFlow } from './page-flow.ts';
import { columnsOfTable, layOutTable } from './table-layout.ts';

/** Some five hundred pages. */
export const MOST_PDF_ROWS = 20_000;

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
  drawReport(doc, content, rows, sections);
  doc.end();
  await written;
  return rows.length;
}

/** The pages of one report, from top to bottom. */
function drawReport(
  doc: Document,
  content: ReportContent,
  rows: readonly (readonly string[])[],
  [scope, filters, ...rest]: readonly AboutSection[],
): void {
  const columns = columnsOfTable(content.columns);
  const layout = layOutTable(doc, columns, rows);
  const flow = new PageFlow(doc, layout.page, content);
  const cut = drawCover(
    flow,
    content.title,
    [scope, filters].filter((section) => section !== undefined),
  );
  const { chart } = content;
  if (chart && chart.points.length > 0) {
    const leftOut = chart.leftOut && `${chart.leftOut} ${flow.words.inTable}`;
    drawChart(flow, { ...chart, leftOut });
  }
  drawTable(flow, columns, rows, layout);
  flow.y += 16;
  for (const section of [...cut, ...rest]) drawSection(flow, section);
  flow.drawEdges(content.title);
}
