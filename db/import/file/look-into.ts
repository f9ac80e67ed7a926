import { basename } from 'node:path';
import type { FileChoice } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { assertReadableFile, type TextReading } from '../read-text.ts';
import { containerOf, contentsOf, filesInZip } from './contents.ts';
import { detectEncoding } from './encoding.ts';
import { sheetNames } from './workbook.ts';

/** What a file says of itself, before any of it is taken for a table. */
export interface FileFacts extends Required<Pick<TextReading, 'encoding'>>, Pick<TextReading, 'part'> {
  parts: string[];
  isEncodingGuessed: boolean;
}

/** Finds out how the text of a file is written and where it lies; what a person chose holds. */
export async function lookIntoFile(path: string, choice: FileChoice): Promise<FileFacts> {
  await assertReadableFile(path);
  const container = await containerOf(path);
  if (container === 'workbook') {
    const parts = await sheetNames(path);
    return { ...choosePart(path, parts, choice.part), encoding: 'utf-8', isEncodingGuessed: false };
  }
  const parts = container === 'zip' ? await filesInZip(path) : [];
  const chosen = choosePart(path, parts, choice.part);
  if (choice.encoding !== undefined) return { ...chosen, encoding: choice.encoding, isEncodingGuessed: false };
  const found = await detectEncoding(contentsOf(path, container, chosen.part));
  if (found === null) {
    throw new AppError(
      'FILE_NOT_TABULAR',
      `'${chosen.part ?? basename(path)}' is not a text file: it holds binary data. Export it as CSV and import that.`,
    );
  }
  return { ...chosen, encoding: found.encoding, isEncodingGuessed: !found.isSure };
}

function choosePart(path: string, parts: string[], wanted: string | undefined): { part?: string; parts: string[] } {
  if (wanted !== undefined && !parts.includes(wanted)) {
    throw new AppError('FILE_NOT_TABULAR', `'${basename(path)}' holds no '${wanted}'. Choose another of its tables.`);
  }
  if (parts.length < 2) return { parts: [] };
  return { parts, part: wanted ?? (parts[0] as string) };
}
