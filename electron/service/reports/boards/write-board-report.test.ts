import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { runReport } from '../../../../db/engine/answers/run-report.ts';
import type { Progress } from '../../../../db/engine/threads/tasks.ts';
import { pdfPages } from '../../../../db/testing/pdf-text.ts';
import { viewOfPdf } from '../../../../db/testing/pdf-view.ts';
import { sampleEngine } from '../../../../db/testing/sample-engine.ts';
import type { Dashboard, Tile, TileContent } from '../../../../shared/contract/dashboards.ts';
import type { ViewAddress } from '../../../../shared/contract/reports.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../../shared/query/report-query.ts';
import { boardOfScreen } from '../../../../shared/questions/screen-board.ts';
import { createFormat } from '../../../../shared/text/format.ts';
import { writeBoardReport } from './write-board-report.ts';

const sample = sampleEngine({ records: 900, from: '2024-01-01', to: '2024-12-31', seed: 4 });

const never = new AbortController().signal;
const year = {
  range: { from: '2024-01-01', to: '2024-12-31' },
  filters: [{ field: 'line' as const, in: ['Press 1'] }],
};
const format = createFormat('en-GB');

function tile(id: string, content: TileContent, changes: Partial<Tile> = {}): Tile {
  const place = { x: 0, y: Number(id), width: 12, height: 4 };
  return { id, title: null, content, range: null, filters: null, place, ...changes };
}

function boardOf(...tiles: Tile[]): Dashboard {
  return { id: 'quality-board', name: '품질 회의', revision: 0, tiles };
}

let files = 0;
async function pagesOf(
  board: Dashboard,
  language: 'en' | 'ko' = 'en',
  views: { name: string; screen: string; params: string }[] = [],
  opens?: ViewAddress,
) {
  const path = join(sample.engine.folder.exports, `${++files}.pdf`);
  const locale = language === 'en' ? 'en-GB' : 'ko-KR';
  const told: Progress[] = [];
  const written = await writeBoardReport(
    sample.engine,
    { board, views, scope: year, language, locale, path, ...(opens && { opens }) },
    never,
    (progress) => told.push(progress),
  );
  const file = readFileSync(path);
  expect(file).toHaveLength(written.bytes);
  return { text: asRead(pdfPages(file).join('\n')), file, told, written };
}

async function numbers(query: ReportQueryInput): Promise<number[]> {
  const { answer } = await runReport(
    sample.engine,
    parseReportQuery({ from: year.range.from, to: year.range.to, filters: year.filters, ...query }),
  );
  return (answer.rows[0] ?? []).map(Number);
}

/** Every kind of space as one: which of them a page has depends on what its font has. */
const asRead = (text: string) => text.replaceAll(/\s/g, ' ');
const percent = (share: number) => asRead(format.percent(share));

