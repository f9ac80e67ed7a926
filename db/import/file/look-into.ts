import { basename } from 'node:path';
import type { Encoding } from '../../../shared/import/encodings.ts';
import type { FileFormat } from '../../../shared/import/formats.ts';
import type { FileChoice } from '../../../shared/import/profile.ts';
import type { Confidence, FilePart, Finding, FindingReason, Recognition } from '../../../shared/import/recognition.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { assertReadableFile, type TextReading } from '../read-text.ts';
import { type Container, containerOf, contentsOf, filesInZip, type TextContainer } from './contents.ts';
import { type DetectedEncoding, detectEncoding } from './encoding.ts';
import { finding } from './finding.ts';
import type { TextFormat } from './format-of-text.ts';
import { formatOf, isText } from './utf8.ts';
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
  const container = await containerOf(path);
  const parts = await partsOf(path, container);
  const chosen = choosePart(path, parts, choice.part);
  if (!isText(container)) {
    const findings = { format: finding('sure', 'signature'), encoding: finding('sure', 'byFormat') };
    return { ...chosen, format: container, encoding: 'utf-8', isEncodingGuessed: false, findings };
  }
  const { encoding, finding: encodingFinding } = await encodingOf(path, container, chosen.part, choice);
  const format = await formatOf(path, container, { part: chosen.part, encoding });
  const isEncodingGuessed = encodingFinding.confidence === 'guess';
  const findings = {
    format: finding('sure', formatReasons[format]),
    encoding: encodingFinding,
  };
  return { ...chosen, format, encoding, isEncodingGuessed, findings };
}

const formatReasons: Record<TextFormat, FindingReason> = {
  csv: 'plainText',
  html: 'page',
  json: 'braces',
  'json-lines': 'braces',
};

async function partsOf(path: string, container: Container): Promise<FilePart[]> {
  switch (container) {
    case 'workbook':
      return sheetParts(path);
    case 'sqlite':
      return (await import('./database-text.ts')).tableParts(path);
    case 'zip':
      return (await filesInZip(path)).map((name) => ({ name, kind: 'file' as const }));
    default:
      return [];
  }
}

const howSure: Record<DetectedEncoding['how'], Confidence> = {
  mark: 'sure',
  zeros: 'sure',
  plainLetters: 'sure',
  allUtf8: 'sure',
  startUtf8: 'sure', // bytes that are not end the import in words
  bytesOfMany: 'guess',
};

async function encodingOf(
  path: string,
  container: TextContainer,
  part: string | undefined,
  choice: FileChoice,
): Promise<{ encoding: Encoding; finding: Finding }> {
  if (choice.encoding !== undefined) return { encoding: choice.encoding, finding: finding('sure', 'chosen') };
  const found = await detectEncoding(contentsOf(path, container, part));
  if (found !== null) return { encoding: found.encoding, finding: finding(howSure[found.how], found.how) };
  throw new AppError(
    'FILE_NOT_TABULAR',
    `'${part ?? basename(path)}' is not a text file: it holds binary data. Export it as CSV and import that.`,
  );
}

function choosePart(path: string, parts: FilePart[], wanted: string | undefined): { part?: string; parts: FilePart[] } {
  if (wanted !== undefined && !parts.some(({ name }) => name === wanted)) {
    throw new AppError('FILE_NOT_TABULAR', `'${basename(path)}' holds no '${wanted}'. Choose another of its tables.`);
  }
  if (parts.length < 2) return { parts: [] };
  return { parts, part: wanted ?? parts[0]?.name };
}
