import type { ReportFormat } from '../../../shared/contract/reports.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { counted } from '../../../shared/text/counted.ts';
import { exportChanges } from '../export-changes.ts';
import { exportTouchedLots } from '../export-lots.ts';
import { type ExportedFile, exportRecords, exportReport } from '../exports.ts';
import type { JobControl } from '../job-runner.ts';
import type { ServiceParts } from '../service-parts.ts';
import type { Implementer } from './router.ts';

export function exportHandlers(os: Implementer, { engine, jobs, downloads }: ServiceParts) {
  const folder = engine.folder.exports;
  const start = (subject: string, format: ReportFormat, write: (control: JobControl) => Promise<ExportedFile>) => ({
    jobId: jobs.start({
      kind: 'export',
      subject,
      lane: 'read',
      cancellable: true,
      run: async (control) => {
        const { path, fileName, rows } = await write(control);
        const downloadId = downloads.add({ path, fileName, contentType: contentTypes[format] });
        const message = `${counted(rows, 'row')} written to ${fileName}, as many as expected.`;
        return { message, result: { downloadId, fileName, rows } };
      },
    }),
  });
  return {
    report: os.exports.report.handler(({ input: { query, format, wording, ...csv } }) => {
      const parsed = parseReportQuery(query); // refused before a job is made of it
      return start('report', format, (control) =>
        exportReport(engine, folder, { query: parsed, format, ...wording, csv }, control),
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
