import { copyFile, rename, rm } from 'node:fs/promises';
import { resolve } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import { parseReportQuery } from '../../../shared/query/report-query.ts';
import { readJsonArgument, textOption, usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
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
    await place(service.downloads.get(String(result?.downloadId)).path, target);
    const rows = Number(result?.rows ?? 0);
    return { json: { file: target, rows }, text: `${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'} in ${target}` };
  },
};

/** Moves a finished file to its place in one step, so that what was there is replaced whole or not at all. */
async function place(source: string, target: string): Promise<void> {
  const beside = `${target}.${process.pid}.part`;
  try {
    await copyFile(source, beside);
    await rename(beside, target);
  } catch (error) {
    await rm(beside, { force: true }).catch(() => {}); // the folder itself may be none
    const detail = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new AppError(
      'FILE_UNREADABLE',
      `'${target}' cannot be written (${detail}). Choose another place with --out.`,
      error,
    );
  } finally {
    await rm(source, { force: true }); // a store that is only read beside its owner is not tidied at its opening
  }
}
