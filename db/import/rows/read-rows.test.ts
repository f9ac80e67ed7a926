import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createRowSplitter, readCsvRows } from './read-rows.ts';
import type { CsvRow } from './record-draft.ts';

const folder = mkdtempSync(join(tmpdir(), 'read-rows-'));
afterAll(() => rmSync(folder, { recursive: true }));

function fileOf(content: string | Uint8Array): string {
  const path = join(folder, 'file.csv');
  writeFileSync(path, content);
  return path;
}

async function rowsOf(content: string | Uint8Array, delimiter = ','): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(fileOf(content), { delimiter })) rows.push(...batch);
  return rows;
}

describe('the rows of a file', () => {
  it('carry the line on which they begin, counting blank lines and breaks inside quotes', async () => {
    expect(await rowsOf('a,b\n1,2\n\n  \n"x\ny\r\nz",3\n,\n4,5')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2'] },
      { line: 5, cells: ['x\ny\nz', '3'] },
      { line: 9, cells: ['4', '5'] },
    ]);
  });

  it.each([
    ['LF', '\n'],
    ['CRLF', '\r\n'],
    ['CR', '\r'],
  ])('are told apart by %s', async (_name, lineBreak) => {
    expect(await rowsOf(['a;b', '1;"2;3"', '4;5', ''].join(lineBreak), ';')).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['1', '2;3'] },
      { line: 3, cells: ['4', '5'] },
    ]);
  });

  it('lose a byte order mark and keep every letter', async () => {
    expect(await rowsOf('\ufeffMÊS,품목\nMarço,병\n')).toEqual([
      { line: 1, cells: ['MÊS', '품목'] },
      { line: 2, cells: ['Março', '병'] },
    ]);
  });

  it('are the same wherever the text is cut into pieces', () => {
    const text = 'a,b\n"1 ""x""\n\n",2\n\n3,"4"\n5,6" pipe\n"7",8';
    const whole = splitInto(text, text.length);
    expect(whole.map((row) => row.line)).toEqual([1, 2, 6, 7, 8]);
    for (let size = 1; size < text.length; size += 1) expect(splitInto(text, size)).toEqual(whole);
  });

  it('are the same when letters and line breaks straddle the chunks of a large file', async () => {
    const line = 'Étiquette 병,"say ""hi""",12\r\n';
    const rows = await rowsOf(`a,b,c\r\n${line.repeat(40_000)}`);
    expect(rows).toHaveLength(40_001);
    expect(rows.at(-1)).toEqual({ line: 40_001, cells: ['Étiquette 병', 'say "hi"', '12'] });
    expect(new Set(rows.slice(1).map((row) => row.cells.join('|'))).size).toBe(1);
  });

  it('go on after a quote that is never closed', async () => {
    const rows = await rowsOf('a,b\n1,"broken\n3,4\n5,6\n');
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3, 4]);
    expect(rows[1]?.problem).toContain('never closed');
    expect(rows[2]).toEqual({ line: 3, cells: ['3', '4'] });
  });

  it('go on after an open quote in the middle of a file larger than a row may be', async () => {
    const rows = await rowsOf(`a,b\n1,"broken\n${'3,4\n'.repeat(200_000)}`);
    expect(rows).toHaveLength(200_002);
    expect(rows.filter((row) => row.problem)).toHaveLength(1);
    expect(rows.at(-1)).toEqual({ line: 200_002, cells: ['3', '4'] });
  });

  it.each([1, 7, 1_000])('after text behind a closing quote are not swallowed by that cell (pieces of %i)', (size) => {
    const rows = splitInto('a,b\n"L1" x,1\nL2,2\n"L""3",3\n"5" pipe,4\n"L4" y,5\n"L5",6', size);
    expect(rows).toEqual([
      { line: 1, cells: ['a', 'b'] },
      { line: 2, cells: ['"L1" x', '1'], problem: 'text follows the quote that closes a cell of this line' },
      { line: 3, cells: ['L2', '2'] },
      { line: 4, cells: ['L"3', '3'] },
      { line: 5, cells: ['"5" pipe', '4'], problem: 'text follows the quote that closes a cell of this line' },
      { line: 6, cells: ['"L4" y', '5'], problem: 'text follows the quote that closes a cell of this line' },
      { line: 7, cells: ['L5', '6'] },
    ]);
  });

  it('come in bounded batches, and nothing is read ahead of the one who asks', async () => {
    const path = fileOf('a,b\n'.repeat(400_000));
    let bytesSeen = 0;
    const batches = readCsvRows(path, { delimiter: ',' }, (bytes) => {
      bytesSeen = bytes;
    });
    const first = await batches.next();
    expect(first.value?.length).toBeLessThanOrEqual(5_000);
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(bytesSeen).toBeLessThan(600_000);
    for await (const batch of batches) expect(batch.length).toBeLessThanOrEqual(5_000);
    expect(bytesSeen).toBe(1_600_000);
  });
});

describe('a file that is no table', () => {
  it.each([
    ['an empty file', '', 'FILE_NOT_TABULAR', /empty/],
    ['a file of blank lines', '\n\n \n', 'FILE_NOT_TABULAR', /blank lines/],
    ['binary data', new Uint8Array([1, 2, 0, 3]), 'FILE_NOT_TABULAR', /binary/],
    ['UTF-16 text', new Uint8Array([0xff, 0xfe, 0x61, 0]), 'FILE_NOT_TABULAR', /UTF-16/],
    ['an archive cut short', new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), 'FILE_UNREADABLE', /cut short/],
    [
      'Latin-1 text',
      new Uint8Array([0x4d, 0xca, 0x53, 0x2c, 0x61, 0x0a]),
      'FILE_NOT_TABULAR',
      /not UTF-8.*Choose the encoding/,
    ],
    ['text cut off inside a letter', new Uint8Array([0x61, 0x2c, 0xc3]), 'FILE_NOT_TABULAR', /not UTF-8/],
  ])('is refused in words: %s', async (_name, content, code, message) => {
    await expect(rowsOf(content)).rejects.toMatchObject({ code, message: expect.stringMatching(message) });
  });

  it('is refused in words when it is missing or a folder', async () => {
    const read = async (path: string) => readCsvRows(path, { delimiter: ',' }).next();
    await expect(read(join(folder, 'none.csv'))).rejects.toMatchObject({ code: 'FILE_UNREADABLE' });
    await expect(read(folder)).rejects.toMatchObject({
      code: 'FILE_UNREADABLE',
      message: expect.stringContaining('is a folder'),
    });
  });

  it('is refused after a thousand quotes that are never closed', () => {
    const splitter = createRowSplitter({});
    expect(() => {
      splitter.add('"x y\n'.repeat(1_200));
      splitter.end();
    }).toThrow(/never closed/);
  });
});

function splitInto(text: string, size: number): CsvRow[] {
  const splitter = createRowSplitter({});
  const rows: CsvRow[] = [];
  for (let at = 0; at < text.length; at += size) rows.push(...splitter.add(text.slice(at, at + size)));
  return [...rows, ...splitter.end()];
}
