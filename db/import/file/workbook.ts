/**
 * What a workbook (.xlsx, ECMA-376) says of its sheets: their names and files, its texts, and which number formats are dates.
 * Everything is read as a stream, as tables of styles and texts can be larger than what the sheets hold.
 */
import { basename, posix } from 'node:path';
import type { Entry, ZipFile } from 'yauzl';
import type { FilePart } from '../../../shared/import/recognition.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { openEntry, WORKBOOK, withZip } from './contents.ts';
import { type DateKind, dateKindOfFormat, isBuiltInDate } from './number-formats.ts';
import { TextTable } from './text-table.ts';
import { TextLimits } from './workbook-limits.ts';
import { parseXml, type XmlHandlers } from './xml.ts';

export interface Sheet {
  name: string;
  /** Hidden from whoever opens the workbook. */
  isHidden: boolean;
  /** Its file in the archive. */
  file: string;
}

export interface Workbook {
  sheets: Sheet[];
  /** Days are counted from 1904, as workbooks from old Macs do. */
  from1904: boolean;
}

async function parseWhole(zip: ZipFile, entry: Entry | undefined, handlers: XmlHandlers): Promise<void> {
  if (!entry) return;
  for await (const _ of parseXml(await openEntry(zip, entry), handlers));
}

/** The files of an open archive by their names. */
export async function entriesByName(zip: ZipFile): Promise<Map<string, Entry>> {
  const entries = new Map<string, Entry>();
  for await (const entry of zip.eachEntry()) entries.set(entry.fileName, entry);
  return entries;
}

/** The sheets of a workbook in the order of its tabs; charts and macros are no sheets. */
export async function readWorkbook(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<Workbook> {
  const files = new Map<string, string>();
  await parseWhole(zip, entries.get('xl/_rels/workbook.xml.rels'), {
    open(name, { Id = '', Target = '', Type = '' }) {
      if (name === 'Relationship' && Type.endsWith('/worksheet'))
        files.set(Id, posix.join('xl', Target).replace(/^xl\/xl\//, 'xl/'));
    },
  });
  const workbook: Workbook = { sheets: [], from1904: false };
  await parseWhole(zip, entries.get(WORKBOOK), {
    open(name, attributes) {
      if (name === 'workbookPr') workbook.from1904 = isTrue(attributes.date1904);
      if (name !== 'sheet') return;
      const file = files.get(attributes['r:id'] ?? '');
      if (file)
        workbook.sheets.push({
          name: attributes.name ?? '',
          isHidden: Boolean(attributes.state && attributes.state !== 'visible'),
          file,
        });
    },
  });
  return workbook;
}

function isTrue(value: string | undefined): boolean {
  return value === '1' || value === 'true';
}

/** A workbook's sheets, those that are shown first. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function sheetParts(path: string): Promise<FilePart[]> {
  const { sheets } = await withZip(path, async (zip) => readWorkbook(zip, await entriesByName(zip)));
  if (sheets.length === 0) {
    throw new AppError('FILE_NOT_TABULAR', `The workbook '${basename(path)}' holds no sheets with cells.`);
  }
  const shown = sheets.filter(({ isHidden }) => !isHidden).map(({ name }) => ({ name, kind: 'sheet' as const }));
  const hidden = sheets.filter(({ isHidden }) => isHidden).map(({ name }) => ({ name, kind: 'hiddenSheet' as const }));
  return [...shown, ...hidden];
}

/** The texts that cells share, in order; what tells how a text is pronounced is left out. */
export async function readSharedTexts(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<TextTable> {
  const texts = new TextTable();
  const limits = new TextLimits();
  let current = '';
  let isText = false;
  let phonetic = 0;
  await parseWhole(zip, entries.get('xl/sharedStrings.xml'), {
    open(name) {
      if (name === 'si') current = '';
      else if (name === 'rPh') phonetic += 1;
      else if (name === 't') isText = phonetic === 0;
    },
    text(text) {
      if (isText) current += text;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') phonetic -= 1;
      else if (name === 'si') {
        limits.add(current);
        texts.add(current);
      }
    },
  });
  return texts;
}

/** For each style of a cell whether it shows a date, a time or both; null for a plain number. */
export async function readDateStyles(zip: ZipFile, entries: ReadonlyMap<string, Entry>): Promise<(DateKind | null)[]> {
  const formats = new Map<number, DateKind | null>();
  const styles: (DateKind | null)[] = [];
  let isCellFormats = false;
  await parseWhole(zip, entries.get('xl/styles.xml'), {
    open(name, attributes) {
      if (name === 'numFmt') formats.set(Number(attributes.numFmtId), dateKindOfFormat(attributes.formatCode ?? ''));
      else if (name === 'cellXfs') isCellFormats = true;
      else if (name === 'xf' && isCellFormats) {
        const id = Number(attributes.numFmtId ?? 0);
        styles.push(formats.get(id) ?? isBuiltInDate(id));
      }
    },
    close(name) {
      if (name === 'cellXfs') isCellFormats = false;
    },
  });
  return styles;
}
