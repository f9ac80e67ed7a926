import { resolve } from 'node:path';
import { type ReportFormat, reportFormats } from '../../../shared/contract/reports.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { type Language, languages } from '../../../shared/text/labels.ts';
import { readJsonArgument, textOption, usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { placeFile } from '../place-file.ts';
import { finishJob } from '../run-job.ts';
import { formatNumber } from '../table.ts';

export const exportReport: StoreCommand = {
  name: 'export',
  parameters: 'JSON|@FILE|- --out FILE [--format csv|xlsx|pdf]',
  summary: 'Writes the answer to a query as a file that is safe to open in a spreadsheet.',
  store: 'read',
  options: {
    out: { value: 'FILE', description: 'the file to write; one that is there is replaced' },
    format: { value: 'NAME', description: 'csv (default), xlsx or pdf' },
    title: { value: 'TEXT', description: 'what stands above a report; its question if left out' },
    language: { value: 'LANGUAGE', description: 'en (default) or ko, of an xlsx or a pdf' },
    'no-bom': { description: 'csv: leave out the byte order mark by which Excel knows UTF-8' },
    'no-about': { description: 'csv: leave out the filters and definitions' },
  },
  async run(invocation) {
    const { positionals, values, client, service } = invocation;
    const [argument, ...more] = positionals;
    const out = textOption(values, 'out');
    if (argument === undefined || more.length > 0 || !out)
      throw usageError(exportReport, 'Which query, and to which file?');
    const format = textOption(values, 'format') ?? 'csv';
    if (!isReportFormat(format))
      throw usageError(exportReport, `The format '${format}' is not known; ${reportFormats.join(', ')} are.`);
    const title = textOption(values, 'title');
    const language = textOption(values, 'language') ?? 'en';
    if (!isLanguage(language))
      throw usageError(exportReport, `The language '${language}' is not known; ${languages.join(', ')} are.`);
    const { jobId } = await client.exports.report({
      query: parseReportQuery(await readJsonArgument(argument)),
      format,
      wording: { ...(title && { title }), language },
      byteOrderMark: !values['no-bom'],
      about: !values['no-about'],
    });
    const { result } = await finishJob(invocation, jobId);
    const target = resolve(out);
    await placeFile(service.downloads.get(String(result?.downloadId)).path, target);
    const rows = Number(result?.rows ?? 0);
    return { json: { file: target, rows }, text: `${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'} in ${target}` };
  },
};

function isReportFormat(text: string): text is ReportFormat {
  return (reportFormats as readonly string[]).includes(text);
}

function isLanguage(text: string): text is Language {
  return (languages as readonly string[]).includes(text);
}
