/** Any table of texts, written as each format would, reads back equal: cell by cell, and each row where it stands. */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { afterAll, expect, test } from 'vitest';
import type { TextDialect } from '../../../shared/import/formats.ts';
import { createRandom, type Random } from '../../sample/random.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { readCsvRows } from '../rows/read-rows.ts';
import type { TextReading } from '../rows/read-text.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { rareDelimiters, sniffDialect, usualDelimiters } from './dialect.ts';
import type { Settled } from './settle.ts';

const scratch = scratchFolder();
afterAll(scratch.remove);

const TABLES = 40;
const SEED = 606;
const plain = [
  'Press 1',
  '12.5',
  '2024-01-05',
  '프레스',
  'Größe',
  '😀',
  '',
  '',
  "O'Brien",
  '5" pipe',
  '\\N',
  'C:\\temp',
];
const hard = [
  '"',
  '""',
  "'",
  "''a",
  '\\',
  '\\\\"',
  'a\nb',
  '\n',
  ' lead',
  'trail ',
  ',',
  ';',
  '\t',
  '|',
  '^~',
  ' : ',
  '\x01',
  '<td>&amp;',
  '{"a":1}',
  '[',
  '\x1a',
  '\x1a ',
];

/** Names of columns, then rows; each begins with a number, as rows of nothing are none. */
function randomTable(random: Random, words: readonly string[]): string[][] {
  const width = 2 + random.below(5);
  const header = Array.from({ length: width }, (_, at) => `column ${at + 1}`);
  const rows = Array.from({ length: 1 + random.below(12) }, (_, row) =>
    header.map((__, at) => (at === 0 ? `L${row}` : random.pick(words))),
  );
  return [header, ...rows];
}

async function readBack(
  content: string | Buffer | null,
  reading: TextReading & Partial<Settled>,
  name: string,
): Promise<CsvRow[]> {
  const path = join(scratch.path, name);
  if (content !== null) writeFileSync(path, content);
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, reading)) rows.push(...batch);
  return rows;
}

/** Each row of a table numbered from the row of the names on. */
const numbered = (table: readonly string[][], first: number) => table.map((cells, at) => ({ line: first + at, cells }));

/** Each row where it begins in a text in which breaks within cells are lines too. */
function placed(table: readonly string[][]): CsvRow[] {
  let line = 1;
  return table.map((cells) => {
    const row = { line, cells };
    line += 1 + cells.join('').split('\n').length - 1;
    return row;
  });
}

function writeText(random: Random, table: readonly string[][], { delimiter, quote, escaping }: TextDialect): string {
  const written = (cell: string) => {
    const isBare = ![delimiter, '\n', '"', "'", '\\', ' '].some((part) => cell.includes(part));
    if (isBare && random.chance(0.7)) return cell;
    if (escaping === 'doubled') return quote === '' ? cell : quote + cell.replaceAll(quote, quote + quote) + quote;
    const marked = cell.replaceAll('\\', '\\\\');
    if (quote !== '') return quote + marked.replaceAll(quote, `\\${quote}`) + quote;
    return marked.replaceAll(delimiter, `\\${delimiter}`).replaceAll('\n', '\\\n');
  };
  const lineBreak = random.pick(['\n', '\r\n']);
  return table.map((cells) => cells.map(written).join(delimiter) + lineBreak).join('');
}

test('as text with any delimiter, quote and escaping', async () => {
  for (let nth = 0; nth < TABLES * 3; nth += 1) {
    const random = createRandom(SEED + nth);
    const dialect: TextDialect = {
      delimiter: random.pick([...usualDelimiters, ...rareDelimiters, '||']),
      quote: random.pick(['"', "'", ''] as const),
      escaping: random.pick(['doubled', 'backslash'] as const),
    };
    const { delimiter, quote, escaping } = dialect;
    const isMute = quote === '' && escaping === 'doubled';
    // Where nothing surrounds or marks them, cells hold no delimiter and no break.
    const words = [...plain, ...hard].filter(
      (word) => !isMute || (!word.includes(delimiter[0] ?? '') && !word.includes('\n')),
    );
    const table = randomTable(random, words).map((cells) =>
      cells.map((cell) => (isMute ? cell.replace(delimiter, '') : cell)),
    );
    const text = writeText(random, table, dialect);
    expect(await readBack(text, dialect, 'text.csv'), JSON.stringify([nth, dialect, text])).toEqual(placed(table));
  }
});

