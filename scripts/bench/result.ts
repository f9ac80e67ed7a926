/** What one run has found, and how it is shown: the one document of --json, the terminal, docs/benchmarks.md. */
import type { ImportResult } from './import-race.ts';
import type { MeasuredQuestion } from './measure.ts';
import { type PeerName, peerNames, peers } from './peer.ts';
import { questions } from './questions.ts';
import { figure, markdownTable, plainTable, type TextTable } from './table.ts';

export interface BenchResult {
  machine: string;
  records: number;
  rounds: number;
  /** Share of the processor that other programs used while the questions were timed. */
  usedByOthers: number;
  questions: MeasuredQuestion[];
  stores: { peer: PeerName; bytesPerRecord: number }[];
  /** How many rows the imports read; their results are empty when they were not asked for. */
  importedRows: number;
  imports: ImportResult[];
}

const others = peerNames.filter((name) => name !== 'throughline');

/** How many times longer a peer takes than the program, by medians; null where one was not measured. */
export function timesFaster({ times }: MeasuredQuestion, peer: PeerName): number | null {
  const [own, other] = [times.throughline, times[peer]];
  return own && other ? other.medianMs / own.medianMs : null;
}

/** The result as data, with the ratios worked out. */
export function resultDocument(result: BenchResult): object {
  return {
    ...result,
    questions: result.questions.map((measured) => ({
      ...measured,
      title: questions[measured.question].title,
      timesFaster: Object.fromEntries(others.map((name) => [name, timesFaster(measured, name)])),
    })),
  };
}

function ratioTable(result: BenchResult): TextTable {
  return {
    header: ['question', peers.throughline.title, ...others.map((name) => `against ${peers[name].title}`)],
    rows: result.questions.map((measured) => [
      questions[measured.question].title,
      `${figure(measured.times.throughline?.medianMs ?? 0)} ms`,
      ...others.map((name) => {
        const ratio = timesFaster(measured, name);
        return ratio === null ? '' : `${figure(ratio)} x`;
      }),
    ]),
  };
}

function timeTable(result: BenchResult): TextTable {
  return {
    header: ['question (--only)', ...peerNames.map((name) => peers[name].title), 'answered from'],
    rows: result.questions.map(({ question, times, answeredFrom }) => [
      question,
      ...peerNames.map((name) => {
        const measured = times[name];
        return measured ? `${figure(measured.medianMs)} (${figure(measured.p95Ms)})` : '';
      }),
      answeredFrom ?? 'records',
    ]),
  };
}

function storeTable({ stores }: BenchResult): TextTable {
  return {
    header: ['store', 'bytes a record'],
    rows: stores.map(({ peer, bytesPerRecord }) => [peers[peer].title, figure(bytesPerRecord)]),
  };
}

function importTable({ imports }: BenchResult): TextTable {
  return {
    header: ['import', 'rows a second', 'bytes a record'],
    rows: imports.map(({ how, rowsPerSecond, bytesPerRecord }) => [
      how,
      (Math.round(rowsPerSecond / 1_000) * 1_000).toLocaleString('en-US'),
      figure(bytesPerRecord),
    ]),
  };
}

/** The result for a terminal. */
export function resultText(result: BenchResult): string {
  const parts = [conditions(result)];
  if (result.questions.length > 0) {
    parts.push(plainTable(ratioTable(result)), `Milliseconds, median (p95)\n\n${plainTable(timeTable(result))}`);
    parts.push(plainTable(storeTable(result)));
  }
  if (result.imports.length > 0) parts.push(plainTable(importTable(result)));
  return `${parts.join('\n\n')}\n`;
}

function conditions({ machine, records, rounds, usedByOthers }: BenchResult): string {
  const share = Math.round(usedByOthers * 100);
  const beside =
    share < 3
      ? 'Nothing else ran beside.'
      : `Other programs used ${share} % of the processor while the questions were timed.`;
  return `${records.toLocaleString('en-US')} records, ${rounds} ${rounds === 1 ? 'round' : 'rounds'}. ${machine}. ${beside}`;
}

/** The page docs/benchmarks.md. */
export function resultPage(result: BenchResult): string {
  const named = peerNames.map((name) => `- **${peers[name].title}**: ${peers[name].what}.`);
  return `# Benchmarks

Written by \`npm run bench -- --records ${result.records} --rounds ${result.rounds} --write\`. ${conditions(result)}

Every peer holds the same records: the sample plant over five years, 2021 to 2025.

${named.join('\n')}

Before anything is timed every peer answers every question, and all answers must be equal: counts, sums and texts exactly, quotients to a
billionth. Then each question is asked of one peer after the other, in several rounds, all warm. The program is asked below its
service, so without its cache of answers.

## Questions

How many times faster than each peer, by medians; below 1 it is slower.

${markdownTable(ratioTable(result))}

## Times

Milliseconds, median and in brackets the 95th percentile. The last column says what answered inside the program: a rollup, or the
records by an index.

${markdownTable(timeTable(result))}

The search by part of a lot number looks through order numbers, notes and items too in the program, in the peers through lot numbers alone.

## Bytes

All files of a store, with indexes and rollups, the archives sealed and the live file compacted.

${markdownTable(storeTable(result))}

## Import

One delimited file of ${result.importedRows.toLocaleString('en-US')} rows and 22 columns into a new store. The program also reads every date and number by its
digits, compares the rows with what is stored, and writes them as one batch that can be undone.

${markdownTable(importTable(result))}
`;
}
