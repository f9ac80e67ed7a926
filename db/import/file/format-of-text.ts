/** What a text is: delimited rows, JSON or a page of tables. It tells by how it begins. */
import { basename } from 'node:path';
import type { FileFormat } from '../../../shared/import/formats.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { flatObject, JsonTrouble } from './flat-json.ts';

export type TextFormat = Extract<FileFormat, 'csv' | 'html' | 'json' | 'json-lines'>;

const LINES_TRIED = 5;
const LIST = /^\[\s*[[{\]]/;
const PAGE = /<(?:!doctype html|html|head|body|table|meta)\b/i;

/** The format of a text that begins like this. Throws FILE_NOT_TABULAR in words for XML, which holds no table of rows. */
export function formatOfText(beginning: string, path: string): TextFormat {
  const start = beginning.trimStart();
  if (start.startsWith('{')) return hasObjectInALine(start) ? 'json-lines' : 'json';
  if (LIST.test(start)) return 'json';
  if (!start.startsWith('<')) return 'csv';
  if (/<\?xml\b/i.test(start) && !/<html\b/i.test(start)) throw isXml(start, path);
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

function isXml(text: string, path: string): AppError {
  const isWorkbook = text.includes('urn:schemas-microsoft-com:office:spreadsheet');
  return new AppError(
    'FILE_NOT_TABULAR',
    isWorkbook
      ? `'${basename(path)}' is a workbook written as XML. Open it and save it as .xlsx, then import that.`
      : `'${basename(path)}' is an XML document, not a table. Export it as CSV, or as .xlsx, and import that.`,
  );
}
