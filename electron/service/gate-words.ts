import { type Finding, findingDefinitions } from '../../shared/import/gate.ts';
import { findingWords } from '../../shared/import/gate-words.ts';

/** What was kept or left out by decision, and what else is to be known, as sentences that follow the outcome of an import. */
export function decidedMessage(findings: readonly Finding[]): string {
  const sentences = findings.map(({ kind, count, decision, decidedBy }) => {
    const what = findingWords.en[kind].title(count.toLocaleString('en'), count === 1);
    if (decision === null || !findingDefinitions[kind].asks) return `Worth knowing: ${what}.`;
    const done = decision === 'keep' ? 'Kept' : 'Left out';
    return `${done}${decidedBy === 'profile' ? ', as decided for this kind of file' : ''}: ${what}.`;
  });
  return sentences.map((sentence) => ` ${sentence}`).join('');
}
