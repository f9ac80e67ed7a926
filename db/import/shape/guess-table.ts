/**
 * From the first rows of a file to a profile. What a person has said of its shape holds; the rest is guessed in steps that
 * need each other: its head and columns that are rows, then a mapping of the plain table that this makes, then by that the
 * rows that add up others.
 */
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import type { FileChoice, ImportProfile } from '../../../shared/import/profile.ts';
import { importProfileSchema } from '../../../shared/import/profile.ts';
import {
  type Join,
  joinSchema,
  type SecondFileFacts,
  type Shape,
  type ShapeFinding,
} from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { guessProfile } from '../guess/guess-profile.ts';
import { withUnitsOfRow } from '../guess/guess-readings.ts';
import { scaleOfHeading, scaleOfTitle } from '../headings/heading-amounts.ts';
import { withKinds } from '../questions/amount-kinds.ts';
import { withAlone } from '../questions/ask-alone.ts';
import { withoutDoubtful } from '../questions/doubtful-columns.ts';
import { withMadeInAll } from '../questions/made-in-all.ts';
import { withOpenTimes } from '../questions/open-times.ts';
import { withPieces } from '../questions/pieces.ts';
import { withScrapWithin } from '../questions/scrap-within.ts';
import { assertHeader, assertWidth, columnNames } from '../rows/columns.ts';
import type { TextReading } from '../rows/read-text.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { withReversals } from '../rows/reversals.ts';
import { withBlocksRead } from './blocks.ts';
import { withCodeNames } from './code-names.ts';
import { fitFields } from './fit-fields.ts';
import { guessBlocks } from './guess-blocks.ts';
import { guessJoin, readingOfSecondFile, readingsOfSecondFile } from './guess-join.ts';
import { withReasonMatrix, withReasonNames } from './guess-reasons.ts';
import { type GuessedShape, guessShape, guessTotals, skipFindings } from './guess-shape.ts';
import { headingCells } from './headings.ts';
import { withMergedColumns } from './merged-cells.ts';
import { headOf } from './read-head.ts';
import { columnsOfSecondFile, type SecondFile } from './second-file.ts';
import { shapeRows } from './shape-rows.ts';
import { createShaper, headRowsOf, isOfTable, type TableHead } from './shaper.ts';
import { totalLabel } from './total-words.ts';
import { unitsOf } from './units.ts';

export interface GuessedTable {
  profile: ImportProfile;
  findings: ShapeFinding[];
  head: TableHead;
}

/** Guesses from rows that begin with the first line of the file. Throws FILE_NOT_TABULAR and INVALID_PROFILE. */
export async function guessTable(
  all: readonly CsvRow[],
  reading: TextReading & { delimiter: string },
  choice: FileChoice,
  { path, name: fileName }: { path: string; name: string },
  second: SecondFile | undefined,
): Promise<GuessedTable> {
  for (const row of all) assertWidth(row, reading.delimiter);
  const guessed = choice.shape ? chosenShape(all, choice) : guessShape(all, choice.headerLine);
  const shapeFound = withUnits(guessed.shape, all, guessed.headerLine);
  const base = importProfileSchema.parse({
    ...reading,
    headerLine: guessed.headerLine,
    shape: shapeFound,
    fields: {},
  });
  const head = headOf(all, base);
  const rows = all.filter(({ line }) => line >= base.headerLine);
  const between = choice.shape ? { shape: shapeFound, findings: [] } : guessBlocks(base, head, rows);
  const shape = await withJoin({ ...base, shape: between.shape }, head, rows, second, choice.joinOn);
  const bare = { ...base, shape };
  const { shaper, shaped, merged } = await shapeRows(
    { ...bare, shape: { ...shape, totals: 'keep' } },
    head,
    rows,
    second,
  );
  assertHeader(shaper.header, base.delimiter);
  const records = withoutTotals(shaped.filter(isOfTable));
  const mapped = {
    ...guessProfile(shaper.header.cells, records, base.delimiter, fileName),
    ...reading,
    headerLine: base.headerLine,
    shape,
  };
  const names = columnNames(shaper.header.cells);
  const cells = records.map((row) => row.cells);
  const fitted = withReasonMatrix(fitFields(withAlone(mapped), guessed.labelField), names, cells, second?.name ?? '');
  const reasons = await withReasonNames(fitted, second);
  const coded = await withCodeNames(reasons.profile, { path, columns: names, rows: cells, second });
  const timed = withOpenTimes(withUnitsOfRow(coded.profile), names, cells, fileName);
  const table = { columns: names, rows: cells };
  const kept = withPieces(withKinds(withoutDoubtful(timed, names, cells), names, cells), names, cells);
  const counted = withScrapWithin(withMadeInAll(kept, table), table);
  const unmerged = withReversals(counted, names, cells);
  const data = rows.slice(headRowsOf(unmerged));
  const filled = withMergedColumns(unmerged, merged);
  const ofTitle = scaleSaidAbove(all, base.headerLine);
  const scaled = withScale(filled, ofTitle);
  const profile = choice.shape ? scaled : guessTotals(scaled, head, data);
  return {
    profile,
    head,
    findings: [
      ...guessed.findings,
      ...between.findings,
      ...reasons.findings,
      ...coded.findings,
      ...scaleFindings(profile, ofTitle),
      ...skipFindings(profile, head, rows),
    ],
  };
}

