import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Engine } from '../../../db/engine/engine.ts';
import type { RecordDraft } from '../../../db/import/rows/record-draft.ts';
import { createRandom } from '../../../db/sample/random.ts';
import { answerByBruteForce } from '../../../db/testing/oracle.ts';
import { pdfPages } from '../../../db/testing/pdf-text.ts';
import { randomDrafts } from '../../../db/testing/random-drafts.ts';
import {
  hasLibreOffice,
  hasPoppler,
  pagesByPoppler,
  sheetRows,
  sheetsByLibreOffice,
} from '../../../db/testing/read-elsewhere.ts';
import { createStore, insertRecords } from '../../../db/testing/test-store.ts';
import { reportFormats } from '../../../shared/contract/reports.ts';
import { dayFromIso, isoFromDay } from '../../../shared/domain/day.ts';
import { MILLIONTHS } from '../../../shared/domain/quantity.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { isPeriod } from '../../../shared/query/dimensions.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import { parseReportQuery, type ReportQuery } from '../../../shared/query/report-query.ts';
import type { Asking } from './ask-report.ts';
import { writeRecords } from './records-report.ts';
import { writeReport } from './write-report.ts';

/** Questions of every kind of column; each is a workbook, and a PDF. */
const questions: Record<string, ReportQuery> = {
  whole: parseReportQuery({ measures: ['records', 'good', 'yield', 'oee'] }),
  lines: parseReportQuery({
    measures: ['good', 'scrapRate', 'downMinutes', 'throughput'],
    dimensions: ['line', 'shift'],
  }),
  days: parseReportQuery({ measures: ['total', 'yield', 'lots'], dimensions: ['day'] }),
  months: parseReportQuery({ measures: ['defects', 'planAttainment'], dimensions: ['month', 'site'] }),
  reasons: parseReportQuery({ measures: ['defects', 'records'], dimensions: ['defectReason', 'year'] }),
  operators: parseReportQuery({
    measures: ['good'],
    dimensions: ['operator', 'unit', 'week'],
    filters: [{ field: 'shift', in: ['Night', null], not: true }],
  }),
};

/** The same with what they are compared with, and where that of a group stands among the records. */
const january = { from: '2025-01-01', to: '2025-01-31' };
const comparisons: Record<string, Required<Asking> & { beside: ReportQuery; keyBeside: (key: Cell) => Cell }> = {
  december: {
    query: parseReportQuery({ measures: ['good', 'scrapRate'], dimensions: ['item'], ...january }),
    comparison: { with: 'dates', dates: 'before' },
    beside: parseReportQuery({
      measures: ['good', 'scrapRate'],
      dimensions: ['item'],
      from: '2024-12-01',
      to: '2024-12-31',
    }),
    keyBeside: (key) => key,
  },
  daysBefore: {
    query: parseReportQuery({
      measures: ['records', 'throughput'],
      dimensions: ['day'],
      from: '2025-01-06',
      to: '2025-01-12',
    }),
    comparison: { with: 'dates', dates: 'beforeWeekdays' },
    beside: parseReportQuery({
      measures: ['records', 'throughput'],
      dimensions: ['day'],
      from: '2024-12-30',
      to: '2025-01-05',
    }),
    keyBeside: (key) => isoFromDay((dayFromIso(String(key)) ?? 0) - 7),
  },
  nightBesideDay: {
    query: parseReportQuery({
      measures: ['defects', 'yield'],
      dimensions: ['line'],
      filters: [{ field: 'shift', in: ['Night'] }],
    }),
    comparison: { with: 'value', field: 'shift', value: null },
    beside: parseReportQuery({
      measures: ['defects', 'yield'],
      dimensions: ['line'],
      filters: [{ field: 'shift', in: [null] }],
    }),
    keyBeside: (key) => key,
  },
  plan: {
    query: parseReportQuery({ measures: ['good'], dimensions: ['line'], ...january }),
    comparison: { with: 'plan' },
    beside: parseReportQuery({ measures: ['planned'], dimensions: ['line'], ...january }),
    keyBeside: (key) => key,
  },
};

let engine: Engine;
let folder: string;
let remove: () => void;
let drafts: RecordDraft[];
/** The sheets of all workbooks by each reader, by 'workbook/sheet'. */
let readings: [reader: string, sheets: Map<string, string[][]>][];

const pathOf = (name: string, format: string) => join(folder, `${name}.${format}`);
const never = new AbortController().signal;

