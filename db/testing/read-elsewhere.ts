/**
 * Reads report files by what did not write them: by the import of the project in any case, and by LibreOffice and Poppler where they are
 * installed.
 */
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { basename, delimiter, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import papa from 'papaparse';
import { sheetAsText } from '../import/file/sheet-text.ts';

const isInstalled = (program: string) =>
  (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, program)));

/** Whether `pdftotext` is there. */
export const hasPoppler = isInstalled('pdftotext');

/** Whether `soffice` is there. */
export const hasLibreOffice = isInstalled('soffice');

/** The rows of a sheet as the import reads them: numbers with a point, days as YYYY-MM-DD. */
export async function sheetRows(path: string, sheet: string): Promise<string[][]> {
  let text = '';
  for await (const piece of sheetAsText(path, sheet, () => {})) text += piece.toString('utf8');
  return papa.parse<string[]>(text.trimEnd(), { delimiter: ',' }).data;
}

/** The text of each page as Poppler lays it out. */
export function pagesByPoppler(path: string): string[] {
  return execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).split('\f').slice(0, -1);
}

/** Comma, quote, UTF-8, from the first line; then values as they are held rather than shown, and every sheet. */
const CSV_OF_SHEETS = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1';

/** The rows of each sheet of workbooks as LibreOffice reads them, by 'workbook/sheet'; `scratch` is a folder for what it writes. */
export function sheetsByLibreOffice(paths: readonly string[], scratch: string): Map<string, string[][]> {
  const out = join(scratch, 'by-libreoffice');
  mkdirSync(out, { recursive: true });
  const profile = `-env:UserInstallation=${pathToFileURL(join(scratch, 'libreoffice-profile'))}`;
  execFileSync('soffice', [profile, '--headless', '--convert-to', CSV_OF_SHEETS, '--outdir', out, ...paths], {
    stdio: 'pipe',
  });
  return new Map(
    readdirSync(out).map((file): [string, string[][]] => {
      const workbook = paths.map((path) => basename(path, '.xlsx')).find((name) => file.startsWith(`${name}-`)) ?? '';
      const sheet = file.slice(workbook.length + 1, -'.csv'.length);
      const { data } = papa.parse<string[]>(readFileSync(join(out, file), 'utf8').trimEnd(), { delimiter: ',' });
      return [`${workbook}/${sheet}`, data];
    }),
  );
}
