import { execFileSync, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { viewOfMark } from '../../../shared/domain/view-mark.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import { pdfPages } from '../../testing/pdf-text.ts';
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
    title: 'Good',
    type: { kind: 'number', decimals: 1 },
    points: ['Press 1', 'Press 2'],
    series: [{ name: '', values: [12.5, null] }],
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

const many = Array.from({ length: 90 }, (_, at): Cell[] => [`라인 ${at}`, at === 7 ? null : at * 1.25, 0.0123]);

test('pages tell title, filters, every row and definitions, with their number on each', async () => {
  const path = await write(many);
  const pages = pdfPages(readFileSync(path));
  const all = pages.join('\n');
  expect(pages.length).toBeGreaterThan(1);
  expect(pages[0]).toContain('프레스 불량률 by line');
  expect(pages[0]).toContain('Filters: Line: Press 1, 절단');
  for (const [at, page] of pages.entries()) {
    expect(page).toContain(`Page ${at + 1} of ${pages.length}`);
    if (page.includes('라인')) expect(page).toContain('Scrap rate');
  }
  for (const [line] of many) expect(all).toContain(String(line));
  expect(all).toContain('111.3'); // 89 x 1.25 = 111.25, at one decimal
  expect(all).toContain('defects / (good + defects)');
});

const hasPoppler = spawnSync('pdftotext', ['-v']).error === undefined;
test.skipIf(!hasPoppler)(
  'pdftotext, which did not write it, reads the same (skipped where it is not installed)',
  async () => {
    const path = await write(many);
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
    expect(text).toContain('프레스 불량률 by line');
    expect(text).toMatch(/라인 7 +– +1\.2\s%/);
    expect(text).toMatch(/라인 89 +111\.3 +1\.2\s%/);
    expect(text.split('\f')).toHaveLength(pdfPages(readFileSync(path)).length + 1);
  },
);

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
