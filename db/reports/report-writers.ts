import type { ReportFormat } from '../../shared/contract/reports.ts';
import { writePdf } from './pdf/write-pdf.ts';
import type { ReportContent, RowSupply } from './report-content.ts';
import { writeWorkbook } from './xlsx/write-workbook.ts';

/** What is written on a thread of its own. */
export type WrittenFormat = Exclude<ReportFormat, 'csv'>;

/** How each is written to a path that must not exist; gives the rows that the file holds. */
export const reportWriters: Record<
  WrittenFormat,
  (path: string, content: ReportContent, supply: RowSupply) => Promise<number>
> = { xlsx: writeWorkbook, pdf: writePdf };