test('every tile stands on paper with the number that the engine gives', async () => {
  const board = boardOf(
    tile('0', { of: 'explore', params: 'm=good&by=', form: 'number' }),
    tile('1', { of: 'explore', params: 'm=defects&by=month&as=line', form: 'picture' }),
    tile(
      '2',
      { of: 'explore', params: 'm=good,scrapRate&by=item&as=table', form: 'picture' },
      { title: 'What was made' },
    ),
    tile('3', { of: 'overview', form: 'totals', params: '' }),
    tile('4', { of: 'overview', form: 'reasons', params: '' }),
    tile('5', { of: 'oee', form: 'factors', params: '' }),
    tile('6', { of: 'oee', form: 'losses', params: '' }),
    tile('7', { of: 'oee', form: 'downtime', params: '' }),
    tile('8', { of: 'quality', form: 'control', params: '' }),
    tile('9', { of: 'quality', form: 'pareto', params: '' }),
    tile('10', { of: 'quality', form: 'firstPass', params: '' }),
    tile('11', { of: 'records', form: 'rows', params: 'sort=line.asc' }),
  );
  const { text, told, written } = await pagesOf(board);
  const [
    good = 0,
    defects = 0,
    scrapRate = 0,
    oee = 0,
    availability = 0,
    yieldOfAll = 0,
    downMinutes = 0,
    records = 0,
  ] = await numbers({
    measures: ['good', 'defects', 'scrapRate', 'oee', 'availability', 'yield', 'downMinutes', 'records'],
  });
  expect(text).toContain('품질 회의');
  expect(text).toContain('Filters: Line: Press 1');
  for (const title of [
    'Defects by month',
    'What was made',
    'Key numbers',
    'OEE and its factors',
    'Where the time went',
  ])
    expect(text).toContain(title);
  expect(text).toContain(`Good${format.number(good)} pieces`);
  expect(text).toContain(`Defects, whole range${format.number(defects)} pieces`);
  for (const share of [scrapRate, oee, availability, yieldOfAll]) expect(text).toContain(percent(share));
  expect(text).toContain(`Downtime, whole range${format.number(downMinutes, 1)} min`);
  expect(text).toContain(`The first 30 of ${format.number(records)} rows`);
  expect(text).toContain('Planned time');
  expect(text).toContain('Upper limit');
  expect(text).toContain('First-pass yield');
  expect(text.split('sum of defects')).toHaveLength(2); // each definition once
  expect(told[0]).toEqual({ phase: 'reading', done: 0, total: 12, unit: 'steps' });
  expect(told.at(-1)).toMatchObject({ phase: 'writing', done: 12 });
  expect(written.rows).toBe(9 + 1 + 30);
});

test('a tile with dates and filters of its own is asked by them, and says so', async () => {
  const own = { range: 'from=2024-03-01&to=2024-03-31', filters: 'f.line=Press+2' };
  const { text } = await pagesOf(boardOf(tile('0', { of: 'explore', params: 'm=good&by=line', form: 'picture' }, own)));
  const [good = 0] = await numbers({
    measures: ['good'],
    from: '2024-03-01',
    to: '2024-03-31',
    filters: [{ field: 'line', in: ['Press 2'] }],
  });
  expect(text).toContain(format.number(good, Number.isInteger(good) ? 0 : good >= 100 ? 1 : 2));
  expect(text).toContain(asRead(`Dates: ${format.dateRange('2024-03-01', '2024-03-31')}`));
  expect(text).toContain('Line: Press 2');
});

test('bars with the numbers of all rows need no table beside them, and what is compared has one with its differences', async () => {
  const bars = tile('0', { of: 'explore', params: 'm=good,scrapRate&by=shift&as=bar', form: 'picture' });
  expect((await pagesOf(boardOf(bars))).written.rows).toBe(0);
  const compared = tile('0', { of: 'explore', params: 'm=good&by=shift&as=bar&vs=shift:Early', form: 'picture' });
  const { text, written } = await pagesOf(boardOf(compared));
  expect(written.rows).toBeGreaterThan(0);
  for (const words of ['Early', 'Difference', 'Change']) expect(text).toContain(words);
});

test('a tile whose view is gone says so, and those beside it are written', async () => {
  const lost = tile('0', { of: 'view', name: 'Gone', form: 'picture' });
  const kept = tile('1', { of: 'view', name: 'Scrap', form: 'picture' });
  const { text } = await pagesOf(boardOf(lost, kept), 'ko', [
    { name: 'Scrap', screen: 'explore', params: 'm=scrapRate&by=shift' },
  ]);
  expect(text).toContain("저장된 보기 'Gone'");
  expect(text).toContain('불량률');
  expect(text).toContain('필터: 라인: Press 1');
});

test('the file opens the dashboard that it was made of, over the same days', async () => {
  const { file } = await pagesOf(boardOf());
  expect(viewOfPdf(file)).toEqual({
    screen: 'dashboards',
    params: 'board=quality-board&from=2024-01-01&to=2024-12-31&f.line=Press+1',
  });
});

