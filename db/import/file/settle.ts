import { type FileFormat, formatFacts, plainDialect, type TextDialect } from '../../../shared/import/formats.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { assertReadableFile, type TextReading } from '../rows/read-text.ts';
import { openPlace } from './place.ts';
import { formatOf } from './utf8.ts';

/** What a file is. Throws FILE_UNREADABLE or FILE_NOT_TABULAR in words. */
export async function formatOfFile(path: string, reading: TextReading): Promise<FileFormat> {
  await assertReadableFile(path);
  const place = await openPlace(path, reading.part);
  try {
    return await formatOf(place, reading.encoding);
  } finally {
    place.release();
  }
}

/** What of a profile the file itself decides. */
export type Settled = Pick<ImportProfile, 'format' | 'headerLine' | keyof TextDialect>;

/**
 * A reading as the file allows it: a profile made for CSV reads a workbook or JSON of the same columns as well. What is no
 * delimited text by itself has become one in the plain dialect, and names of its format stand before its first line.
 */
export async function settleReading<Reading extends TextReading & Partial<Settled>>(
  path: string,
  reading: Reading,
): Promise<Reading & Settled> {
  const format = await formatOfFile(path, reading);
  const dialect: TextDialect = format === 'csv' ? { ...plainDialect, ...given(reading) } : plainDialect;
  const headerLine = formatFacts[format].isNamed ? 0 : Math.max(1, reading.headerLine ?? 1);
  return { ...reading, ...dialect, format, headerLine };
}

function given({ delimiter, quote, escaping }: Partial<TextDialect>): Partial<TextDialect> {
  return {
    ...(delimiter !== undefined && { delimiter }),
    ...(quote !== undefined && { quote }),
    ...(escaping !== undefined && { escaping }),
  };
}
