import { basename } from 'node:path';
import type { Preview } from '../../shared/contract/schemas.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { type RecordField, recordFieldNames } from '../../shared/domain/fields.ts';
import { type FileFormat, formatFacts, plainDialect, type TextDialect } from '../../shared/import/formats.ts';
import type { FileChoice, ImportProfile } from '../../shared/import/profile.ts';
import type { FilePart, Recognition } from '../../shared/import/recognition.ts';
import type { SecondFileFacts, ShapeFinding } from '../../shared/import/shape.ts';
import { mapRows } from './derive/map-rows.ts';
import { sniffDialect } from './file/dialect.ts';
import { finding } from './file/finding.ts';
import { refuseFixedWidth } from './file/fixed-width.ts';
import { lookIntoFile } from './file/look-into.ts';
import { columnFindings, delimiterFinding, headerFinding, quoteFinding } from './file/recognise.ts';
import { settleReading } from './file/settle.ts';
import { headerFingerprint } from './guess/guess-profile.ts';
import { type SniffedColumns, sniffColumns } from './guess/sniff.ts';
import { findAmbiguities } from './questions/ambiguities.ts';
import { assertHeader, columnNames } from './rows/columns.ts';
import type { MappedRow } from './rows/map-row.ts';
import { readCsvRows } from './rows/read-rows.ts';
import { readText, type TextReading } from './rows/read-text.ts';
import type { CsvRow, RecordDraft } from './rows/record-draft.ts';
import { guessTable, secondFacts } from './shape/guess-table.ts';
import { addNotes, notesOf } from './shape/note-tally.ts';
import { headingsOf, headOf } from './shape/read-head.ts';
import type { SecondFile } from './shape/second-file.ts';
import { shapeRows } from './shape/shape-rows.ts';
import { createShaper, isOfTable, type ShapedRow, type TableHead } from './shape/shaper.ts';

const ROWS_SHOWN = 50;
const ROWS_LOOKED_AT = 1_000;
const SAMPLE_CHARACTERS = 512 * 1024;

export interface InspectedFile {
  /** Names of the columns, as profiles call them. */
  header: string[];
  /** The key under which a profile for such files is remembered. */
  fingerprint: string;
  profile: ImportProfile;
  /** What of its shape was recognised by itself. */
  findings: ShapeFinding[];
  /** What the second file holds, where one was chosen. */
  second: SecondFileFacts | null;
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
export async function inspectFile(
  path: string,
  choice: FileChoice = {},
  second?: SecondFile,
  fileName = basename(path),
): Promise<InspectedFile> {
  const { parts, isEncodingGuessed, findings: fileFindings, ...found } = await lookIntoFile(path, choice);
  const { dialect, ...dialectFindings } = await dialectOf(path, found, choice);
  const { delimiter } = dialect;
  const { isNamed } = formatFacts[found.format];
  const headerLine = isNamed ? 0 : choice.headerLine;
  const reading = { ...found, ...dialect };
  const top = await readTop(path, { ...reading, headerLine });
  const file = { path, name: fileName };
  const { profile, findings, head } = await guessTable(top.rows, reading, { ...choice, headerLine }, file, second);
  const rows = top.rows.filter(({ line }) => line >= profile.headerLine);
  const { ownColumns, header } = createShaper(profile, head);
  const table = { head, rows, isWhole: top.isWhole, fileName };
  const { preview, cells, sniffed } = await previewRows(profile, table, second);
  const isLineChosen = choice.headerLine !== undefined;
  const headerFound = isNamed ? finding('sure', 'byFormat') : headerFinding(top.rows, sniffed, isLineChosen);
  const columns = columnFindings(header.cells, cells, sniffed, profile.nulls);
  return {
    parts,
    isEncodingGuessed,
    recognised: { ...fileFindings, ...dialectFindings, headerLine: headerFound, columns },
    header: header.cells,
    fingerprint: headerFingerprint(headingsOf(head, profile, ownColumns), delimiter),
    profile,
    findings,
    second: second ? await secondFacts(second, profile) : null,
    preview,
  };
}

/** What the first rows of a file become by a profile. Throws as inspectFile does, and INVALID_PROFILE. */
export async function previewFile(
  path: string,
  given: ImportProfile,
  second?: SecondFile,
  fileName = basename(path),
): Promise<Preview> {
  const profile = await settleReading(path, given);
  const { rows: all, isWhole } = await readTop(path, profile);
  const rows = all.filter(({ line }) => line >= profile.headerLine);
  return (await previewRows(profile, { head: headOf(all, profile), rows, isWhole, fileName }, second)).preview;
}

interface TopOfTable {
  head: TableHead;
  /** Rows from the headings on. */
  rows: readonly CsvRow[];
  isWhole: boolean;
  fileName: string;
}

async function previewRows(
  profile: ImportProfile,
  { head, rows, isWhole, fileName }: TopOfTable,
  second: SecondFile | undefined,
): Promise<{ preview: Preview; cells: string[][]; sniffed: SniffedColumns }> {
  const { shaper, shaped, merged } = await shapeRows(profile, head, rows, second);
  assertHeader(shaper.header, profile.delimiter);
  const names = columnNames(shaper.header.cells);
  const mapped = mapRows(profile, shaper.header, shaped, fileName);
  const cells = shaped.filter(isOfTable).map((row) => row.cells);
  const sniffed = sniffColumns(names, cells, profile.delimiter);
  const accepted = mapped.filter((row) => row?.draft !== undefined).length;
  const notes: Preview['notes'] = {};
  addNotes(notes, shaped.flatMap(notesOf));
  const preview: Preview = {
    columns: sniffed.columns.map(({ name, samples, kind }) => ({ name, samples, kind })),
    rows: shaped.slice(0, ROWS_SHOWN).map((row, index) => previewRow(row, mapped[index] ?? null)),
    accepted,
    rejected: mapped.filter((row) => row?.rejection !== undefined).length,
    notes,
    fileColumns: shaper.fileColumns,
    isWhole,
    ambiguities: findAmbiguities(profile, names, cells, sniffed, fileName, merged),
  };
  return { preview, cells, sniffed };
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
  if (choice.delimiter === undefined) refuseFixedWidth(sample, guess.chosen, path);
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

/** The first rows of a table, with the last of those above it. */
async function readTop(
  path: string,
  reading: TextReading & Partial<TextDialect> & { headerLine?: number | undefined },
): Promise<{ rows: CsvRow[]; isWhole: boolean }> {
  const { headerLine = 1 } = reading;
  const above: CsvRow[] = [];
  const rows: CsvRow[] = [];
  for await (const batch of readCsvRows(path, { ...reading, headerLine: 1 })) {
    for (const row of batch) {
      if (row.line < headerLine) above.push(row);
      else if (rows.length <= ROWS_LOOKED_AT) rows.push(row);
      else return { rows: [...above, ...rows], isWhole: false };
    }
  }
  return { rows: [...above, ...rows], isWhole: true };
}

function previewRow(row: ShapedRow, mapped: MappedRow | null): Preview['rows'][number] {
  return {
    line: row.line,
    cells: row.cells,
    record: mapped?.draft ? shownRecord(mapped.draft) : null,
    reason: mapped?.rejection?.reason ?? null,
    skipped: row.skipped ?? null,
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
