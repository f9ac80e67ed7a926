import { assertNever } from '../../shared/lib/assert-never.ts';
import type { ReportContent } from './report-content.ts';
import { type RowSupply, writeWorkbook } from './xlsx/write-workbook.ts';

/** What is written on a thread of its own. */
export type WrittenFormat = 'xlsx';

/** Writes a report to `path`, which must not exist; gives the rows that it holds. */
export function writeReportFile(
  format: WrittenFormat,
  path: string,
  content: ReportContent,
  supply: RowSupply,
): Promise<number> {
  switch (format) {
    case 'xlsx':
      return writeWorkbook(path, content, supply);
    default:
      return assertNever(format);
  }
}