test.each([
  [
    'overview',
    'view=output&grain=quarter',
    ['Key numbers', 'Trend', 'Output by line', 'Items with most defects', 'Q1'],
  ],
  ['oee', '', ['OEE and its factors', 'Where the time went', 'Downtime by reason']],
  [
    'quality',
    'chart=p&points=month',
    [
      'Control chart',
      'Capability: Yield',
      'No limits are kept for Yield.',
      'Pareto of defects',
      'First-pass yield',
      'Upper limit',
    ],
  ],
] as const)('all of %s is written as its address shows it, and opens it again', async (screen, params, parts) => {
  const { text, file } = await pagesOf(boardOfScreen(screen, params, 'en'), 'en', [], { screen, params });
  for (const part of parts) expect(text).toContain(part);
  const [good = 0, defects = 0] = await numbers({ measures: ['good', 'defects'] });
  if (screen === 'overview')
    for (const number of [good, defects])
      expect(text).toContain(format.number(number, Number.isInteger(number) ? 0 : 1));
  const opened = viewOfPdf(file);
  expect(opened?.screen).toBe(screen);
  const kept = new URLSearchParams(opened?.params);
  expect(Object.fromEntries(kept)).toEqual({
    ...Object.fromEntries(new URLSearchParams(params)),
    from: '2024-01-01',
    to: '2024-12-31',
    'f.line': 'Press 1',
  });
});

test('a capability tile has the indices of its values beside the limits, as the formulas give them', async () => {
  const params = 'chart=individuals&of=yield&points=week&lsl=0.9&usl=1&target=0.97';
  const { text } = await pagesOf(boardOf(tile('0', { of: 'quality', form: 'capability', params })));
  const { answer } = await runReport(
    sample.engine,
    parseReportQuery({ measures: ['yield'], dimensions: ['week'], ...year.range, filters: year.filters }),
  );
  const values = answer.rows.map(([, share]) => Number(share));
  const meanOf = (all: readonly number[]) => all.reduce((sum, value) => sum + value, 0) / all.length;
  const mean = meanOf(values);
  const within = meanOf(values.slice(1).map((value, at) => Math.abs(value - Number(values[at])))) / 1.128;
  const overall = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (values.length - 1));
  const nearest = Math.min(1 - mean, mean - 0.9) / 3;
  const indices = {
    Cp: 0.1 / 6 / within,
    Cpk: nearest / within,
    Pp: 0.1 / 6 / overall,
    Ppk: nearest / overall,
    Cpm: 0.1 / 6 / Math.hypot(within, mean - 0.97),
  };
  for (const [name, value] of Object.entries(indices)) expect(text).toContain(`${name}${format.number(value, 2)}`);
  expect(text).toContain('Capability: Yield');
  const outside = values.filter((value) => value < 0.9 || value > 1).length;
  expect(text).toContain(`${outside} of ${values.length} values (${percent(outside / values.length)}) lie outside.`);
});

test('nothing is left of one that is cancelled', async () => {
  const stopped = new AbortController();
  const path = join(sample.engine.folder.exports, 'stopped.pdf');
  const board = boardOf(
    ...['0', '1'].map((id) => tile(id, { of: 'explore', params: 'm=good&by=day', form: 'picture' })),
  );
  const writing = writeBoardReport(
    sample.engine,
    { board, views: [], scope: year, language: 'en', locale: 'en-GB', path },
    stopped.signal,
    ({ done }) => done === 1 && stopped.abort(),
  );
  await expect(writing).rejects.toMatchObject({ code: 'CANCELLED' });
  expect(readdirSync(sample.engine.folder.exports).filter((name) => name.startsWith('stopped'))).toEqual([]);
});

test('a number without data is told as a dash, without a unit', async () => {
  const nowhere = { filters: 'f.line=Nowhere' };
  const { text } = await pagesOf(
    boardOf(tile('0', { of: 'explore', params: 'm=downMinutes&by=', form: 'number' }, nowhere)),
  );
  expect(text).toContain('Downtime–');
  expect(text).not.toContain('– min');
});
