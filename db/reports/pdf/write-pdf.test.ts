import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { viewOfMark } from '../../../shared/domain/view-mark.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { pdfDrawing, pdfPages } from '../../testing/pdf-text.ts';
import { hasPoppler, pagesByPoppler } from '../../testing/read-elsewhere.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { asText, type ReportContent } from '../report-content.ts';
import { MOST_PDF_ROWS, writePdf } from './write-pdf.ts';

const scratch = scratchFolder();
afterAll(() => scratch.remove());

const content: ReportContent = {
  title: '프레스 불량률 by line',
  language: 'en',
  locale: 'en-GB',
  sheets: { rows: 'Data', about: 'About' },
  columns: [
    { heading: 'Line', kind: 'text', decimals: null },
    { heading: 'Good', kind: 'number', decimals: 1 },
    { heading: 'Scrap rate', kind: 'share', decimals: 1 },
  ],
  rows: 0,
  writtenAt: '2026-01-02T03:04:05.000Z',
  view: { screen: 'explore', params: 'm=good&by=line&f.line=Press+(1)' },
  chart: {
    kind: 'bars',
    points: ['Press 1', 'Press 2'],
    panels: [{ title: 'Good', type: { kind: 'number', decimals: 1 }, series: [{ name: '', values: [12.5, null] }] }],
    beforeName: '',
    leftOut: '',
  },
};
const about = [
  { title: 'About this report', lines: [{ name: 'Store', cells: [asText('plant')] }] },
  { title: 'Filters', lines: [{ name: 'Line', cells: [asText('Press 1, 절단')] }] },
  { title: 'Definitions', lines: [{ name: 'Scrap rate', cells: [asText('defects / (good + defects)')] }] },
];

async function* once(rows: Cell[][]): AsyncGenerator<Cell[][]> {
  yield rows;
}

let files = 0;
async function write(rows: Cell[][], changed: Partial<ReportContent> = {}): Promise<string> {
  const path = join(scratch.path, `${++files}.pdf`);
  const supply = { batches: once(rows), about: async () => about };
  expect(await writePdf(path, { ...content, rows: rows.length, ...changed }, supply)).toBe(rows.length);
  return path;
}

test('names of a chart that differ only at their end can be told apart', async () => {
  const names = [1, 2].map(
    (robot) => `Welding cell for rear cross members and suspension brackets, hall 3 north, robot ${robot}`,
  );
  const line: ReportContent['chart'] = {
    kind: 'line',
    points: ['Jan', 'Feb'],
    panels: [
      {
        title: 'Good',
        type: { kind: 'number', decimals: 1 },
        series: names.map((name, at) => ({ name, values: [at, 2] })),
      },
    ],
    beforeName: '',
    leftOut: '',
  };
  for (const chart of [{ ...content.chart, points: names } as typeof content.chart, line]) {
    const [page = ''] = pdfPages(readFileSync(await write([], { chart })));
    for (const end of ['robot 1', 'robot 2']) expect(page).toContain(end);
    expect(page).not.toContain(names[0]);
  }
});

const many = Array.from({ length: 90 }, (_, at): Cell[] => [`라인 ${at}`, at === 7 ? null : at * 1.25, 0.0123]);

test('names of bars that have all the room they need are whole', async () => {
  const bars = content.chart as NonNullable<ReportContent['chart']>;
  for (const name of ['Tablet 2', 'Filling 12', 'Kühlmittel', '프레스 1호기', 'L1']) {
    const [page = ''] = pdfPages(readFileSync(await write([], { chart: { ...bars, points: [name, 'L'] } })));
    expect(page).toContain(name);
  }
});

