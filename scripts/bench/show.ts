/** How the result of a run is shown: on the terminal, and as docs/benchmarks.md. */
import { peerNames, peers } from './peer.ts';
import type { BenchResult } from './result.ts';
import { sectionsOf } from './sections.ts';
import { markdownTable, plainTable } from './table.ts';

/** The result for a terminal. */
export function resultText(result: BenchResult): string {
  const parts = sectionsOf(result).map(({ title, text, table }) => `${title}\n\n${text}\n\n${plainTable(table)}`);
  return `${[conditions(result), ...parts].join('\n\n')}\n`;
}

function conditions({ machine, records, rounds, budgetMs, usedByOthers }: BenchResult): string {
  const told = `${records.toLocaleString('en-US')} records, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}, at most about ${budgetMs / 1_000} s a question and peer. ${machine}.`;
  if (usedByOthers === undefined) return told;
  const share = Math.round(usedByOthers * 100);
  const beside =
    share < 3
      ? 'Nothing else ran beside.'
      : `Other programs used ${share} % of the processor while the questions were timed.`;
  return `${told} ${beside}`;
}

/** The page docs/benchmarks.md. */
export function resultPage(result: BenchResult): string {
  const named = peerNames.map((name) => `- **${peers[name].title}**: ${peers[name].what}.`);
  const parts = sectionsOf(result).map(
    ({ title, text, table }) => `## ${title}\n\n${text}\n\n${markdownTable(table)}\n`,
  );
  return `# Benchmarks

Written by \`npm run bench -- --records ${result.records} --rounds ${result.rounds} --write\`. ${conditions(result)}

Every peer holds the same records: the sample plant over five years, 2021 to 2025.

${named.join('\n')}

Before anything is timed every peer answers every question, and all answers must be equal: counts, sums and texts exactly, quotients to a
billionth. Then each question is asked of one peer after the other, in several rounds. The program is asked below its
service, so without its cache of answers.

${parts.join('\n')}`;
}
