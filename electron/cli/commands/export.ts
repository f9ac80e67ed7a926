import { resolve } from 'node:path';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { readJsonArgument, textOption, usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { placeFile } from '../place-file.ts';
import { finishJob } from '../run-job.ts';
import { formatNumber } from '../table.ts';

export const exportReport: StoreCommand = {
  name: 'export',
  parameters: 'JSON|@FILE|- --out FILE [--format csv]',
  summary: 'Writes the answer to a query as a file that is safe to open in a spreadsheet.',
  store: 'read',
  options: {
    out: { value: 'FILE', description: 'the file to write; one that is there is replaced' },
    format: { value: 'csv', description: 'csv (default)' },
    'no-bom': { description: 'leave out the byte order mark by which Excel knows UTF-8' },
    'no-about': { description: 'leave out the filters and definitions' },
  },
  async run(invocation) {
    const { positionals, values, client, service } = invocation;
    const [argument, ...more] = positionals;
    const out = textOption(values, 'out');
    if (argument === undefined || more.length > 0 || !out)
      throw usageError(exportReport, 'Which query, and to which file?');
    const format = textOption(values, 'format') ?? 'csv';
    if (format !== 'csv') throw usageError(exportReport, `The format '${format}' is not known; csv is.`);
    const { jobId } = await client.exports.report({
      query: parseReportQuery(await readJsonArgument(argument)),
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
