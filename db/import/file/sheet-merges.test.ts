import { expect, test } from 'vitest';
import { mergesIn } from './sheet-merges.ts';

const rows = '<row r="1"><c r="A1"><v>1</v></c></row>'.repeat(200);
const sheet = (end: string) =>
  `<worksheet><sheetData>${rows}${end}<mergeCells count="2"><mergeCell ref="B2:B4"/><mergeCell ref="A1:C1"/></mergeCells></worksheet>`;

async function* inPieces(text: string, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += length) yield Buffer.from(text.slice(at, at + length), 'latin1');
}

test.each([
  ['</sheetData>', ''],
  ['</x:sheetData >', 'x:'],
])('merged cells are found wherever the pieces of a sheet end, behind %s', async (end, prefix) => {
  const text = sheet(end).replaceAll('<mergeCell ', `<${prefix}mergeCell `);
  for (let length = 60; length < 200; length += 1) {
    const merges = await mergesIn(inPieces(text, length));
    expect([...merges], `pieces of ${length}`).toEqual([[2, [{ column: 2, down: 2 }]]]);
  }
  expect([...(await mergesIn(inPieces(text, 1)))]).toHaveLength(1);
});
