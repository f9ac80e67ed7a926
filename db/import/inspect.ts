import type { Preview } from '../../shared/contract/schemas.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { type RecordField, recordFieldNames } from '../../shared/domain/fields.ts';
import { type FileFormat, formatFacts, plainDialect, type TextDialect } from '../../shared/import/formats.ts';
import type { FileChoice, ImportProfile } from '../../shared/import/profile.ts';
import type { FilePart, Recognition } from '../../shared/import/recognition.ts';
import { findAmbiguities } from './ambiguities.ts';
import { assertHeader, columnNames } from './columns.ts';
import { sniffDialect } from './file/dialect.ts';
import { finding } from './file/finding.ts';
import { refuseFixedWidth } from './file/fixed-width.ts';
import { lookIntoFile } from './file/look-into.ts';
import { columnFindings, delimiterFinding, headerFinding, quoteFinding } from './file/recognise.ts';
import { settleReading } from './file/settle.ts';
import { headerLineOf } from './find-header.ts';
import { guessProfile, headerFingerprint } from './guess-profile.ts';
import { createRowMapper, type MappedRow } from './map-row.ts';
import { readCsvRows } from './read-rows.ts';
import { readText, type TextReading } from './read-text.ts';
import type { CsvRow, RecordDraft } from './record-draft.ts';
import { sniffColumns } from './sniff.ts';

const ROWS_SHOWN = 50;
const ROWS_LOOKED_AT = 1_000;
const SAMPLE_CHARACTERS = 512 * 1024;

export interface InspectedFile {
  /** Names of the columns, as profiles call them. */
  header: string[];
  /** The key under which a profile for such files is remembered. */
  fingerprint: string;
  profile: ImportProfile;
  preview: Preview;
  /** Sheets of a workbook, tables of a database or files of an archive, one of which is read; empty where there is no choice. */
  parts: FilePart[];
  /** The encoding was guessed, and a person should look at the letters. */
  isEncodingGuessed: boolean;
  recognised: Recognition;
}

/**
 * Looks at a file: guesses how it is to be read and shows what its first rows become. Throws FILE_UNREADABLE or
 * FILE_NOT_TABULAR in words.
 */
export async function inspectFile(path: string, choice: FileChoice = {}): Promise<InspectedFile> {
  const { parts, isEncodingGuessed, findings, ...found } = await lookIntoFile(path, choice);
  const { dialect, ...dialectFindings } = await dialectOf(path, found, choice);
  const reading = { ...found, ...dialect };
  const all = await readRows(path, reading);
  const { delimiter } = dialect;
  const { isNamed } = formatFacts[found.format];
  const headerLine = isNamed ? 0 : (choice.headerLine ?? headerLineOf(all));
  const { header, rows } = headed(all, { delimiter, headerLine });
  const profile = { ...guessProfile(header.cells, rows, delimiter), ...reading, headerLine };
  const names = columnNames(header.cells);
  const cells = rows.map((row) => row.cells);
  const sniffed = sniffColumns(names, cells, delimiter);
  const isLineChosen = choice.headerLine !== undefined;
  const headerFound = isNamed ? finding('sure', 'byFormat') : headerFinding(all, sniffed, isLineChosen);
  const columns = columnFindings(names, cells, sniffed, profile.nulls);
  return {
    parts,
    isEncodingGuessed,
    recognised: { ...findings, ...dialectFindings, headerLine: headerFound, columns },
    header: names,
    fingerprint: headerFingerprint(header.cells, delimiter),
    profile,
    preview: previewRows(profile, header, rows),
  };
}

/** What the first rows of a file become by a profile. Throws as inspectFile does, and INVALID_PROFILE. */
export async function previewFile(path: string, given: ImportProfile): Promise<Preview> {
  const profile = await settleReading(path, given);
  const { header, rows } = headed(await readRows(path, profile), profile);
  return previewRows(profile, header, rows);
}

