import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DuckDBInstance } from '@duckdb/node-api';
import Sqlite from 'better-sqlite3';
import iconv from 'iconv-lite';
import { afterAll, describe, expect, test } from 'vitest';
import { createStore } from '../../testing/test-store.ts';
import { zipOf } from '../../testing/zip-file.ts';
import { inspectFile } from '../inspect.ts';
import { readCsvRows } from '../rows/read-rows.ts';
import type { TextReading } from '../rows/read-text.ts';
import type { CsvRow } from '../rows/record-draft.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-formats-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function fileOf(content: Buffer | string, name: string): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

async function rowsOf(path: string, reading: TextReading = {}): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, reading)) rows.push(...batch);
  return rows;
}

const cellsOf = async (path: string, reading?: TextReading) => (await rowsOf(path, reading)).map(({ cells }) => cells);

describe('JSON lines', () => {
  const lines = [
    '{"date":"2024-01-05","line":"L1","good":12345678901234567890,"size":{"width":0.1000000000000000055,"ok":true}}',
    '',
    '  {"date":"2024-01-06","note":"two\\nlines, \\"quoted\\"","good":null,"tags":["a",{"b":1.50}]}',
    '{"date":"2024-01-07","line":"L1", "good":',
    '{"date":"2024-01-08","good":1,"good":2}',
  ];

  test('have the columns of all their keys, values as they are written, and the lines of the file', async () => {
    const expected: CsvRow[] = [
      { line: 0, cells: ['date', 'line', 'good', 'size.width', 'size.ok', 'note', 'tags'] },
      { line: 1, cells: ['2024-01-05', 'L1', '12345678901234567890', '0.1000000000000000055', 'true', '', ''] },
      { line: 3, cells: ['2024-01-06', '', '', '', '', 'two\nlines, "quoted"', '["a",{"b":1.50}]'] },
      { line: 4, cells: [lines[3] as string], problem: expect.stringContaining('ends before it is complete') },
      { line: 5, cells: [lines[4] as string], problem: expect.stringContaining("gives 'good' twice") },
    ];
    for (const text of [lines.join('\n'), `\uFEFF${lines.join('\r\n')}\r\n`]) {
      expect(await rowsOf(fileOf(text, 'a.jsonl'))).toEqual(expected);
      expect(await rowsOf(fileOf(gzipSync(text), 'a.jsonl.gz'))).toEqual(expected);
    }
    const zipped = fileOf(zipOf({ 'x.txt': 'a', 'b.ndjson': lines.join('\n') }), 'a.zip');
    expect(await rowsOf(zipped, { part: 'b.ndjson' })).toEqual(expected);
  });

  test('in a code page are decoded first', async () => {
    const path = fileOf(iconv.encode('{"생산일자":"2024-01-05","라인":"프레스","양품수량":5}\n', 'cp949'), 'k.jsonl');
    const { header, profile, preview } = await inspectFile(path);
    expect(header).toEqual(['생산일자', '라인', '양품수량']);
    expect([profile.encoding, profile.format, profile.headerLine]).toEqual(['cp949', 'json-lines', 0]);
    expect(preview.rows[0]).toMatchObject({ line: 1, record: { productionDate: '2024-01-05', line: '프레스' } });
  });

  test('with a key that appears only far down set that line aside rather than lose its value', async () => {
    const note = 'x'.repeat(40_000);
    const many = Array.from({ length: 900 }, (_, at) => `{"date":"2024-01-05","good":${at},"note":"${note}"}`);
    const rows = await rowsOf(fileOf([...many, '{"date":"2024-01-06","good":1,"scrap":7}'].join('\n'), 'late.jsonl'));
    expect(rows[0]?.cells).toEqual(['date', 'good', 'note']);
    expect(rows.at(-1)).toMatchObject({ line: 901, problem: expect.stringContaining("'scrap' (7)") });
  });
});

