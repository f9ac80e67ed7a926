/** The tables of a run, each with what has to be known to read it. A part that was not measured has none. */
import type { BesideImport } from './beside-import.ts';
import { coldPeers } from './cold.ts';
import { importFiles } from './import-files.ts';
import { IMPORT_REFERENCE, OWN_IMPORT } from './import-race.ts';
import { timesFaster } from './measure.ts';
import { type PeerName, peers, rivals } from './peer.ts';
import { questionOf, WANTED_FIRST_MS, WANTED_P99_MS, WANTED_WINDOW_P99_MS, type Wanted } from './questions.ts';
import type { BenchResult } from './result.ts';
import type { Times } from './statistics.ts';
import { figure, type TextTable } from './table.ts';
import { windowSections } from './window-sections.ts';

export interface Section {
  title: string;
  text: string;
  table: TextTable;
}

/** How many times the rows a second of the import that it is measured against. */
const WANTED_IMPORT = 2;
/** So late a thread that answers may be while a file is imported. */
const WANTED_DELAY_MS = 50;
/** The service, and the window with it. */
const WANTED_READY_MS = 300;
const WANTED_CHART_MS = 1_000;
/** Share of a question that its being recorded may take. */
const WANTED_RECORDING = 0.01;
/** Share of the bytes of the store that it is measured against. */
const WANTED_BYTES = 0.5;
const BYTES_A_MIB = 2 ** 20;
/** Under so many answers a median is told with their number. */
const FEW_SAMPLES = 5;

export function sectionsOf(result: BenchResult): Section[] {
  return [
    ratios(result),
    times(result),
    fromFiles(result),
    start(result),
    ...windowSections(result),
    recording(result),
    opening(result),
    cold(result),
    ...(result.besideImport ?? []).map(besideImport),
    growth(result),
    bytes(result),
    imports(result),
    importMemory(result),
  ].filter((section) => section !== null);
}

function ratios({ questions }: BenchResult): Section | null {
  if (!questions) return null;
  const wantedOf = (peer: PeerName): peer is keyof Wanted => peer === 'duckdb' || peer === 'indexed';
  return {
    title: 'Questions',
    text: `How many times faster than each peer, by medians; below 1 it is slower. Beside it the ratio that is wanted of ten million
records, and whether this run has met it.`,
    table: {
      header: [
        'question',
        peers.throughline.title,
        ...rivals.flatMap((peer) => [`against ${peers[peer].title}`, ...(wantedOf(peer) ? ['wanted'] : [])]),
      ],
      rows: questions.map((measured) => {
        const { title, wanted } = questionOf(measured.question);
        const cells = rivals.flatMap((peer) => {
          const ratio = timesFaster(measured, peer);
          const found = ratio === null ? '' : `${figure(ratio)} x`;
          return wantedOf(peer) ? [found, verdict(ratio, wanted[peer])] : [found];
        });
        return [title, milliseconds(measured.times.throughline?.medianMs), ...cells];
      }),
    },
  };
}

/** What is wanted, and whether it was met. */
function verdict(ratio: number | null, wanted: number | null): string {
  if (wanted === null) return '';
  return `${wanted.toLocaleString('en-US')} x: ${ratio === null ? 'not measured' : metOrMissed(ratio >= wanted)}`;
}

export function metOrMissed(isMet: boolean): string {
  return isMet ? 'met' : 'missed';
}

export function milliseconds(ms: number | undefined): string {
  return ms === undefined ? '' : `${figure(ms)} ms`;
}

function times({ questions, budgetMs }: BenchResult): Section | null {
  if (!questions) return null;
  const shown = ['throughline', ...rivals] as const;
  return {
    title: 'Times',
    text: `Warm: milliseconds, median and in brackets the 95th and 99th percentile; where a peer was asked fewer than ${FEW_SAMPLES} times, because it
had spent its ${budgetMs / 1_000} s on the question, how often. What needs not read records is wanted under ${WANTED_P99_MS} ms in 99 of 100 cases. The last column says
what answered inside the program.`,
    table: {
      header: [
        'question (--only)',
        ...shown.map((name) => peers[name].title),
        `p99 under ${WANTED_P99_MS} ms`,
        'answered from',
      ],
      rows: questions.map(({ question, times, answeredFrom }) => {
        const own = times.throughline;
        const isQuick = own && !questionOf(question).readsRecords;
        return [
          question,
          ...shown.map((name) => spread(times[name])),
          isQuick ? metOrMissed(own.p99Ms < WANTED_P99_MS) : '',
          answeredFrom ?? (own ? 'records' : ''),
        ];
      }),
    },
  };
}

function spread(times: Times | undefined): string {
  if (!times) return '';
  const { medianMs, p95Ms, p99Ms, samples } = times;
  if (samples < FEW_SAMPLES) return `${figure(medianMs)} (${samples === 1 ? 'once' : `${samples} times`})`;
  return `${figure(medianMs)} (${figure(p95Ms)}, ${figure(p99Ms)})`;
}

