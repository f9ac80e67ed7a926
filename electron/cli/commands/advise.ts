import type { Advice, Proposal, StoreIndex } from '../../../shared/contract/indexes.ts';
import { indexWords } from '../../../shared/text/indexes.ts';
import { usageError } from '../arguments.ts';
import type { StoreCommand } from '../command.ts';
import { indexTable } from '../index-table.ts';
import { finishJob } from '../run-job.ts';
import { formatNumber } from '../table.ts';

const words = indexWords.en;

export const advise: StoreCommand = {
  name: 'advise',
  parameters: '',
  summary:
    'Lists every index with its size and use, and tries on a copy which others would make slow questions quicker. Changes nothing.',
  store: 'any',
  options: {},
  async run(invocation) {
    const { positionals, client } = invocation;
    if (positionals.length > 0) throw usageError(advise, `'${positionals[0]}' is not understood.`);
    const { jobId } = await client.indexes.advise();
    const job = await finishJob(invocation, jobId);
    const listed = await client.indexes.list();
    const parts = [
      indexTable(listed.indexes),
      ...findingLines(listed.indexes),
      job.message,
      ...adviceParts(listed.advice),
    ];
    return { json: { ...listed, message: job.message }, text: parts.join('\n\n') };
  },
};

function findingLines(indexes: readonly StoreIndex[]): string[] {
  const lines = indexes.flatMap(({ name, findings }) =>
    findings.map((finding) => `${name}: ${words.finding(finding, (instant) => instant.slice(0, 10))}`),
  );
  return lines.length > 0 ? [lines.join('\n')] : [];
}

function adviceParts(advice: Advice | null): string[] {
  if (!advice || advice.proposals.length === 0) return [];
  return [advice.proposals.map(proposalLines).join('\n\n'), applyHint(advice.proposals)].filter((part) => part !== '');
}

function proposalLines(proposal: Proposal): string {
  const { name, action, tried, recordsTried, megabytes, insertMsPerThousand } = proposal;
  const cost = `${megabytes.toFixed(1)} MB in all files, ${insertMsPerThousand.toFixed(2)} ms more for a thousand records written`;
  return [
    `${action === 'create' ? 'Make' : 'Drop'} ${name}: ${words.verdict(proposal)}`,
    `  ${cost} (tried on ${formatNumber(recordsTried)} records)`,
    ...tried.map(({ shape, beforeMs, afterMs }) => `  ${beforeMs.toFixed(1)} -> ${afterMs.toFixed(1)} ms  ${shape}`),
  ].join('\n');
}

function applyHint(proposals: readonly Proposal[]): string {
  const worthIt = proposals.find((proposal) => proposal.worthIt);
  if (!worthIt) return '';
  const verb = worthIt.action === 'create' ? 'apply' : 'revert';
  return `Nothing was made or dropped. To do it: index ${verb} ${worthIt.name}`;
}
