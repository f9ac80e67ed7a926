import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterAll, expect, test } from 'vitest';
import type { Encoding } from '../../shared/import/encodings.ts';
import { collectRows } from '../testing/collect-rows.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { csvSource } from './csv-source.ts';
import { inspectFile } from './inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

/** What becomes of a file by what is guessed of it. */
async function look(lines: readonly string[], encoding: Encoding = 'utf-8') {
  const path = join(folder.path, 'export.csv');
  writeFileSync(path, iconv.encode([...lines, ''].join('\n'), encoding));
  const { profile, preview } = await inspectFile(path);
  const { rows, rejections } = await collectRows(await csvSource(path, 'export.csv', profile));
  return { profile, rows, rejections, notes: preview.notes, asked: preview.ambiguities.map(({ field }) => field) };
}
const numbers = [40, 12, 33, 25, 51, 8, 47, 19, 30, 22];

test('a text that is written as a formula for a spreadsheet is that text, with the zeros before it', async () => {
  const { rows, rejections } = await look([
    'Date,Line,Item,Good',
    ...numbers.map((good, at) => `2024-03-0${(at % 9) + 1},="0${at % 2}","=""007""",="1${good}"`),
  ]);
  expect(rejections).toEqual([]);
  expect(rows[0]).toMatchObject({ line: '00', itemCode: '007', goodQuantity: 140_000_000 });
});

test('what is carried from page to page is left out, and no date is lost for it', async () => {
  const { rows, notes, profile } = await look([
    'Datum;Linie;Gutmenge',
    ...numbers.slice(0, 5).map((good, at) => `1${at}.03.2024;L1;${good}`),
    'Übertrag;;161',
    'Übertrag;;161',
    ...numbers.slice(5).map((good, at) => `2${at}.03.2024;L1;${good}`),
  ]);
  expect(profile.dateFormat).toBe('D.M.YYYY');
  expect(notes.total?.lines).toEqual([7, 8]);
  expect(rows.map(({ goodQuantity }) => (goodQuantity ?? 0) / 1e6)).toEqual(numbers);
});

test('dates with points are likelier day before month, and are asked about all the same', async () => {
  const { profile, asked } = await look(['Datum;Linie;Gut', ...numbers.map((good, at) => `${at + 1}.3.24;L1;${good}`)]);
  expect(profile.dateFormat).toBe('D.M.YY');
  expect(asked).toEqual(['dateFormat']);
});

test.each([
  ['7h30', ['7h30', '7h05', '6h', '0'], [450, 425, 360, 0]],
  ['words', ['1 h 20 min', '45 min', '2 h', '1h05'], [80, 45, 120, 65]],
  ['Korean', ['2시간 5분', '1시간', '40분', '3시간 10분'], [125, 60, 40, 190]],
])('times in hours and minutes are read as %s has them, and nobody is asked', async (_, times, minutes) => {
  const { rows, asked } = await look([
    'Date;Line;Good;Downtime',
    ...numbers.map((good, at) => `2024-03-1${at};L1;${good};${times[at % 4]}`),
  ]);
  expect(asked).toEqual([]);
  expect(rows.slice(0, 4).map(({ downMinutes }) => (downMinutes ?? 0) / 1e6)).toEqual(minutes);
});

test('a bare 0 among times as a clock writes them is no time at all', async () => {
  const { rows, asked } = await look([
    'Date;Line;Good;Downtime',
    ...numbers.map((good, at) => `2024-03-1${at};L1;${good};${at % 3 === 0 ? '0' : `0:${good < 10 ? 10 : good}`}`),
  ]);
  expect(asked).toEqual(['unit']);
  expect(rows.slice(0, 3).map(({ downMinutes }) => (downMinutes ?? 0) / 1e6)).toEqual([0, 12, 33]);
});

test('Japanese letters of a short table are not taken for Korean syllables', async () => {
  const { profile, rows } = await look(
    [
      '日付,ライン,直,品番,良品数,不良数',
      ...numbers.map((good, at) => `2024/03/1${at},Aライン,1直,P-${at},${good},${at % 3}`),
    ],
    'shift_jis',
  );
  expect(profile.encoding).toBe('shift_jis');
  expect(rows[0]).toMatchObject({ line: 'Aライン', goodQuantity: 40_000_000 });
});

test('units of time are known in the languages of the headings', async () => {
  const heading = (name: string) => ['Date', 'Line', 'Good', name].join(';');
  const read = async (name: string) =>
    (await look([heading(name), ...numbers.map((good, at) => `2024-03-1${at};L1;${good};6.5`)])).rows[0]?.runMinutes;
  for (const hours of ['Temps de marche (heures)', 'Czas pracy [godz]', 'Çalışma Süresi (saat)', '运行时间（小时）']) {
    expect([hours, await read(hours)]).toEqual([hours, 390_000_000]);
  }
});

test('numbers of lots that a spreadsheet has shortened are not read, and asked about', async () => {
  const { rows, asked, profile } = await look([
    'Date,Line,Lot,Good',
    ...numbers.map((good, at) => `2024-03-1${at},L1,2.4030${at % 3}E+11,${good}`),
  ]);
  expect(asked).toEqual(['shortened']);
  expect(profile.fields.lotNumber).toBeUndefined();
  expect(rows[0]).toMatchObject({ lotNumber: null, goodQuantity: 40_000_000 });
  const few = await look([
    'Date,Line,Lot,Good',
    ...numbers.map((good, at) => `2024-03-1${at},L1,${at === 4 ? '2.40301E+11' : `LOT-${at}`},${good}`),
  ]);
  expect(few.asked).toEqual(['shortened']);
  expect(few.profile.fields.lotNumber).toEqual({ column: 'Lot' });
});

