/** What a text is: delimited rows, JSON, a page of tables or a workbook as XML. It tells by how it begins. */
import { basename } from 'node:path';
import type { FileFormat } from '../../../shared/import/formats.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { flatObject, JsonTrouble } from './flat-json.ts';

export type TextFormat = Extract<FileFormat, 'csv' | 'html' | 'json' | 'json-lines' | 'xml-workbook'>;

const LINES_TRIED = 5;
const LIST = /^\[\s*[[{\]]/;
const XML_WORKBOOK = /<(?:[a-z]+:)?Workbook\b[^>]*urn:schemas-microsoft-com:office:spreadsheet/;
const WEB_ARCHIVE = /^MIME-Version:/i;
const PAGE = /<(?:!doctype html|html|head|body|table|meta)\b/i;

/** The format of a text that begins like this. Throws FILE_NOT_TABULAR in words for other XML, and for a web archive. */
export function formatOfText(beginning: string, path: string): TextFormat {
  const start = beginning.trimStart();
  if (start.startsWith('{')) return hasObjectInALine(start) ? 'json-lines' : 'json';
  if (LIST.test(start)) return 'json';
  if (WEB_ARCHIVE.test(start))
    throw notTabular(path, 'is a web archive (MHTML)', 'Open it in a spreadsheet program, save it as .xlsx');
  if (!start.startsWith('<')) return 'csv';
  if (XML_WORKBOOK.test(start)) return 'xml-workbook';
  if (/<\?xml\b/i.test(start) && !/<html\b/i.test(start)) {
    throw notTabular(path, 'is an XML document, not a table', 'Export it as CSV, or as .xlsx');
  }
  return PAGE.test(start.slice(0, 4_096)) ? 'html' : 'csv';
}

function hasObjectInALine(text: string): boolean {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  return lines.slice(0, LINES_TRIED).some(isObject);
}

function isObject(line: string): boolean {
  try {
    return flatObject(line).size >= 0;
  } catch (error) {
    if (error instanceof JsonTrouble) return false;
    throw error;
  }
}

function notTabular(path: string, what: string, instead: string): AppError {
  return new AppError('FILE_NOT_TABULAR', `'${basename(path)}' ${what}. ${instead}, and import that.`);
}