/** Rows that guesses go by: totals and what is carried from page to page have no date, or a label in its place. */
function withoutTotals<Row extends CsvRow>(rows: Row[]): Row[] {
  const others = rows.filter(({ cells }) => !cells.some((cell) => totalLabel(cell) === 'is'));
  return 2 * others.length >= rows.length ? others : rows;
}

/** The power of ten in which all of a table counts, as a line above it says; 0 where none does. */
function scaleSaidAbove(all: readonly CsvRow[], headerLine: number): number {
  const titles = all
    .filter(({ line }) => line < headerLine)
    .flatMap(({ cells }) => [...cells, cells.filter((cell) => cell.trim() !== '').join(' ')]);
  return titles.map(scaleOfTitle).find((scale) => scale > 0) ?? 0;
}

/** A guessed profile whose quantities count so, but those that say themselves in what they count. */
function withScale(profile: ImportProfile, scale: number): ImportProfile {
  if (scale === 0) return profile;
  const fields = Object.entries(profile.fields).map(([field, source]) => {
    const isQuantity = recordFields[field as RecordField].kind === 'quantity';
    const saysItself =
      !('column' in source) ||
      source.scale !== undefined ||
      readingOfColumn(profile.columns, source.column).unit !== undefined;
    return [field, isQuantity && !saysItself ? { ...source, scale } : source];
  });
  return { ...profile, fields: Object.fromEntries(fields) };
}

/** Columns that are multiplied, as their headings, or a title, say in what they count. */
function scaleFindings({ fields }: ImportProfile, ofTitle: number): ShapeFinding[] {
  return Object.values(fields).flatMap((source) => {
    if (!('column' in source) || !source.scale) return [];
    if (source.scale !== scaleOfHeading(source.column) && source.scale !== ofTitle) return [];
    const factor = (10 ** source.scale).toLocaleString('en');
    return [{ part: 'scale' as const, confidence: 'likely' as const, seen: { column: source.column, factor } }];
  });
}

function chosenShape(all: readonly CsvRow[], { shape, headerLine }: FileChoice): GuessedShape {
  const guessed = guessShape(all, headerLine);
  if (!shape) return guessed;
  const isSameWide = shape.unpivot?.name === guessed.shape.unpivot?.name;
  return {
    headerLine: headerLine ?? guessed.headerLine,
    shape,
    findings: guessed.findings.filter(({ part }) => part === 'unpivot' && shape.unpivot !== undefined && isSameWide),
    labelField: isSameWide ? guessed.labelField : null,
  };
}

/** A person says that there is a row of units; which they are it says itself. */
function withUnits(shape: Shape, all: readonly CsvRow[], headerLine: number): Shape {
  if (!shape.units) return shape;
  const rows = all.filter(({ line }) => line >= headerLine);
  const columns = columnNames(headingCells(rows, shape.headings));
  return { ...shape, units: unitsOf(columns, rows[shape.headings]?.cells ?? []) };
}

/** With a second file and no word of how the two belong together, that is guessed. */
async function withJoin(
  profile: ImportProfile,
  head: TableHead,
  rows: readonly CsvRow[],
  second: SecondFile | undefined,
  joinOn: FileChoice['joinOn'],
): Promise<ImportProfile['shape']> {
  const { shape } = profile;
  if (!second || shape.join) return shape;
  const alone = createShaper({ ...profile, shape: { ...shape, totals: 'keep' } }, head);
  const { fileColumns, headRows } = alone;
  const readings = await readingsOfSecondFile(second.path);
  if (joinOn) return { ...shape, join: await joinedOn(joinOn, fileColumns, second.path, readings) };
  const data = withBlocksRead(profile, head, alone.ownColumns, rows.slice(headRows));
  const join = await guessJoin(fileColumns, data, second.path, readings);
  if (join) return { ...shape, join };
  throw new AppError(
    'INVALID_PROFILE',
    `No column of the file holds what a column of ${second.name} holds, so that nothing tells which rows belong together. Choose another second file, or say which columns join them.`,
  );
}

/** In a file of several tables, the first that has the columns, and is not the very table that it is joined with. */
async function joinedOn(
  on: Join['on'],
  fileColumns: readonly string[],
  path: string,
  readings: readonly Join['reading'][],
): Promise<Join> {
  const keys = on.map(({ other }) => other);
  const tables = await Promise.all(
    readings.map(async (reading) => ({ reading, columns: await columnsOfSecondFile(path, reading) })),
  );
  const having = tables.filter(
    ({ columns }) =>
      keys.every((key) => columns.includes(key)) && columns.some((column) => !fileColumns.includes(column)),
  );
  const { reading, columns } = having[0] ?? (tables[0] as (typeof tables)[number]);
  return joinSchema.parse({ on, bring: columns.filter((column) => !keys.includes(column)), reading });
}

/** What a person can choose of the second file. */
export async function secondFacts(second: SecondFile, { shape }: ImportProfile): Promise<SecondFileFacts> {
  const reading = shape.join?.reading ?? (await readingOfSecondFile(second.path));
  return { fileName: second.name, columns: await columnsOfSecondFile(second.path, reading) };
}
