import type { ReportFormat } from '../../../shared/contract/reports.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { readScope } from '../../../shared/questions/scope-url.ts';
import { boardOfScreen } from '../../../shared/questions/screen-board.ts';
import { counted } from '../../../shared/text/counted.ts';
import { exportChanges } from '../export-changes.ts';
import { exportTouchedLots } from '../export-lots.ts';
import { type ExportedFile, exportBoard, exportRecords, exportReport } from '../exports.ts';
import type { JobControl } from '../job-runner.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function exportHandlers(os: Implementer, { engine, jobs, downloads, views, dashboards }: ServiceParts) {
  const folder = engine.folder.exports;
  const start = (subject: string, format: ReportFormat, write: (control: JobControl) => Promise<ExportedFile>) => ({
    jobId: jobs.start({
      kind: 'export',
      subject,
      lane: 'read',
      cancellable: true,
      run: async (control) => {
        const { path, fileName, rows, tiles } = await write(control);
        const downloadId = downloads.add({ path, fileName, contentType: contentTypes[format] });
        const message =
          tiles === undefined
            ? `${counted(rows, 'row')} written to ${fileName}, as many as expected.`
            : `${counted(tiles, 'tile')} written to ${fileName}.`;
        return { message, result: { downloadId, fileName, rows, ...(tiles !== undefined && { tiles }) } };
      },
    }),
  });
  return {
    board: os.exports.board.handler(async ({ input: { id, params, wording } }) => {
      const board = await dashboards.find(id); // refused before a job is made of it
      const request = { board, views: await views.list(), scope: readScope(new URLSearchParams(params)), ...wording };
      return start('dashboard', 'pdf', (control) => exportBoard(engine, folder, request, control));
    }),
    screen: os.exports.screen.handler(({ input: { screen, params, wording } }) => {
      const request = {
        board: boardOfScreen(screen, params, wording.language),
        views: [],
        scope: readScope(new URLSearchParams(params)),
        opens: { screen, params },
        isScreen: true,
        ...wording,
      };
      return start('screen', 'pdf', (control) => exportBoard(engine, folder, request, control));
    }),
    report: os.exports.report.handler(({ input: { query, comparison, format, wording, ...csv } }) => {
      const parsed = parseReportQuery(query); // refused before a job is made of it
      return start('report', format, (control) =>
        exportReport(engine, folder, { query: parsed, comparison, format, ...wording, csv }, control),
      );
    }),
    touchedLots: os.exports.touchedLots.handler(({ input: { lot, rule, ...options } }) => {
      return start('lots', 'csv', (control) => exportTouchedLots(engine, folder, { lot, rule }, options, control));
    }),
    changes: os.exports.changes.handler(({ input: { scope, byteOrderMark } }) => {
      return start('changes', 'csv', (control) => exportChanges(engine, folder, scope, { byteOrderMark }, control));
    }),
    records: os.exports.records.handler(({ input: { scope, format, wording, ...csv } }) => {
      return start('records', format, (control) =>
        exportRecords(engine, folder, { scope, format, ...wording, csv }, control),
      );
    }),
  };
}

const contentTypes: Record<ReportFormat, string> = {
  csv: 'text/csv; charset=utf-8',
  pdf: 'application/pdf',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
};
