import { resolve } from 'node:path';
import type { ReasonGroup } from '../../shared/import/corrections.ts';
import type { GateDecisions } from '../../shared/import/gate.ts';
import { AppError } from '../../shared/lib/app-error.ts';
import { integerOption } from './arguments.ts';
import type { OptionDefinition, OptionValues, Outcome, StoreInvocation } from './command.ts';
import { tellingWhy } from './gate-options.ts';
import { finishJob } from './run-job.ts';
import { formatNumber } from './table.ts';

/** Option of the import that brings a corrected rejects file back. */
export const correctionsOption = {
  corrections: {
    value: 'BATCH',
    description: 'the file is the rejects file of this import, corrected: import its changed rows by the same profile',
  },
} satisfies Record<string, OptionDefinition>;

/** The import whose rows are corrected; undefined where a file is imported as any other. */
export function correctedBatch(values: OptionValues): number | undefined {
  return integerOption(values, 'corrections', { min: 1, max: Number.MAX_SAFE_INTEGER });
}

/** Imports the rows of a rejects file that were changed, as a batch of their own. Throws INVALID_ARGUMENT for several files. */
export async function importCorrections(
  invocation: StoreInvocation,
  batchId: number,
  decisions: GateDecisions,
): Promise<Outcome> {
  const { client, service, positionals, note } = invocation;
  const [path, ...more] = positionals;
  if (path === undefined || more.length > 0) {
    throw new AppError('INVALID_ARGUMENT', 'An import has one rejects file; name it alone with --corrections BATCH.');
  }
  const { jobId, changed, unknown } = await client.corrections.startFromFile({
    batchId,
    fileId: service.files.register(resolve(path)),
    decisions,
  });
  if (unknown > 0) {
    note(
      `${formatNumber(unknown)} of its rows are none that import ${batchId} still has set aside; they are left out.`,
    );
  }
  const { result, message } = await tellingWhy(note, () => finishJob(invocation, jobId));
  const { rows } = await client.corrections.view({ batchId, limit: 0 });
  return {
    json: { corrects: batchId, changed, unknown, stillSetAside: rows, ...result },
    text: `Import ${result?.batchId} holds the corrected rows: ${message}\nStill set aside with import ${batchId}: ${formatNumber(rows)}`,
  };
}

/** Why an import set rows aside, in groups; none where it set none aside. */
export async function reasonsOf(
  { client }: StoreInvocation,
  { batchId, rejected }: { batchId: number | null; rejected: number },
): Promise<ReasonGroup[]> {
  return batchId === null || rejected === 0 ? [] : (await client.corrections.view({ batchId, limit: 0 })).groups;
}

/** One kind of reason with how many rows there are, and the first of their lines. */
export function describeReason({ kind, rows, lines }: ReasonGroup): string {
  const more = rows > lines.length ? ', …' : '';
  return `  ${formatNumber(rows)} ${rows === 1 ? 'row' : 'rows'}: ${kind} (${lines.length === 1 ? 'line' : 'lines'} ${lines.join(', ')}${more})`;
}
