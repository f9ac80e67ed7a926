import { crc32, deflateRawSync } from 'node:zlib';

/** A zip archive of files by their names, as any program would write it. */
export function zipOf(files: Record<string, string | Buffer>): Buffer {
  const parts: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const plain = Buffer.from(content as string);
    const deflated = deflateRawSync(plain);
    const title = Buffer.from(name, 'utf8');
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0); // version that is needed
    facts.writeUInt16LE(0x0800, 2); // the name is UTF-8
    facts.writeUInt16LE(8, 4); // deflated
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(deflated.length, 14);
    facts.writeUInt32LE(plain.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const header = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), facts, title]);
    const tail = Buffer.alloc(14);
    tail.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02\x14\x00', 'latin1'), facts, tail, title]));
    parts.push(header, deflated);
    offset += header.length + deflated.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...parts, list, end]);
}

export interface TestSheet {
  name: string;
  /** Rows as XML of cells. */
  rows: string;
  state?: string;
}

/** A workbook with these sheets; `styles` are the format codes of cell styles 1 and on, 0 being a plain one. */
export function workbookOf(sheets: readonly TestSheet[], options?: WorkbookOptions): Buffer {
  return zipOf(workbookFiles(sheets, options));
}

export interface WorkbookOptions {
  texts?: string[];
  styles?: string[];
  from1904?: boolean;
}

/** The files that a workbook is an archive of, by their names. */
export function workbookFiles(
  sheets: readonly TestSheet[],
  { texts = [], styles = [], from1904 = false }: WorkbookOptions = {},
): Record<string, string> {
  const main = 'xmlns="urn:main"';
  const relations = 'urn:relations';
  return {
    '[Content_Types].xml': '<Types xmlns="urn:types"/>',
    ...Object.fromEntries(
      sheets.map(({ rows }, at) => [
        `xl/worksheets/sheet${at + 1}.xml`,
        `<worksheet ${main}><sheetData>${rows}</sheetData></worksheet>`,
      ]),
    ),
    'xl/_rels/workbook.xml.rels': `<Relationships xmlns="urn:package">${sheets
      .map(
        (_, at) =>
          `<Relationship Id="r${at + 1}" Type="${relations}/worksheet" Target="worksheets/sheet${at + 1}.xml"/>`,
      )
      .join('')}</Relationships>`,
    'xl/workbook.xml': `<workbook ${main} xmlns:r="${relations}"><workbookPr${from1904 ? ' date1904="1"' : ''}/><sheets>${sheets
      .map(
        ({ name, state }, at) =>
          `<sheet name="${name}" sheetId="${at + 1}"${state ? ` state="${state}"` : ''} r:id="r${at + 1}"/>`,
      )
      .join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst ${main}>${texts.join('')}</sst>`,
    'xl/styles.xml': `<styleSheet ${main}><numFmts>${styles
      .map((code, at) => `<numFmt numFmtId="${164 + at}" formatCode="${code.replaceAll('"', '&quot;')}"/>`)
      .join('')}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/>${styles
      .map((_, at) => `<xf numFmtId="${164 + at}"/>`)
      .join('')}</cellXfs></styleSheet>`,
  };
}
