import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { createRandom } from '../../sample/random.ts';
import { type TableKind, writeKind } from '../../testing/table-kinds.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { workbookOf, zipOf } from '../../testing/zip-file.ts';
import { inspectFile } from '../inspect.ts';
import { readCsvRows } from '../rows/read-rows.ts';

const folder = scratchFolder();
afterAll(folder.remove);

function fileOf(content: Buffer, name: string): string {
  const path = join(folder.path, name);
  writeFileSync(path, content);
  return path;
}

async function cellsOf(path: string, part?: string): Promise<string[][]> {
  const cells: string[][] = [];
  for await (const rows of readCsvRows(path, part === undefined ? {} : { part }))
    cells.push(...rows.map((row) => row.cells));
  return cells;
}

const made = (kind: TableKind, line: string) =>
  writeKind[kind]({ columns: ['date', 'line', 'good'], rows: [['2024-01-05', line, '5']] }, createRandom(1));
const rowsOf = (line: string) => [
  ['date', 'line', 'good'],
  ['2024-01-05', line, '5'],
];
const sheet = (text: string) =>
  `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c><c r="B1" t="inlineStr"><is><t>line</t></is></c></row>`;

describe('A table within a compressed file or an archive', () => {
  test.each(['sheet', 'xml-workbook', 'html', 'json-lines', 'json', 'sqlite', 'parquet'] as const)(
    'is read: %s',
    async (kind) => {
      expect(await cellsOf(fileOf(gzipSync(made(kind, 'L1')), `${kind}.gz`))).toEqual(rowsOf('L1'));
      const archive = fileOf(zipOf({ 'notes.txt': 'a\nb', 'in/table': made(kind, 'L1') }), `${kind}.zip`);
      expect(await cellsOf(archive, 'in/table')).toEqual(rowsOf('L1'));
    },
  );

  test('is chosen among all files of the archive and the sheets of the one that is looked into', async () => {
    const book = workbookOf([
      { name: 'One', rows: sheet('first') },
      { name: 'Two', rows: sheet('second') },
    ]);
    const path = fileOf(
      zipOf({ 'a.csv': 'date,line\n', 'b.xlsx': book, 'c.db': made('sqlite', 'L3'), '.DS_Store': 'x', 'empty/': '' }),
      'many.zip',
    );
    const partsBy = async (part?: string) => {
      const { parts, profile } = await inspectFile(path, { headerLine: 1, ...(part !== undefined && { part }) });
      return [parts.map(({ name, kind }) => `${kind} ${name}`), profile.part];
    };
    expect(await partsBy()).toEqual([['file a.csv', 'file b.xlsx', 'file c.db'], 'a.csv']);
    const inBook = ['file a.csv', 'sheet b.xlsx › One', 'sheet b.xlsx › Two', 'file c.db'];
    expect(await partsBy('b.xlsx')).toEqual([inBook, 'b.xlsx › One']);
    expect(await partsBy('b.xlsx › Two')).toEqual([inBook, 'b.xlsx › Two']);
    expect(await cellsOf(path, 'b.xlsx › Two')).toEqual([['second', 'line']]);
    expect(await cellsOf(path, 'c.db')).toEqual(rowsOf('L3'));
    await expect(partsBy('b.xlsx › Three')).rejects.toThrow("holds no 'b.xlsx › Three'");
    await expect(cellsOf(path, 'gone.csv')).rejects.toThrow("holds no 'gone.csv'");
  });

  test('shows the sheets of the only workbook of an archive, and of a compressed one, as if it were not packed', async () => {
    const book = workbookOf([
      { name: 'One', rows: sheet('first') },
      { name: 'Two', rows: sheet('second') },
    ]);
    for (const path of [fileOf(zipOf({ 'b.xlsx': book }), 'one.zip'), fileOf(gzipSync(book), 'b.xlsx.gz')]) {
      const { parts, profile } = await inspectFile(path);
      expect([parts.map(({ name }) => name), profile.part]).toEqual([['One', 'Two'], 'One']);
      expect(await cellsOf(path, 'Two')).toEqual([['second', 'line']]);
    }
  });

  test('is refused in words where it is packed twice, and leaves nothing behind', async () => {
    const csv = Buffer.from('date,line\n');
    await expect(inspectFile(fileOf(gzipSync(gzipSync(csv)), 'twice.gz'))).rejects.toThrow('packed twice');
    await expect(inspectFile(fileOf(zipOf({ 'a.gz': gzipSync(csv) }), 'gz.zip'))).rejects.toThrow(
      "Its 'a.gz' is packed",
    );
    await expect(inspectFile(fileOf(gzipSync(zipOf({ 'a.csv': csv })), 'zip.gz'))).rejects.toThrow('packed twice');
    await expect(inspectFile(fileOf(zipOf({}), 'none.zip'))).rejects.toThrow('holds no files');
  });

  test('lies in a scratch folder of this process while it is read', async () => {
    const mine = () =>
      readdirSync(tmpdir()).filter(
        (name) => name.includes(`-${process.pid}-`) && name.startsWith('throughline-scratch-'),
      );
    await cellsOf(fileOf(gzipSync(made('sqlite', 'L9')), 'L9.db.gz'));
    expect(mine().some((name) => existsSync(join(tmpdir(), name, 'L9.db')))).toBe(true);
  });
});