describe('A JSON list', () => {
  test.each([
    ['on one line', '[{"a":1,"b":"}"},{"b":"\\\\","c":{"d":"\\"{"}}]'],
    ['spread over many', ' [\n {\n "a": 1,\n "b": "}" },\n\n { "b": "\\\\", "c": { "d": "\\"{" } }\n]\n'],
    ['without its brackets', '{"a":1,"b":"}"}{"b":"\\\\","c":{"d":"\\"{"}}'],
  ])('%s counts its objects', async (_, text) => {
    expect(await rowsOf(fileOf(text, 'list.json'))).toEqual([
      { line: 0, cells: ['a', 'b', 'c.d'] },
      { line: 1, cells: ['1', '}', ''] },
      { line: 2, cells: ['', '\\', '"{'] },
    ]);
  });

  test.each([
    ['cut short', '[{"a":1,"b":2},{"a":', 'cut short'],
    ['not closed', '[{"a":1,"b":2}', 'not closed'],
    ['of lists', '[[1,2],[3,4]]', "'[1,2],[3,4]' stands between its objects"],
    ['that is empty', '[]', 'holds no JSON objects'],
    ['with more after it', '[{"a":1}] [{"a":2}]', "'] [' stands between its objects"],
  ])('%s is refused in words', async (_, text, words) => {
    await expect(rowsOf(fileOf(text, 'bad.json'))).rejects.toMatchObject({
      code: 'FILE_NOT_TABULAR',
      message: expect.stringContaining(words),
    });
  });
});

describe('An SQLite file of another program', () => {
  function database(name: string, sql: string): { path: string; sqlite: Sqlite.Database } {
    const path = join(folder, name);
    const sqlite = new Sqlite(path);
    sqlite.exec(sql);
    return { path, sqlite };
  }
  const table = `CREATE TABLE "out put" (date TEXT, good INTEGER, kg REAL, mark BLOB);
    INSERT INTO "out put" VALUES ('2024-01-05', 9007199254740993, 0.1 + 0.2, x'00ff'), (NULL, 5, 9007199254740992.0, ''), ('a' || char(10) || 'b', -1, 1e-7, NULL);
    CREATE VIEW totals AS SELECT date, sum(good) AS good FROM "out put" GROUP BY date;
    CREATE TABLE other (x, y)`;

  test('gives the rows of a table or view, whole numbers exact, and the number of each row', async () => {
    const { path, sqlite } = database('plain.db', table);
    sqlite.close();
    const { parts, profile } = await inspectFile(path);
    expect([parts.map(({ name }) => name), profile.part]).toEqual([['out put', 'other', 'totals'], 'out put']);
    expect(await rowsOf(path)).toEqual([
      { line: 0, cells: ['date', 'good', 'kg', 'mark'] },
      { line: 1, cells: ['2024-01-05', '9007199254740993', '0.3', '0x00ff'] },
      { line: 2, cells: ['', '5', '9007199254740992', ''] },
      { line: 3, cells: ['a\nb', '-1', '0.0000001', ''] },
    ]);
    expect((await cellsOf(path, { part: 'totals' })).length).toBe(4);
    await expect(rowsOf(path, { part: 'gone' })).rejects.toThrow("holds no 'gone'");
  });

  test('that is being written is read with what its log holds, and nothing is made or changed beside it', async () => {
    const { path, sqlite } = database('logged.db', `PRAGMA journal_mode = WAL; ${table}`);
    const beside = () => readdirSync(folder).filter((name) => name.startsWith('logged'));
    expect(beside()).toHaveLength(3);
    expect(await rowsOf(path)).toHaveLength(4);
    sqlite.close();
    expect(beside()).toEqual(['logged.db']);
    expect(await rowsOf(path)).toHaveLength(4);
    expect(beside()).toEqual(['logged.db']);
  });

  test('that is damaged, empty, or a store of ours is refused in words', async () => {
    const { path, sqlite } = database(
      'whole.db',
      `${table}; INSERT INTO other SELECT value, zeroblob(900) FROM json_each('[${'1,'.repeat(99)}1]')`,
    );
    sqlite.close();
    const bytes = (await import('node:fs')).readFileSync(path);
    await expect(rowsOf(fileOf(bytes.subarray(0, 9_000), 'cut.db'), { part: 'other' })).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('is damaged'),
    });
    bytes.fill(7, 100, 4_096);
    await expect(inspectFile(fileOf(bytes, 'hurt.db'))).rejects.toThrow('is damaged');
    await expect(inspectFile(fileOf(bytes.subarray(0, 50), 'stump.db'))).rejects.toThrow('is damaged');
    const empty = database('empty.db', 'CREATE TABLE t (a); DROP TABLE t');
    empty.sqlite.close();
    await expect(inspectFile(empty.path)).rejects.toThrow('holds no tables');
    const ours = createStore();
    await expect(inspectFile(join(ours.path, 'live.db'))).rejects.toThrow('belongs to a Throughline store');
    ours.store.close();
    ours.remove();
  });
});