function fromFiles({ questions }: BenchResult): Section | null {
  const measured = questions?.filter(({ times }) => times.files) ?? [];
  if (measured.length === 0) return null;
  return {
    title: 'From the files',
    text: `What no rollup answers, before there is a columnar copy of the records: SQLite reads them in slices, shown as they come. Beside it
the same with the copy in memory.`,
    table: {
      header: ['question', 'something shown', 'wanted', 'whole answer', 'copy in memory', 'DuckDB'],
      rows: measured.map(({ question, times, firstShown }) => {
        const shown = firstShown.files;
        return [
          questionOf(question).title,
          milliseconds(shown?.medianMs),
          shown ? `${WANTED_FIRST_MS} ms: ${metOrMissed(shown.medianMs <= WANTED_FIRST_MS)}` : '',
          milliseconds(times.files?.medianMs),
          milliseconds(times.throughline?.medianMs),
          milliseconds(times.duckdb?.medianMs),
        ];
      }),
    },
  };
}

function start({ start }: BenchResult): Section | null {
  if (!start) return null;
  const { service, firstChartMs } = start;
  const row = (title: string, times: Times, wantedMs: number | null) => [
    title,
    milliseconds(times.medianMs),
    milliseconds(times.bestMs),
    wantedMs === null ? '' : `${wantedMs.toLocaleString('en-US')} ms: ${metOrMissed(times.medianMs <= wantedMs)}`,
  ];
  return {
    title: 'Start',
    text: `The service, built as for the desktop, is counted from the start of its process, the window from its opening over a service that has just been opened, with
nothing kept of an earlier one but what it compiled. Medians of ${service.readyMs.samples}, and the least disturbed one; what is wanted is wanted of ten million records.`,
    table: {
      header: ['', 'median', 'best', 'wanted'],
      rows: [
        row('the service takes questions', service.readyMs, WANTED_READY_MS),
        row('the questions of the first screen are answered', service.answeredMs, null),
        row('time of the processor used by then', service.processorMs, null),
        ...(firstChartMs ? [row('a window shows its first chart', firstChartMs, WANTED_CHART_MS)] : []),
      ],
    },
  };
}

function recording({ recording }: BenchResult): Section | null {
  if (!recording) return null;
  return {
    title: 'Recording questions',
    text: `Processor time in all threads: of a question over a message port, there and back, and of its being recorded; medians. Wanted is a
share under ${percent(WANTED_RECORDING)}.`,
    table: {
      header: ['question', 'takes', 'to record it', 'share', 'wanted'],
      rows: recording.map(({ title, question, recording: its }) => {
        const share = its.medianMs / question.medianMs;
        return [
          title,
          `${(question.medianMs * 1_000).toFixed(0)} µs`,
          `${(its.medianMs * 1_000).toFixed(1)} µs`,
          `${(share * 100).toFixed(2)} %`,
          metOrMissed(share < WANTED_RECORDING),
        ];
      }),
    },
  };
}

function opening({ loading }: BenchResult): Section | null {
  if (!loading) return null;
  return {
    title: 'Opening',
    text: `What the program does once after it started, behind the first answers: a question does not wait for it, and is answered from the
files until it is done.`,
    table: {
      header: ['', 'once'],
      rows: [
        ['open the store', milliseconds(loading.openMs)],
        ['rollups into memory', milliseconds(loading.rollupsMs)],
        ['columnar copy into memory, from its files', milliseconds(loading.columnsMs)],
        ['columnar copy built from the records, where it has no files', milliseconds(loading.builtColumnsMs)],
      ],
    },
  };
}

function cold({ cold }: BenchResult): Section | null {
  if (!cold) return null;
  const cells = (times: Partial<Record<PeerName, Times>>) =>
    coldPeers.map((peer) => milliseconds(times[peer]?.medianMs));
  return {
    title: 'Cold',
    text: `Each question as the first and only one of a new process, timed after its store was opened; medians. Nothing is compiled,
prepared, cached or loaded in that process; the files may be in the memory of the system, which is left as it is.`,
    table: {
      header: ['question', ...coldPeers.map((peer) => peers[peer].title)],
      rows: [
        ['opening the store', ...cells(cold.opening)],
        ...cold.questions.map(({ question, times }) => [questionOf(question).title, ...cells(times)]),
      ],
    },
  };
}

const places = {
  service: { title: 'Beside an import', how: 'inside the service', wantedMs: WANTED_P99_MS },
  window: {
    title: 'Beside an import, at the window',
    how: 'from a window to the service and back, by the clock of the window, with nothing cached',
    wantedMs: WANTED_WINDOW_P99_MS,
  },
} as const;

