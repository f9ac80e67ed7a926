import { expect, test } from 'vitest';
import { markOfView } from '../../shared/domain/view-mark.ts';
import { viewInFile } from './view-in-file.ts';

const view = { screen: 'explore', params: `m=good&f.line=Press+(1)&f.item=${'A'.repeat(600)}` };
const named = (name: string, ...parts: BlobPart[]) => new File(parts, name);

/** A workbook as an archive of one file that is not packed. */
function workbookOf(xml: string, name = 'docProps/custom.xml'): BlobPart[] {
  const [title, content] = [new TextEncoder().encode(name), new TextEncoder().encode(xml)];
  const head = new DataView(new ArrayBuffer(30));
  head.setUint32(0, 0x04034b50, true);
  head.setUint16(26, title.length, true);
  const entry = new DataView(new ArrayBuffer(46));
  entry.setUint32(0, 0x02014b50, true);
  entry.setUint32(20, content.length, true);
  entry.setUint16(28, title.length, true);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint32(12, 46 + title.length, true);
  end.setUint32(16, 30 + title.length + content.length, true);
  return [head.buffer, title, content, entry.buffer, title, end.buffer];
}

const properties = (pieces: readonly string[]) =>
  `<Properties>${pieces.map((piece, at) => `<property pid="${at + 2}" name="ThroughlineView${at + 1}"><vt:lpwstr>${piece}</vt:lpwstr></property>`).join('')}</Properties>`;

test('a workbook of ours names its view, in whatever order its properties stand', async () => {
  const pieces = markOfView(view);
  expect(pieces.length).toBeGreaterThan(2);
  expect(await viewInFile(named('a.xlsx', ...workbookOf(properties(pieces))))).toEqual(view);
  const listed = properties(pieces).match(/<property .*?<\/property>/g) ?? [];
  expect(await viewInFile(named('A.XLSX', ...workbookOf(listed.toReversed().join(''))))).toEqual(view);
});

test('a PDF of ours names its view, in place or in an object of its own', async () => {
  const mark = markOfView(view).join('');
  expect(await viewInFile(named('a.pdf', `%PDF-1.7\n<< /ThroughlineView (${mark}) >>`))).toEqual(view);
  const apart = `%PDF-1.7\n28 0 obj\n(${mark})\nendobj\n<< /ThroughlineView 28 0 R >>`;
  expect(await viewInFile(named('a.pdf', apart))).toEqual(view);
});

test.each([
  ['a file of another kind', named('a.csv', `/ThroughlineView (${markOfView(view).join('')})`)],
  ['a PDF of another program', named('a.pdf', '%PDF-1.7\n/Title (x)')],
  ['a workbook without properties', named('a.xlsx', ...workbookOf('<x/>', 'xl/workbook.xml'))],
  [
    'a workbook with other properties',
    named('a.xlsx', ...workbookOf('<property name="Other"><vt:lpwstr>x</vt:lpwstr>')),
  ],
  ['no archive at all', named('a.xlsx', 'PK nothing of the kind')],
  ['an empty file', named('a.xlsx')],
  ['an archive that was cut', named('a.xlsx', ...workbookOf(properties(markOfView(view))).slice(2))],
  ['a mark that was cut', named('a.xlsx', ...workbookOf(properties(markOfView(view).slice(0, 1))))],
  ['a mark of no view', named('a.pdf', `/ThroughlineView (${encodeURIComponent('{"screen":"../../x","params":""}')})`)],
  [
    'a mark with more than a view',
    named('a.pdf', `/ThroughlineView (${encodeURIComponent(JSON.stringify({ ...view, run: 1 }))})`),
  ],
])('%s opens nothing', async (_, file) => {
  expect(await viewInFile(file)).toBeNull();
});