describe('A Parquet file', () => {
  const columns = `SELECT DATE '2024-01-05' + i::INTEGER AS date, TIMESTAMP '2024-01-05 23:59:59.123456' AS stamp,
    TIMESTAMPTZ '2024-01-05 12:00:00+00' AS utc, 9007199254740993 + i AS big, 18446744073709551615::UBIGINT AS unsigned,
    (12345678901234567.89 + i)::DECIMAL(20,2) AS money, (-1.5)::DECIMAL(4,1) AS small, 0.1::FLOAT AS single, 0.1::DOUBLE + 0.2::DOUBLE AS double,
    CASE WHEN i = 1 THEN NULL ELSE 'L' || i END AS line, TIME '06:00:00' AS clock, {'width': 1.5::DECIMAL(4,2), 'name': 'a"b'} AS size, [1, 2] AS list,
    TRUE AS ok, '123e4567-e89b-12d3-a456-426614174000'::UUID AS id
    FROM range(3) t(i)`;

  test.each(['uncompressed', 'snappy', 'gzip', 'zstd', 'brotli', 'lz4_raw'])(
    'packed as %s gives every value exactly',
    async (packing) => {
      const path = join(folder, `${packing}.parquet`);
      const duck = await (await DuckDBInstance.create()).connect();
      await duck.run(`SET TimeZone = 'UTC'; COPY (${columns}) TO '${path}' (FORMAT parquet, COMPRESSION ${packing})`);
      duck.closeSync();
      const rows = await rowsOf(path);
      expect(rows[0]).toEqual({
        line: 0,
        cells: [
          'date',
          'stamp',
          'utc',
          'big',
          'unsigned',
          'money',
          'small',
          'single',
          'double',
          'line',
          'clock',
          'size.width',
          'size.name',
          'list',
          'ok',
          'id',
        ],
      });
      expect(rows[2]).toEqual({
        line: 2,
        cells: [
          '2024-01-06',
          '2024-01-05 23:59:59.123456',
          '2024-01-05 12:00:00Z',
          '9007199254740994',
          '18446744073709551615',
          '12345678901234568.89',
          '-1.5',
          '0.1',
          '0.3',
          '',
          '06:00:00',
          '1.50',
          'a"b',
          '[1,2]',
          'true',
          '123e4567-e89b-12d3-a456-426614174000',
        ],
      });
    },
  );

  test('of many row groups counts its rows through them', async () => {
    const path = join(folder, 'groups.parquet');
    const duck = await (await DuckDBInstance.create()).connect();
    await duck.run(
      `COPY (SELECT i AS a, i % 7 AS b FROM range(10000) t(i)) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 2048)`,
    );
    duck.closeSync();
    const rows = await rowsOf(path);
    expect([rows.length, rows.at(-1)]).toEqual([10_001, { line: 10_000, cells: ['9999', '3'] }]);
  });

  test('that is cut short is refused in words', async () => {
    await expect(inspectFile(fileOf('PAR1 and nothing that ends like it', 'cut.parquet'))).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('Parquet'),
    });
  });
});

test('Columns at fixed places are refused in words that help, and a decimal comma is not taken for a delimiter', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, at) => `2024-01-${String(at + 1).padStart(2, '0')} Press1   ${100 + at},5`,
  );
  const path = fileOf(['DATE       LINE     GOOD', ...rows].join('\n'), 'print.txt');
  await expect(inspectFile(path)).rejects.toMatchObject({
    code: 'FILE_NOT_TABULAR',
    message: expect.stringContaining('stand at fixed places of each line (1, 12, 21)'),
  });
});