test('as text whose dialect is guessed, where cells hold nothing that looks like another', async () => {
  for (let nth = 0; nth < TABLES * 3; nth += 1) {
    const random = createRandom(SEED + nth);
    const delimiter = random.pick([...usualDelimiters, ...rareDelimiters, '||']);
    const [header = [], ...rows] = randomTable(random, ['Press 1', '프레스', 'Größe', `with ${delimiter} in it`, '12']);
    const table = [[...header, 'a', 'b'], ...[...rows, ...rows, ...rows].map((cells) => [...cells, 'x', 'y'])];
    const dialect: TextDialect = { delimiter, quote: random.pick(['"', "'"] as const), escaping: 'doubled' };
    const text = writeText(random, table, dialect).replaceAll('\r\n', '\n');
    const { chosen } = sniffDialect(text);
    const reading = { delimiter: chosen.delimiter, quote: chosen.quote, escaping: chosen.escaping };
    expect(await readBack(text, reading, 'guess.csv'), JSON.stringify([nth, dialect, text])).toEqual(placed(table));
  }
});

test('as JSON lines and as a list of JSON', async () => {
  for (let nth = 0; nth < TABLES; nth += 1) {
    const random = createRandom(SEED + nth);
    const table = randomTable(random, [...plain, ...hard]);
    const [header = [], ...rows] = table;
    const objects = rows.map((cells) => Object.fromEntries(header.map((name, at) => [name, cells[at]])));
    const space = random.chance(0.5) ? 2 : 0;
    const lines = objects.map((object) => `${random.chance(0.2) ? ' ' : ''}${JSON.stringify(object)}`);
    const lineBreak = random.pick(['\n', '\r\n']);
    expect(await readBack(lines.join(lineBreak), {}, 'a.jsonl'), String(nth)).toEqual(numbered(table, 0));
    expect(await readBack(JSON.stringify(objects, null, space), {}, 'a.json'), String(nth)).toEqual(numbered(table, 0));
  }
});

test('as a table of a database and as one of a page', async () => {
  const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\n', '<br>');
  for (let nth = 0; nth < TABLES; nth += 1) {
    const random = createRandom(SEED + nth);
    const table = randomTable(random, [...plain, ...hard]);
    const [header = [], ...rows] = table;
    const path = join(scratch.path, `${nth}.db`);
    const sqlite = new Sqlite(path);
    sqlite.pragma('synchronous = OFF');
    sqlite.exec(`CREATE TABLE "a ""b" (${header.map((name) => `"${name}" TEXT`).join(', ')})`);
    const insert = sqlite.prepare(`INSERT INTO "a ""b" VALUES (${header.map(() => '?').join(', ')})`);
    sqlite.transaction(() => {
      for (const cells of rows) insert.run(...cells);
    })();
    sqlite.close();
    expect(await readBack(null, {}, `${nth}.db`), String(nth)).toEqual(numbered(table, 0));
    // A page says nothing of the blanks around a text.
    const trimmed = table.map((cells) => cells.map((cell) => cell.trim().replace(/[ \t]+/g, ' ')));
    const html = trimmed.map((cells) => `<tr>${cells.map((cell) => `<td>${escaped(cell)}</td>`).join('\n ')}</tr>`);
    expect(await readBack(`<html><table>${html.join('')}</table>`, {}, 'a.xls'), String(nth)).toEqual(
      numbered(trimmed, 1),
    );
  }
});