beforeAll(async () => {
  const created = createStore();
  remove = created.remove;
  drafts = randomDrafts(createRandom(7), { records: 400, from: '2024-11-20', to: '2025-02-10', duplicates: 0 });
  await insertRecords(created.store, drafts);
  created.store.close();
  engine = await Engine.open(created.path, 'own');
  folder = engine.folder.exports;
  for (const [name, query] of Object.entries(questions)) {
    for (const format of ['xlsx', 'pdf'] as const)
      await writeReport(engine, { query, format, path: pathOf(name, format) }, never, () => {});
  }
  for (const [name, { query, comparison }] of Object.entries(comparisons)) {
    for (const format of reportFormats)
      await writeReport(engine, { query, comparison, format, path: pathOf(name, format) }, never, () => {});
  }
  const scope = { filters: [], search: '' };
  await writeRecords(engine, { scope, format: 'xlsx', path: pathOf('records', 'xlsx') }, never, () => {});
  const workbooks = [...Object.keys(questions), ...Object.keys(comparisons), 'records'];
  const own = new Map<string, string[][]>();
  for (const name of workbooks)
    for (const sheet of ['Data', 'About']) own.set(`${name}/${sheet}`, await sheetRows(pathOf(name, 'xlsx'), sheet));
  readings = [['the import', own]];
  if (hasLibreOffice) {
    const paths = workbooks.map((name) => pathOf(name, 'xlsx'));
    readings.push(['LibreOffice', sheetsByLibreOffice(paths, created.path)]);
  }
});
afterAll(async () => {
  await engine.close();
  remove();
});

/** A cell as a reader tells it: a number, a day as YYYY-MM-DD, a time with a blank, or text; empty for no data. */
function told(text: string): string | number {
  const [, month, day, year, time = ''] = /^(\d\d)\/(\d\d)\/(\d{4})( \d\d:\d\d:\d\d)?$/.exec(text) ?? [];
  if (year !== undefined) return `${year}-${month}-${day}${time}`;
  const share = /^(-?[\d.]+(?:E-?\d+)?)%$/.exec(text)?.[1];
  return share === undefined ? text : Number(share) / 100;
}

/** LibreOffice tells fifteen digits, the import twenty decimals. */
function expectCell(text: string | undefined, value: Cell, place: string): void {
  const cell = told(text ?? '');
  if (typeof value === 'number') {
    expect(cell, place).not.toBe('');
    expect(Math.abs(Number(cell) - value), `${place}: ${text} is ${value}`).toBeLessThanOrEqual(
      Math.max(1e-14 * Math.abs(value), 1e-19),
    );
  } else expect(cell === '' ? null : String(cell), place).toBe(value === null || value === '' ? null : value);
}

/** An answer as its file holds it: what is not recorded is said, a month begins with its first day, names are beside codes. */
function expectedRows(query: ReportQuery): Cell[][] {
  return answerByBruteForce(drafts, query).rows.map((row) =>
    row.map((cell, at) => {
      const dimension = query.dimensions[at];
      if (dimension === undefined) return cell;
      if (cell === null) return 'not recorded';
      return dimension === 'month' ? `${cell}-01` : cell;
    }),
  );
}

test('every cell of every workbook is what the records give, whoever reads it', () => {
  for (const [reader, sheets] of readings) {
    for (const [name, query] of Object.entries(questions)) {
      const [headings = [], ...rows] = sheets.get(`${name}/Data`) ?? [];
      const expected = expectedRows(query);
      expect(headings).toHaveLength(query.dimensions.length + query.measures.length);
      expect(rows, `${name} by ${reader}`).toHaveLength(expected.length);
      for (const [row, cells] of expected.entries())
        for (const [at, value] of cells.entries())
          expectCell(rows[row]?.[at], value, `${name} by ${reader}, row ${row}, ${headings[at]}`);
    }
  }
});