describe('What is recognised', () => {
  test('says how sure it is and why', async () => {
    const rows = Array.from({ length: 20 }, (_, at) => `0${(at % 9) + 1}/03/2024;L1;${at % 7 ? at : '1.234'};`);
    const { recognised } = await inspectFile(
      fileOf(['Output of hall 2', '', 'day;line;good;note', ...rows, ''].join('\n'), 'r.csv'),
    );
    const { columns, ...parts } = recognised;
    expect(parts).toEqual({
      format: { confidence: 'sure', reason: 'plainText', of: {} },
      encoding: { confidence: 'sure', reason: 'plainLetters', of: {} },
      delimiter: { confidence: 'sure', reason: 'evenCells', of: { cells: 4, rows: 21, share: 100 } },
      quote: { confidence: 'sure', reason: 'noneSurrounds', of: {} },
      headerLine: { confidence: 'sure', reason: 'wordsBelow', of: { line: 3 } },
    });
    expect(columns.map(({ name, kind, finding }) => [name, kind, finding.confidence, finding.reason])).toEqual([
      ['day', 'date', 'guess', 'twoReadings'],
      ['line', 'text', 'sure', 'anyText'],
      ['good', 'number', 'guess', 'twoReadings'],
      ['note', 'empty', 'sure', 'noValues'],
    ]);
  });

  test('is what a person says, and the rest follows', async () => {
    const path = fileOf("a/b;x/c\n'1/2';2/3\n4;5/6/7\n", 'said.csv');
    const { recognised, header, profile } = await inspectFile(path, { delimiter: '/', quote: '', headerLine: 1 });
    expect(header).toEqual(['a', 'b;x', 'c']);
    expect([profile.delimiter, profile.quote]).toEqual(['/', '']);
    expect([recognised.delimiter, recognised.quote, recognised.headerLine].map(({ reason }) => reason)).toEqual([
      'chosen',
      'chosen',
      'chosen',
    ]);
  });
});

describe('What is called a workbook and is not', () => {
  test('a page of tables is read as its rows', async () => {
    const page = `<html><head><title>x</title><style>td { a: "<" }</style></head><body><!-- <td>no</td> --><table>
      <tr><th>Date</th><th colspan=2>Good</th></tr><tr><td rowspan="2">2024-01-05</td><td>1 &lt; 2&nbsp;&amp;&#xe9;</td><td>a<br>b</td></tr>
      <tr><td>3</td><td>x < y<td>unclosed</tr></table></body></html>`;
    expect(await rowsOf(fileOf(page, 'page.xls'))).toEqual([
      { line: 1, cells: ['Date', 'Good', ''] },
      { line: 2, cells: ['2024-01-05', '1 < 2\u00a0&é', 'a\nb'] },
      { line: 3, cells: ['', '3', 'x < y', 'unclosed'], merged: [{ at: 0, text: '2024-01-05', from: 2 }] },
    ]);
    await expect(rowsOf(fileOf('<html><body>none</body></html>', 'none.xls'))).rejects.toThrow('without a table');
  });

  test('delimited text is read as such, and other documents are refused in words that say what to do', async () => {
    const text = fileOf('date\tline\tgood\n2024-01-05\tL1\t5\n2024-01-06\tL1\t6\n', 'text.xls');
    expect((await inspectFile(text)).profile.delimiter).toBe('\t');
    await expect(inspectFile(fileOf('MIME-Version: 1.0\nX: y', 'web.xls'))).rejects.toThrow('web archive');
    const binary = Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, 0, 0]);
    await expect(inspectFile(fileOf(binary, 'old.xls'))).rejects.toThrow(
      'kind before 2007. Open it and save it as .xlsx',
    );
    const open = zipOf({ mimetype: 'application/vnd.oasis.opendocument.spreadsheet', 'content.xml': '<x/>' });
    await expect(inspectFile(fileOf(open, 'a.ods'))).rejects.toThrow('LibreOffice. Open it and save it as .xlsx');
    await expect(inspectFile(fileOf(zipOf({ 'xl/workbook.bin': 'x' }), 'a.xlsb'))).rejects.toThrow('(.xlsb). Open it');
    await expect(inspectFile(fileOf('<?xml version="1.0"?><rows/>', 'rows.xml'))).rejects.toThrow('XML document');
  });
});