function previewRows(profile: ImportProfile, header: CsvRow, rows: readonly CsvRow[]): Preview {
  const names = columnNames(header.cells);
  const cells = rows.map((row) => row.cells);
  const sniffed = sniffColumns(names, cells, profile.delimiter);
  const map = createRowMapper(profile, header);
  const mapped = rows.map((row) => map(row));
  const accepted = mapped.filter((row) => row.draft !== undefined).length;
  return {
    columns: sniffed.columns.map(({ name, samples, kind }) => ({ name, samples, kind })),
    rows: rows.slice(0, ROWS_SHOWN).map((row, index) => previewRow(row, mapped[index])),
    accepted,
    rejected: mapped.length - accepted,
    ambiguities: findAmbiguities(profile, names, cells, sniffed),
  };
}

async function dialectOf(
  path: string,
  reading: TextReading & { format: FileFormat },
  choice: FileChoice,
): Promise<{ dialect: TextDialect } & Pick<Recognition, 'delimiter' | 'quote'>> {
  const isMade = finding('sure', 'byFormat');
  if (reading.format !== 'csv') return { dialect: plainDialect, delimiter: isMade, quote: isMade };
  const sample = await readSample(path, reading);
  const guess = sniffDialect(sample, choice);
  if (guess.chosen.cells < 2 && choice.delimiter === undefined) refuseFixedWidth(sample, path);
  const { delimiter, quote, escaping } = guess.chosen;
  return {
    dialect: { delimiter, quote, escaping },
    delimiter: delimiterFinding(guess, choice),
    quote: quoteFinding(guess, sample, choice),
  };
}

async function readSample(path: string, reading: TextReading): Promise<string> {
  let sample = '';
  for await (const text of readText(path, reading)) {
    sample += text;
    if (sample.length >= SAMPLE_CHARACTERS) break;
  }
  return sample;
}

async function readRows(path: string, reading: TextReading & Partial<TextDialect>): Promise<CsvRow[]> {
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, reading)) {
    for (const row of batch) if (rows.length <= ROWS_LOOKED_AT) rows.push(row);
    if (rows.length > ROWS_LOOKED_AT) break;
  }
  return rows;
}

/** The first rows as heading and rows below it. */
function headed(
  all: readonly CsvRow[],
  { delimiter, headerLine }: { delimiter: string; headerLine: number },
): { header: CsvRow; rows: CsvRow[] } {
  const [header = { line: headerLine, cells: [] }, ...rows] = all.filter(({ line }) => line >= headerLine);
  assertHeader(header, delimiter);
  return { header, rows };
}

function previewRow(row: CsvRow, mapped: MappedRow | undefined): Preview['rows'][number] {
  return {
    line: row.line,
    cells: row.cells,
    record: mapped?.draft ? shownRecord(mapped.draft) : null,
    reason: mapped?.rejection?.reason ?? null,
  };
}

/** The fields of a record as plain text: dates as YYYY-MM-DD, instants as YYYY-MM-DD HH:MM:SS, numbers in units. */
function shownRecord(draft: RecordDraft): NonNullable<Preview['rows'][number]['record']> {
  const shown: Partial<Record<RecordField, string>> = { productionDate: isoFromDay(draft.day) };
  for (const field of recordFieldNames) {
    if (field === 'productionDate' || field === 'defectReason' || field === 'downtimeReason') continue;
    const value = draft[field];
    if (value === null) continue;
    if (typeof value === 'string') shown[field] = value;
    else if (field === 'startedAt' || field === 'endedAt') shown[field] = shownInstant(value);
    else shown[field] = String(value / 1_000_000);
  }
  if (draft.defects.length > 0) shown.defectReason = shownReasons(draft.defects);
  if (draft.downtimes.length > 0) shown.downtimeReason = shownReasons(draft.downtimes);
  return shown;
}

function shownInstant(seconds: number): string {
  return new Date(seconds * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}

function shownReasons(reasons: RecordDraft['defects']): string {
  return reasons.map(({ reason, amount }) => `${reason}: ${amount / 1_000_000}`).join(', ');
}
