import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, describe, expect, test } from 'vitest';
import { importProfileSchema } from '../../shared/import/profile.ts';
import { collectRows } from '../testing/collect-rows.ts';
import { scratchFolder } from '../testing/test-store.ts';
import { workbookFiles, workbookOf, zipOf } from '../testing/zip-file.ts';
import { csvSource } from './csv-source.ts';
import { inspectFile } from './inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);

function fileOf(bytes: Buffer): string {
  const path = join(folder.path, 'file');
  writeFileSync(path, bytes);
  return path;
}

const MIB = 1024 * 1024;
const DATABASE = Buffer.from('SQLite format 3\0', 'latin1');
const text = (content: string) => `<is><t>${content}</t></is>`;
const head = `<row r="1"><c r="A1" t="inlineStr">${text('date')}</c><c r="B1" t="inlineStr">${text('line')}</c><c r="C1" t="inlineStr">${text('good')}</c></row>`;
const row = (r: number, cells = '') =>
  `<row r="${r}"><c r="A${r}" t="inlineStr">${text('2024-01-05')}</c><c r="B${r}" t="inlineStr">${text('L1')}</c><c r="C${r}"><v>5</v></c>${cells}</row>`;
const workbook = (rows: string) => workbookOf([{ name: 'S', rows: head + rows }]);
const withTexts = (texts: string) =>
  zipOf({
    ...workbookFiles([{ name: 'S', rows: head }]),
    'xl/sharedStrings.xml': `<sst xmlns="urn:main">${texts}</sst>`,
  });

/** Small files that would fill the memory, or lose something, if they were taken at their word. */
const hostile: Record<string, () => Buffer> = {
  'a line without end, compressed': () => gzipSync(Buffer.alloc(24 * MIB, 'a')),
  'line breaks without end, compressed': () => gzipSync(Buffer.alloc(24 * MIB, '\n')),
  'quotes without end, compressed': () => gzipSync(Buffer.alloc(16 * MIB, '"')),
  'delimiters without end, compressed': () => gzipSync(Buffer.alloc(16 * MIB, ',')),
  'a packed file that is packed again': () => gzipSync(gzipSync(Buffer.alloc(16 * MIB, 'a'))),
  'a database of zeros, compressed': () => gzipSync(Buffer.concat([DATABASE, Buffer.alloc(80 * MIB)])),
  'an archive within an archive': () => zipOf({ 'a.zip': zipOf({ 'b.csv': 'date,line\n' }) }),
  'tags within each other': () => workbook('<a>'.repeat(300_000)),
  'a cell without end': () => workbook(`<row><c><v>${'1'.repeat(20 * MIB)}</v></c></row>`),
  'an attribute without end': () => workbook(`<row x="${'1'.repeat(20 * MIB)}"></row>`),
  'a row beyond the last': () => workbook('<row r="99999999999"><c r="A1"><v>1</v></c></row>'),
  'a row that is no number': () => workbook('<row r="x"><c r="A1"><v>1</v></c></row>'),
  'rows that go back': () => workbook(row(5) + row(3)),
  'a column beyond the last': () => workbook(row(2, '<c r="ZZZZ2"><v>1</v></c>')),
  'a cell without a column': () => workbook(row(2, '<c r="2"><v>1</v></c>')),
  'a text that is not there': () => workbook(row(2, '<c r="D2" t="s"><v>7</v></c>')),
  'an entity that stands for many': () =>
    withTexts('<!DOCTYPE sst [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]><si><t>&b;</t></si>'),
};

describe('A file that would fill the memory or lose something', () => {
  test.each(Object.entries(hostile))('is refused in words: %s', async (_, bytes) => {
    const path = fileOf(bytes());
    const refused = expect.objectContaining({
      code: expect.stringMatching(/^FILE_/),
      message: expect.stringMatching(/\.$/),
    });
    await expect(inspectFile(path)).rejects.toEqual(refused);
    const profile = importProfileSchema.parse({
      fields: { productionDate: { column: 'date' }, line: { column: 'line' }, goodQuantity: { column: 'good' } },
    });
    await expect(csvSource(path, 'file', profile).then(collectRows)).rejects.toEqual(
      expect.objectContaining({ code: expect.stringMatching(/^(FILE_|INVALID_PROFILE)/) }),
    );
  });

  test('is read where it only looks so: a style that reaches to the last column', async () => {
    const path = fileOf(workbook(row(2, '<c r="XFD2" s="1"/>') + row(3)));
    const { profile } = await inspectFile(path);
    const { rows, rejections } = await collectRows(await csvSource(path, 'file', profile));
    expect([rows.map(({ sourceLine, goodQuantity }) => [sourceLine, goodQuantity]), rejections]).toEqual([
      [
        [2, 5_000_000],
        [3, 5_000_000],
      ],
      [],
    ]);
  });
});
