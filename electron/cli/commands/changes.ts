import { resolve } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { ChangesScope, RecordChange } from '../../../shared/query/changes.ts';
import { en } from '../../../shared/text/en.ts';
import { integerOption, textOption, usageError } from '../arguments.ts';
import type { StoreCommand, StoreInvocation } from '../command.ts';
import { placeFile } from '../place-file.ts';
import { finishJob } from '../run-job.ts';
import { formatNumber } from '../table.ts';

const MOST_RECORDS = 1_000;

export const changes: StoreCommand = {
  name: 'changes',
  parameters: '[LOT] [--record ID] [--batch N] [--out FILE]',
  summary:
    'Tells what imports changed of records: who, when, and each field before and after, also what was undone since.',
  store: 'read',
  options: {
    record: { value: 'ID', description: 'of one record, by its id' },
    batch: { value: 'N', description: 'of one import, to a file' },
    out: { value: 'FILE', description: 'write them as CSV, a line for each field; of all records where none is named' },
  },
  async run(invocation) {
    const { positionals, values, client } = invocation;
    const [lot, ...more] = positionals;
    const record = integerOption(values, 'record', { min: 1, max: Number.MAX_SAFE_INTEGER });
    const batchId = integerOption(values, 'batch', { min: 1, max: Number.MAX_SAFE_INTEGER });
    const out = textOption(values, 'out');
    const named = [lot, record, batchId].filter((each) => each !== undefined).length;
    if (more.length > 0 || named > 1) throw usageError(changes, 'Name one lot, one record or one import.');
    if (out === undefined && (named === 0 || batchId !== undefined))
      throw usageError(changes, 'To which file? Give --out FILE.');
    const recordIds = record === undefined ? await recordsOfLot(invocation, lot) : [record];
    if (out !== undefined) return writeTo(invocation, out, scopeOf(recordIds, batchId));
    const found = await Promise.all(recordIds.map(async (id) => (await client.records.history({ id })).changes));
    const all = found.flat();
    const text = all.length === 0 ? 'No import changed it.' : all.map(describe).join('\n');
    return { json: { changes: all }, text };
  },
};

async function recordsOfLot({ client }: StoreInvocation, lot: string | undefined): Promise<number[]> {
  if (lot === undefined) return [];
  const { rows } = await client.records.page({ filters: [{ field: 'lot', in: [lot] }], limit: MOST_RECORDS });
  if (rows.length === 0) throw new AppError('NOT_FOUND', `There is no record of the lot '${lot}'.`);
  return rows.map(({ id }) => id);
}

function scopeOf(recordIds: number[], batchId: number | undefined): ChangesScope {
  if (batchId !== undefined) return { batchId };
  return recordIds.length > 0 ? { recordIds } : { all: true };
}

async function writeTo(invocation: StoreInvocation, out: string, scope: ChangesScope) {
  const { jobId } = await invocation.client.exports.changes({ scope });
  const { result } = await finishJob(invocation, jobId);
  const target = resolve(out);
  await placeFile(invocation.service.downloads.get(String(result?.downloadId)).path, target);
  const rows = Number(result?.rows ?? 0);
  return {
    json: { file: target, rows },
    text: `${formatNumber(rows)} ${rows === 1 ? 'change' : 'changes'} in ${target}`,
  };
}

function describe({ recordId, batchId, file, at, by, undoneAt, undoneBy, fields }: RecordChange): string {
  const who = by === '' ? '' : ` by ${by}`;
  const undone = undoneAt === null ? '' : `, undone ${undoneAt}${undoneBy ? ` by ${undoneBy}` : ''}`;
  const lines = fields.map(({ field, before, after }) => `  ${en.fields[field]}: ${before ?? '-'} -> ${after ?? '-'}`);
  return [`Record ${recordId}, import ${batchId} (${file}), ${at}${who}${undone}`, ...lines].join('\n');
}
