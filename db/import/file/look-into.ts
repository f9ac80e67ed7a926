import { basename } from 'node:path';
import type { Encoding } from '../../../shared/import/encodings.ts';
import type { FileFormat } from '../../../shared/import/formats.ts';
import type { FileChoice } from '../../../shared/import/profile.ts';
import type { Confidence, FilePart, Finding, FindingReason, Recognition } from '../../../shared/import/recognition.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { assertReadableFile, type TextReading } from '../rows/read-text.ts';
import { contentsOf } from './contents.ts';
import { type DetectedEncoding, detectEncoding } from './encoding.ts';
import { finding } from './finding.ts';
import { nameWithin, type OpenPlace, openPlace } from './place.ts';
import { formatOf, isTextPlace, type TextPlace, utf8Of } from './utf8.ts';
import { sheetParts } from './workbook.ts';

/** What a file says of itself, before any of it is taken for a table. */
export interface FileFacts extends Required<Pick<TextReading, 'encoding'>>, Pick<TextReading, 'part'> {
  format: FileFormat;
  parts: FilePart[];
  isEncodingGuessed: boolean;
  findings: Pick<Recognition, 'format' | 'encoding'>;
}

/** Finds out how the text of a file is written and where it lies; what a person chose holds. */
export async function lookIntoFile(path: string, choice: FileChoice): Promise<FileFacts> {
  await assertReadableFile(path);
  const place = await openPlace(path, choice.part);
  try {
    return await lookInto(path, place, choice);
  } finally {
    place.release();
  }
}

async function lookInto(path: string, place: OpenPlace, choice: FileChoice): Promise<FileFacts> {
  if (!isTextPlace(place)) {
    const findings = { format: finding('sure', 'signature'), encoding: finding('sure', 'byFormat') };
    const format = await formatOf(place, undefined);
    const parts = partsOf(path, place, await tablesAt(place), choice.part);
    return { ...parts, format, encoding: 'utf-8', isEncodingGuessed: false, findings };
  }
  const { encoding, finding: encodingFinding } = await encodingOf(place, choice);
  const format = await formatOf(place, encoding);
  const sheets = format === 'xml-workbook' ? await xmlSheets(place, encoding) : [];
  return {
    ...partsOf(path, place, sheets, choice.part),
    format,
    encoding,
    isEncodingGuessed: encodingFinding.confidence === 'guess',
    findings: { format: finding('sure', reasonOf(format)), encoding: encodingFinding },
  };
}

function reasonOf(format: FileFormat): FindingReason {
  if (format === 'html') return 'page';
  if (format === 'xml-workbook') return 'xmlWorkbook';
  return format.startsWith('json') ? 'braces' : 'plainText';
}

async function tablesAt({ path, container }: OpenPlace): Promise<FilePart[]> {
  if (container === 'workbook') return sheetParts(path);
  return container === 'sqlite' ? (await import('./database-text.ts')).tableParts(path) : [];
}

async function xmlSheets(place: TextPlace, encoding: Encoding): Promise<FilePart[]> {
  return (await import('./xml-workbook-text.ts')).xmlSheetParts(place.path, utf8Of(place, encoding));
}

const howSure: Record<DetectedEncoding['how'], Confidence> = {
  mark: 'sure',
  declared: 'sure', // bytes that are no letters of it end the import in words
  zeros: 'sure',
  plainLetters: 'sure',
  allUtf8: 'sure',
  startUtf8: 'sure', // bytes that are not end the import in words
  bytesOfMany: 'guess',
};

async function encodingOf(place: TextPlace, choice: FileChoice): Promise<{ encoding: Encoding; finding: Finding }> {
  if (choice.encoding !== undefined) return { encoding: choice.encoding, finding: finding('sure', 'chosen') };
  const { path, container, entry } = place;
  const found = await detectEncoding(contentsOf(path, container, entry));
  if (found !== null) return { encoding: found.encoding, finding: finding(howSure[found.how], found.how) };
  throw new AppError(
    'FILE_NOT_TABULAR',
    `'${entry ?? basename(path)}' is not a text file: it holds binary data. Export it as CSV and import that.`,
  );
}

/** What can be chosen of a file, and what is chosen; of an archive's files, that one shows its tables that is looked into. */
function partsOf(
  path: string,
  { entry, entries }: OpenPlace,
  tables: readonly FilePart[],
  wanted: string | undefined,
): { part?: string; parts: FilePart[] } {
  const isOneOfMany = entry !== undefined && entries.length > 1;
  const inside = tables.map((table) =>
    isOneOfMany ? { ...table, name: nameWithin(entry, table.name) } : { ...table },
  );
  const here: FilePart[] = inside.length > 1 || !isOneOfMany ? inside : [{ name: entry, kind: 'file' }];
  const parts = isOneOfMany
    ? entries.flatMap((name) => (name === entry ? here : [{ name, kind: 'file' as const }]))
    : here;
  const names = parts.map(({ name }) => name);
  const isNamed = wanted === undefined || wanted === entry || names.includes(wanted);
  if (!isNamed) {
    throw new AppError('FILE_NOT_TABULAR', `'${basename(path)}' holds no '${wanted}'. Choose another of its tables.`);
  }
  if (parts.length < 2) return { parts: [] };
  const part = wanted !== undefined && names.includes(wanted) ? wanted : here[0]?.name;
  return { parts, ...(part !== undefined && { part }) };
}