test('pages tell title, filters, every row and definitions, with their number on each', async () => {
  const path = await write(many);
  const pages = pdfPages(readFileSync(path));
  const all = pages.join('\n');
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toContain('프레스 불량률 by line');
  expect(pages[0]).toContain('Filters: Line: Press 1, 절단');
  for (const [at, page] of pages.entries()) {
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
    if (page.includes('라인')) expect(page).toMatch(/Scrap ?rate/); // over two lines
  }
  for (const [line] of many) expect(all).toContain(String(line));
  expect(all).toContain('111.3'); // 89 x 1.25 = 111.25, at one decimal
  expect(all).toContain('defects / (good + defects)');
});

test.skipIf(!hasPoppler)(
  'pdftotext, which did not write it, reads the same (skipped where it is not installed)',
  async () => {
    const path = await write(many);
    const pages = pagesByPoppler(path);
    const text = pages.join('\n');
    expect(text).toContain('프레스 불량률 by line');
    expect(text).toMatch(/라인 7 +– +1\.2\s%/);
    expect(text).toMatch(/라인 89 +111\.3 +1\.2\s%/);
    expect(pages).toHaveLength(pdfPages(readFileSync(path)).length);
  },
);

test('lines have a panel for each scale over all points, their names once, and a gap where there is no data', async () => {
  const share = { kind: 'share' as const, decimals: 1 };
  const series = (name: string, values: (number | null)[]) => ({ name, values, before: values.map(() => 0.5) });
  const chart = (values: (number | null)[]): ReportContent['chart'] => ({
    kind: 'line',
    points: ['Jan 24', 'Feb 24', 'Mar 24'],
    panels: [
      { title: 'Yield', type: share, series: [series('Press 1', values), series('Press 2', [null, null, null])] },
      { title: 'Scrap rate', type: share, series: [{ name: 'Press 1', values: [null, null, null] }] },
    ],
    beforeName: 'Year before',
    leftOut: '',
  });
  const linesOf = (path: string) => (pdfDrawing(readFileSync(path))[0] ?? '').split(' l\n').length;
  const text = (path: string) => pdfPages(readFileSync(path)).join('');
  const [whole, gapped] = [
    await write([], { chart: chart([0.1, 0.2, 0.3]) }),
    await write([], { chart: chart([0.1, null, 0.3]) }),
  ];
  expect(text(whole).split('Press 2')).toHaveLength(2);
  for (const words of ['Yield', 'Scrap rate', 'Year before', 'Feb 24']) expect(text(gapped)).toContain(words);
  expect(linesOf(whole) - linesOf(gapped)).toBe(2); // two pieces of a line, whose ends are dots then
});

test('only the letters that are used are embedded', async () => {
  expect(readFileSync(await write(many)).length).toBeLessThan(60_000); // the fonts are 12 MB
});

test('a table of many columns takes a wider page, and words too long for a column go over lines', async () => {
  const columns = Array.from({ length: 14 }, (_, at) => ({
    heading: `Throughput ${at}`,
    kind: 'number' as const,
    decimals: 2,
  }));
  const wide = [...content.columns.slice(0, 1), ...columns];
  const row: Cell[] = [
    'a line whose name is as long as names in plants are at times, and then some words',
    ...columns.map((_, at) => 1_234_567.891 + at),
  ];
  const [page] = pdfPages(readFileSync(await write([row], { columns: wide })));
  expect(page).toContain('1,234,580.89');
  expect(page).toContain('and then some words'.split(' ').at(-1));
});

test('a PDF carries the view that made it', async () => {
  const text = readFileSync(await write([]), 'latin1');
  const [, object] = /\/ThroughlineView (\d+) 0 R/.exec(text) ?? [];
  const [, mark = ''] = new RegExp(`\n${object} 0 obj\n\\(([^()]*)\\)`).exec(text) ?? [];
  expect(viewOfMark([mark])).toEqual(content.view);
});

test('what would be a book is refused in words, and nothing is written', async () => {
  const supply = { batches: once([]), about: async () => about };
  const path = join(scratch.path, 'book.pdf');
  await expect(writePdf(path, { ...content, rows: MOST_PDF_ROWS + 1 }, supply)).rejects.toMatchObject({
    code: 'TOO_LARGE',
  });
});
