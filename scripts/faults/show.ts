import { markdownTable, plainTable, type TextTable } from '../bench/table.ts';
import { type FaultCase, type FaultKind, faultKinds, type Tally } from './fault.ts';

/** A case with what came of it. */
export interface Tried {
  of: FaultCase;
  tally: Tally;
}

const kinds = Object.keys(faultKinds) as FaultKind[];

function tableOf(tried: readonly Tried[]): TextTable {
  const rows = tried.map(({ of, tally }) => [
    `${of.group}: ${of.name}`,
    String(tally.tried),
    ...kinds.map((kind) => String(tally.faults[kind])),
    inWords(tally),
  ]);
  const sum = (count: (tally: Tally) => number) => String(tried.reduce((all, { tally }) => all + count(tally), 0));
  const together = [
    'together',
    sum(({ tried: all }) => all),
    ...kinds.map((kind) => sum(({ faults }) => faults[kind])),
    '',
  ];
  return { header: ['case', 'tried', ...kinds, 'what came of it'], rows: [...rows, together] };
}

function inWords({ came }: Tally): string {
  return [...came.entries()].map(([name, count]) => `${name} ${count}`).join(', ');
}

/** For a terminal, with an example of each fault. */
export function resultText(tried: readonly Tried[]): string {
  const examples = tried.flatMap(({ tally }) => tally.examples);
  return `${plainTable(tableOf(tried))}\n${examples.length > 0 ? `\n${examples.join('\n')}\n` : ''}`;
}

/** For a page. */
export function resultMarkdown(tried: readonly Tried[]): string {
  return markdownTable(tableOf(tried));
}