/** The rows of a comparison by the records alone: the key, and of each measure its number and the one beside it. */
function comparedRows(name: string): Map<Cell, [now: number | null, before: number | null][]> {
  const { query, beside, keyBeside } = comparisons[name] as (typeof comparisons)[string];
  const read = (asked: ReportQuery) =>
    new Map(
      answerByBruteForce(drafts, asked).rows.map(([key = null, ...values]) => [key, values as (number | null)[]]),
    );
  const [now, before] = [read(query), read(beside)];
  const width = query.measures.length;
  const pairs = (key: Cell) =>
    Array.from({ length: width }, (_, at): [number | null, number | null] => [
      now.get(key)?.[at] ?? null,
      before.get(keyBeside(key))?.[at] ?? null,
    ]);
  const placed = new Set([...now.keys()].map(keyBeside));
  const gone = [...before.keys()].filter((key) => !placed.has(key));
  // What is only in the days before stands under its own day of now.
  const back = (key: Cell) => (name === 'daysBefore' ? isoFromDay((dayFromIso(String(key)) ?? 0) + 7) : key);
  return new Map([...now.keys(), ...gone.map(back)].map((key) => [key ?? 'not recorded', pairs(key)]));
}

/** What stands in the columns of a measure: the number, the one beside it, the difference in its unit or in points, the change. */
function cellsBeside(measure: Measure, [now, before]: [number | null, number | null]): (number | null)[] {
  const difference = now === null || before === null ? null : now - before;
  if (measures[measure].kind === 'ratio') return [now, before, difference === null ? null : difference * 100];
  return [now, before, difference, difference === null || before === 0 ? null : difference / Math.abs(before ?? 1)];
}

/** A difference of numbers that a reader rounded is as exact as they are. */
function expectNear(text: string | undefined, value: number | null, scale: number, place: string): void {
  const cell = told(text ?? '');
  if (value === null) expect(cell, place).toBe('');
  else expect(Math.abs(Number(cell) - value), `${place}: ${text} is ${value}`).toBeLessThanOrEqual(1e-11 * scale);
}