test('scrap in a unit that the good quantity does not convert into is not read, and asked about', async () => {
  const file = (good: string, scrap: string) => [
    `Date,Line,${good},${scrap}`,
    ...numbers.map((made, at) => `2024-03-1${at},L1,${made},${at % 4}.5`),
  ];
  const apart = await look(file('Good (pcs)', 'Scrap (kg)'));
  expect(apart.asked).toEqual(['otherUnit']);
  expect(apart.profile.fields.defectQuantity).toBeUndefined();
  const alike = await look(file('Good (t)', 'Scrap (kg)'));
  expect(alike.asked).toEqual([]);
  expect(alike.profile.fields.defectQuantity).toEqual({ column: 'Scrap (kg)' });
});

test('scrap in fractions beside whole good quantities may be a share: it is not read, and asked about', async () => {
  const file = (scrap: (at: number) => string, good: (made: number) => string = String) => [
    'Date,Line,Good,Scrap',
    ...numbers.map((made, at) => `2024-03-1${at},L1,${good(made)},${scrap(at)}`),
  ];
  for (const shares of [(at: number) => `0.0${1 + (at % 7)}`, (at: number) => `${at % 4}.${2 + (at % 7)}`]) {
    const { asked, rows } = await look(file(shares));
    expect(asked).toEqual(['share']);
    expect(rows[0]?.defectQuantity).toBeNull();
  }
  const halves = (at: number) => `${at}.5`;
  expect((await look(file(halves, (made) => `${made}.25`))).asked).toEqual([]);
  expect((await look(file((at) => (at === 3 ? '2.5' : String((3 * at) % 7))))).asked).toEqual([]);
});

test.each([
  ['Planned date', 'Actual date'],
  ['Due date', 'Finished'],
  ['계획일자', '실적일자'],
  ['Plandatum', 'Ist-Datum'],
])('the day of production is no day that was planned: %s gives way to %s', async (planned, actual) => {
  const { profile, rows } = await look([
    `Line,${planned},${actual},Good`,
    ...numbers.map((good, at) => `L1,2024-05-0${(at % 9) + 1},2024-06-1${at % 9},${good}`),
  ]);
  expect(profile.fields.productionDate).toEqual({ column: actual });
  expect(rows).toHaveLength(numbers.length);
});

test('where no other day stands in the file, that which was planned is the day of production', async () => {
  const { profile } = await look([
    'Line,Planned date,Good',
    ...numbers.map((good, at) => `L1,2024-05-0${(at % 9) + 1},${good}`),
  ]);
  expect(profile.fields.productionDate).toEqual({ column: 'Planned date' });
});

test.each([
  ['생산실적 (단위: 천개)', 1_000],
  ['단위 : 천 EA', 1_000],
  ['Production report (quantities in thousands)', 1_000],
  ['単位：千個', 1_000],
  ['매출 (단위: 천원)', 1],
  ['Production report (line 1)', 1],
])('a title above the headings says in what the quantities below it count: %s', async (title, factor) => {
  const { rows } = await look([
    title,
    '',
    'Date,Line,Good,Run time (min)',
    ...numbers.map((good, at) => `2024-03-1${at},L1,${good},${400 + at}`),
  ]);
  expect(rows[0]).toMatchObject({ goodQuantity: 40_000_000 * factor, runMinutes: 400_000_000 });
});

test.each([
  ['Movement', ['GR', 'GI']],
  ['Direction', ['IN', 'OUT']],
  ['구분', ['생산', '출하', '재고']],
])('what was shipped or lies in stock is nothing that was made, by %s', async (heading, [made = '', ...others]) => {
  const { rows, asked } = await look([
    `Date,Item,${heading},Qty`,
    ...numbers.flatMap((good, at) => [made, ...others].map((kind) => `2024-03-1${at},P1,${kind},${good}`)),
  ]);
  expect(asked).toEqual(['kinds']);
  expect(rows.map(({ goodQuantity }) => (goodQuantity ?? 0) / 1e6)).toEqual(numbers);
});

test.each(['Deleted', 'LOEKZ', '삭제여부'])('rows that %s marks are asked about', async (heading) => {
  const { asked } = await look([
    `Date,Line,Good,${heading}`,
    ...numbers.map((good, at) => `2024-03-1${at},L1,${good},${at % 4 === 1 ? 'X' : ''}`),
  ]);
  expect(asked).toEqual(['reversals']);
});

test('times that a spreadsheet keeps as parts of a day are proposed as such, and asked about', async () => {
  const { rows, profile, asked } = await look([
    'Date,Line,Good,Run time',
    ...numbers.map((good, at) => `2024-03-1${at},L1,${good},${((400 + at) / 1_440).toFixed(6)}`),
  ]);
  expect(asked).toEqual(['unit']);
  expect(profile.columns['Run time']).toEqual({ unit: 'd' });
  expect(rows.map(({ runMinutes }) => Math.round((runMinutes ?? 0) / 1e6))).toEqual(numbers.map((_, at) => 400 + at));
});

test('dates such as 24/03/01 are days of one month before they are one day of many years, and are asked about', async () => {
  const { rows, profile, asked } = await look([
    'Date,Line,Good',
    ...numbers.map((good, at) => `24/03/${String(at + 1).padStart(2, '0')},L1,${good}`),
  ]);
  expect(asked).toEqual(['dateFormat']);
  expect(profile.dateFormat).toBe('YY/M/D');
  expect(new Set(rows.map(({ day }) => day)).size).toBe(numbers.length);
});