function besideImport({ place, rows, importSeconds, questions }: BesideImport): Section {
  const { title, how, wantedMs } = places[place];
  return {
    title,
    text: `The questions without a pause, ${how}: first with nothing beside, then from the start of an import of ${rows.toLocaleString('en-US')} rows
(${figure(importSeconds)} s) until what it changed was loaded again. Milliseconds; wanted is a p99 under ${wantedMs} ms.`,
    table: {
      header: [
        'question',
        'quiet, median',
        'quiet, p99',
        'beside, median',
        'beside, p99',
        'wanted',
        'longest',
        'answers',
      ],
      rows: questions.map(({ question, quiet, beside }) => [
        questionOf(question).title,
        figure(quiet.medianMs),
        figure(quiet.p99Ms),
        figure(beside.medianMs),
        figure(beside.p99Ms),
        metOrMissed(beside.p99Ms < wantedMs),
        figure(beside.mostMs),
        beside.samples.toLocaleString('en-US'),
      ]),
    },
  };
}

function growth({ growth }: BenchResult): Section | null {
  const [first] = growth ?? [];
  const last = growth?.at(-1);
  if (!growth || !first || !last) return null;
  return {
    title: 'As the store grows',
    text: `Milliseconds of the program, medians, warm: the same five years with more and more records. What rollups answer grows with
days and groups alone.`,
    table: {
      header: ['question', ...growth.map(({ records }) => records.toLocaleString('en-US')), 'growth', 'answered from'],
      rows: last.questions.map(({ question, answeredFrom }) => {
        const medians = growth.map(
          ({ questions }) => questions.find((other) => other.question === question)?.times.throughline?.medianMs ?? 0,
        );
        const grown = (medians.at(-1) ?? 0) / (medians[0] ?? 1);
        return [questionOf(question).title, ...medians.map(figure), `${figure(grown)} x`, answeredFrom ?? 'records'];
      }),
    },
  };
}

function bytes({ stores }: BenchResult): Section | null {
  if (!stores) return null;
  const reference = stores.find(({ title }) => title === peers.indexed.title)?.bytesPerRecord ?? 0;
  return {
    title: 'Bytes',
    text: `All files of a store, with indexes, rollups and search, the archives sealed and the live file compacted. Wanted of the program is at
most half of ${peers.indexed.title}. Its columnar copy may be deleted at any time and is built again from the records.`,
    table: {
      header: ['store', 'bytes a record', `of ${peers.indexed.title}`, 'wanted'],
      rows: stores.map(({ title, bytesPerRecord }) => {
        const share = bytesPerRecord / reference;
        const isOwn = title === peers.throughline.title;
        return [title, figure(bytesPerRecord), percent(share), isOwn ? metOrMissed(share <= WANTED_BYTES) : ''];
      }),
    },
  };
}

function percent(share: number): string {
  return `${Math.round(share * 100)} %`;
}

function imports({ imports }: BenchResult): Section | null {
  if (!imports) return null;
  const { rows, results } = imports;
  const reference = results.find(({ how }) => how === IMPORT_REFERENCE);
  return {
    title: 'Import',
    text: `One delimited file of ${rows.toLocaleString('en-US')} rows and 22 columns into a new store. The program also reads every date and number by its
digits, compares the rows with what is stored, and writes them as one batch that can be undone.`,
    table: {
      header: ['import', 'rows a second', `against ${IMPORT_REFERENCE}`, 'wanted', 'bytes a record'],
      rows: results.map(({ how, rowsPerSecond, bytesPerRecord }) => {
        const ratio = reference ? rowsPerSecond / reference.rowsPerSecond : null;
        return [
          how,
          (Math.round(rowsPerSecond / 1_000) * 1_000).toLocaleString('en-US'),
          ratio === null ? '' : `${figure(ratio)} x`,
          how === OWN_IMPORT ? verdict(ratio, WANTED_IMPORT) : '',
          figure(bytesPerRecord),
        ];
      }),
    },
  };
}

function importMemory({ importMemory }: BenchResult): Section | null {
  if (!importMemory) return null;
  const mebibytes = (count: number) => Math.round(count / BYTES_A_MIB).toLocaleString('en-US');
  return {
    title: 'Memory of an import',
    text: `Resident memory of a process of the built program that does nothing but look into one file and import it, at its most: before the
import, and by its end. Wanted is at most 300 MB (286 MiB) for two gigabytes of text. Beside it how late the thread that
answers questions came to its turn meanwhile, in brackets with nothing to do; wanted is at most ${WANTED_DELAY_MS} ms.`,
    table: {
      header: ['file', 'rows', 'MiB of the file', 'seconds', 'MiB before', 'MiB at most', 'late, p99', 'late at most'],
      rows: importMemory.map(({ file, rows, fileBytes, seconds, beforeBytes, peakBytes, quietDelay, delay }) => [
        importFiles[file].title,
        rows.toLocaleString('en-US'),
        mebibytes(fileBytes),
        figure(seconds),
        mebibytes(beforeBytes),
        mebibytes(peakBytes),
        `${figure(delay.p99Ms)} ms (${figure(quietDelay.p99Ms)} ms)`,
        `${figure(delay.mostMs)} ms (${figure(quietDelay.mostMs)} ms)`,
      ]),
    },
  };
}