test('a comparison has beside each number the one of the records compared with, their difference and the change', () => {
  for (const [reader, sheets] of [...readings, csvReading()] as typeof readings) {
    for (const [name, { query }] of Object.entries(comparisons)) {
      const expected = comparedRows(name);
      const [headings = [], ...rows] = sheets.get(`${name}/Data`) ?? [];
      const isCsv = reader === 'CSV';
      expect(rows.length, `${name} by ${reader}`).toBe(expected.size);
      for (const row of rows) {
        const key = row[0] === '' ? 'not recorded' : told((row[0] ?? '').replace(/^'/, '')); // a CSV keeps formulas from being any
        const pairs = expected.get(key);
        expect(pairs, `${name} by ${reader}: ${key}`).toBeDefined();
        let at = headings[1] === 'Item name' ? 2 : 1;
        for (const [measureAt, measure] of query.measures.entries()) {
          const pair = pairs?.[measureAt] ?? [null, null];
          const inHundreds = measures[measure].kind === 'ratio' ? 100 : 1;
          const scale = Math.max(inHundreds, Math.abs(pair[0] ?? 0), Math.abs(pair[1] ?? 0));
          for (const [beside, value] of cellsBeside(measure, pair).entries()) {
            const inPoints = measures[measure].kind === 'ratio' && beside === 2;
            const held = isCsv && inPoints && value !== null ? value / 100 : value;
            expectNear(row[at], held, scale, `${name} by ${reader}, ${key}, ${headings[at]}`);
            at++;
          }
        }
        expect(at).toBe(headings.length);
      }
    }
  }
});

/** CSV files of comparisons as one reads them; an empty line ends the rows. */
function csvReading(): (typeof readings)[number] {
  const sheets = Object.keys(comparisons).map((name): [string, string[][]] => {
    const { data } = papa.parse<string[]>(readFileSync(pathOf(name, 'csv'), 'utf8').slice(1));
    const end = data.findIndex((line) => line.length === 1 && line[0] === '');
    return [`${name}/Data`, data.slice(0, end)];
  });
  return ['CSV', new Map(sheets)];
}

test('the totals of a comparison are those of all its records, and what is compared with what is said', () => {
  for (const [reader, sheets] of readings) {
    for (const [name, { query, beside }] of Object.entries(comparisons)) {
      const about = sheets.get(`${name}/About`) ?? [];
      const wholeOf = (asked: ReportQuery) =>
        answerByBruteForce(drafts, { ...asked, dimensions: [], orderBy: [] }).rows[0] as (number | null)[];
      const [now, before] = [wholeOf(query), wholeOf(beside)];
      const start = about.findIndex(([label]) => label === 'Compared');
      expect(start, `${name} by ${reader}`).toBeGreaterThan(0);
      for (const [at, measure] of query.measures.entries()) {
        const line = about[start + 1 + at] ?? [];
        const expected = cellsBeside(measure, [now[at] ?? null, before[at] ?? null]);
        for (const [cell, value] of expected.entries())
          expectNear(line[cell + 1], value, Math.max(100, Math.abs(now[at] ?? 0)), `${name} by ${reader}: ${line}`);
      }
      expect(about.find(([label]) => label === 'Comparison')?.[1]).toMatch(/^compared with/);
    }
  }
});

test('a PDF of a comparison tells differences with their signs, and the totals', () => {
  for (const name of Object.keys(comparisons)) {
    const text = pdfPages(readFileSync(pathOf(name, 'pdf')))
      .join(' ')
      .replaceAll(/\s/g, '');
    expect(text).toContain('comparedwith');
    expect(text).toMatch(/[+\u2212][\d,.]+/);
    for (const [, [first]] of comparedRows(name)) {
      const [now = null, before = null] = first ?? [];
      if (now !== null && before !== null && name === 'daysBefore' && now !== before)
        expect(text).toContain(`${now > before ? '+' : '\u2212'}${Math.abs(now - before)}`);
    }
  }
});

test('check totals and the count of rows stand beside them', () => {
  for (const [reader, sheets] of readings) {
    for (const [name, query] of Object.entries(questions)) {
      const about = sheets.get(`${name}/About`) ?? [];
      const whole = answerByBruteForce(drafts, { ...query, dimensions: [], orderBy: [] }).rows[0] ?? [];
      const rowCount = about.find(([label]) => label === 'Rows')?.[1];
      expect(Number(rowCount), `${name} by ${reader}`).toBe(expectedRows(query).length);
      const totals = about.slice(about.findIndex(([label]) => label === 'Check totals') + 1);
      for (const [at, value] of whole.entries())
        expectCell(totals[at]?.[2], value, `${name} by ${reader}, total ${at}`);
    }
  }
});

test('records are whole, and their times as the clock of the plant showed them', () => {
  const clock = (seconds: number | null) =>
    seconds === null ? null : new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
  const units = (millionths: number | null) => (millionths === null ? null : millionths / MILLIONTHS);
  const expected = drafts.map((draft): Cell[] => [
    draft.sourceLine,
    isoFromDay(draft.day),
    draft.line,
    draft.itemCode,
    draft.operator,
    units(draft.goodQuantity),
    units(draft.idealCycleSeconds),
    clock(draft.startedAt),
    draft.note?.replaceAll(/\r\n?/g, '\n') ?? null,
  ]);
  const wanted = [
    'Line of the file',
    'Production date',
    'Line',
    'Item',
    'Operator',
    'Good',
    'Ideal cycle (s)',
    'Started',
    'Note',
  ];
  for (const [reader, sheets] of readings) {
    const [headings = [], ...rows] = sheets.get('records/Data') ?? [];
    const places = wanted.map((heading) => headings.indexOf(heading));
    expect(places, headings.join()).not.toContain(-1);
    expect(rows).toHaveLength(drafts.length);
    const byLine = new Map(rows.map((row) => [Number(row[places[0] ?? 0]), row]));
    for (const cells of expected)
      for (const [at, value] of cells.entries())
        expectCell(
          byLine.get(Number(cells[0]))?.[places[at] ?? 0],
          value,
          `${reader}, line ${cells[0]}, ${wanted[at]}`,
        );
  }
});

test('every page of every PDF tells its number, and the numbers of the answer stand in it whole', () => {
  for (const [name, query] of Object.entries(questions)) {
    const path = pathOf(name, 'pdf');
    const readings: [string, string[]][] = [['our reader', pdfPages(readFileSync(path))]];
    if (hasPoppler) readings.push(['Poppler', pagesByPoppler(path)]);
    for (const [reader, pages] of readings) {
      for (const [at, page] of pages.entries()) expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
      const all = pages.join('\n').replaceAll(/\s/g, '');
      for (const row of answerByBruteForce(drafts, query).rows) {
        for (const [at, value] of row.entries()) {
          const measure = query.measures[at - query.dimensions.length];
          if (typeof value !== 'number' || measure === undefined || measures[measure].kind !== 'count') continue;
          expect(all, `${name} by ${reader}`).toContain(value.toLocaleString('en-GB'));
        }
        for (const [at, dimension] of query.dimensions.entries())
          if (!isPeriod(dimension) && row[at] === null) expect(all).toContain('notrecorded');
      }
    }
  }
});
