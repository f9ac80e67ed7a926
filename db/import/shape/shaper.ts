/**
 * Rows of a file become rows of a plain table: one heading a column, one record a row. Compiled from a profile and the head of
 * the file, in this order:
 * 1. rows of headings become one, and a row of units is compared with what the profile knows;
 * 2. merged cells count for the rows that they reach into, where the profile says so;
 * 3. what rows between say of those that follow becomes columns;
 * 4. repeats of them, numbers of pages and rows that add up others are left out, marked as such;
 * 5. columns of a second file are brought along;
 * 6. columns beside each other become rows below each other.
 * All but the fifth is pure. Where nothing of it is asked for, rows pass as they are.
 */
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { SkipKind } from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { columnNames } from '../rows/columns.ts';
import { wrongCellCount } from '../rows/map-row.ts';
import type { CsvRow } from '../rows/record-draft.ts';
import { createBlockReader } from './blocks.ts';
import { columnsOfFields } from './columns-of-fields.ts';
import { headingCells } from './headings.ts';
import { createMergeFiller } from './merged-cells.ts';
import { createRepeatFinder } from './repeats.ts';
import { createTotalFinder } from './totals.ts';
import { assertUnits, shapedUnits, unitsOf } from './units.ts';
import { countedFields, createUnpivoter, repeatedAmounts } from './unpivot.ts';

/** The beginning of a file: what stands above the table, and the rows that the table begins with. */
export interface TableHead {
  preamble: readonly CsvRow[];
  /** Rows of headings and units; the first record where there are none. */
  rows: readonly CsvRow[];
}

export interface ShapedRow extends CsvRow {
  /** Why it is no record; such a row is left out. */
  skipped?: SkipKind;
  /** It found no row in the second file. */
  isUnmatched?: boolean;
  /** Merged cells reach into it, of which the profile does not say what they mean for it. */
  isMergeUnsaid?: boolean;
  /** No row above says what this one has in common with others, as rows between do further on. */
  isUnnamed?: boolean;
}

/** Whether the cells of a row stand below the headings of the table: not of one left out, nor of a line as it is in its file. */
export function isOfTable({ skipped, below }: ShapedRow): boolean {
  return !skipped && below === undefined;
}

/** Finds what the second file holds for a row of the first. */
export type RowJoiner = (cells: readonly string[]) => JoinedCells;

/** Cells to be added to a row, blank where nothing matched; with a `problem` they are the line of the second file that it is about. */
export interface JoinedCells {
  cells: readonly string[];
  isUnmatched?: boolean;
  isMergeUnsaid?: boolean;
  problem?: string;
}

export interface Shaper {
  /** The headings as everything behind sees them. */
  header: CsvRow;
  /** Columns as they stand in the file. */
  ownColumns: string[];
  /** These with what rows between say before them. */
  fileColumns: string[];
  /** Rows at the beginning of the table that are no data. */
  headRows: number;
  shape(rows: readonly CsvRow[]): ShapedRow[];
  /**
   * Whether a line may be read the quick way: no row is changed then, and one that is left out is either not read as a
   * record that way (it lacks a date or a figure), or holds a name that is never learned, being a word for a total.
   */
  isPlain: boolean;
}

/** How many rows of the table, from its headings on, are no data. */
export function headRowsOf({ shape }: ImportProfile): number {
  return shape.headings + (shape.units ? 1 : 0);
}

/**
 * Compiles what a profile says of a file's shape; `openJoin` gives what looks up the second file, for the columns of the first.
 * Without it, as before that file is chosen, its columns are blank. Throws INVALID_PROFILE.
 */
export function createShaper(
  profile: ImportProfile,
  head: TableHead,
  openJoin: ((columns: readonly string[]) => RowJoiner) | null = null,
): Shaper {
  const { shape } = profile;
  const headRows = headRowsOf(profile);
  const top = head.rows.slice(0, headRows);
  const ownColumns = columnNames(headingCells(head.rows, shape.headings));
  const blocks = createBlockReader(profile, ownColumns, head.preamble);
  const fileColumns = blocks ? columnNames([...blocks.added, ...ownColumns]) : ownColumns;
  if (shape.units) checkUnits(profile, shape.units, unitsOf(ownColumns, head.rows[shape.headings]?.cells ?? []));
  const columns = columnNames([...fileColumns, ...(shape.join?.bring ?? [])]);
  const unpivoter = shape.unpivot ? createUnpivoter(shape.unpivot, columns, profile.nulls) : null;
  refuseRepeatedAmounts(profile);
  refuseAmountsOfBlocks(profile);
  const findRepeat = shape.repeats === 'skip' ? createRepeatFinder(head.preamble, top) : null;
  const findTotal = createTotalFinder(profile, fileColumns, blocks?.added.length ?? 0);
  const join = shape.join ? (openJoin?.(fileColumns) ?? blankJoin(shape.join.bring.length)) : null;

  const skipOf = (row: CsvRow): SkipKind | null => {
    if (blocks?.takesLabels(row)) return 'blockHeading';
    const repeat = findRepeat?.(row) ?? null;
    if (repeat !== null || row.problem !== undefined) return repeat;
    return blocks?.takesAlone(row) ? 'blockHeading' : null;
  };
  const isKept = join === null && unpivoter === null;
  /** The rows that a row is; its line as it stands in the file where it cannot be read as cells, or makes no row. */
  const made = (row: CsvRow): ShapedRow[] => {
    const problem = row.problem ?? wrongCellCount(row.cells, fileColumns.length);
    if (problem !== null && isKept) return [{ ...row, problem }];
    if (problem !== null) return [{ ...row, problem, below: 'file' }];
    const whole: ShapedRow = join ? joined(row, fileColumns.length, join) : row;
    if (unpivoter === null || whole.problem !== undefined) return [whole];
    const pieces = unpivoter.split(whole);
    if (pieces.length === 0) return [{ ...row, problem: unpivoter.nothing, below: 'file' }];
    const { isUnmatched, isMergeUnsaid } = whole;
    const noted = { ...(isUnmatched && { isUnmatched }), ...(isMergeUnsaid && { isMergeUnsaid }) };
    return pieces.map((piece, at) => (at === 0 ? { ...piece, ...noted } : piece));
  };
  const fill = createMergeFiller(profile, ownColumns);
  /** A row with what rows between say; of one that has not the cells of the file, its problem counts those. */
  const named = (row: CsvRow): { row: CsvRow; isUnnamed: boolean } => {
    if (blocks === null) return { row, isUnnamed: false };
    const problem = row.problem ?? wrongCellCount(row.cells, ownColumns.length);
    return blocks.fill(problem === null ? row : { ...row, problem });
  };
  return {
    header: { line: profile.headerLine, cells: unpivoter?.columns ?? columns, ...problemOf(top) },
    ownColumns,
    fileColumns,
    headRows,
    isPlain: isKept && blocks === null && shape.totals !== 'sums',
    shape(rows) {
      const shaped: ShapedRow[] = [];
      for (const given of rows) {
        const { row: own, isUnsaid } = fill(given);
        const isLeftOut = skipOf(own);
        const { row, isUnnamed } = named(own);
        const skipped = isLeftOut ?? (own.problem === undefined && findTotal?.(row.cells) ? 'total' : null);
        if (skipped !== null) shaped.push({ ...row, skipped });
        else if (isUnsaid || isUnnamed) shaped.push(...withNotes(made(row), { isUnsaid, isUnnamed }));
        else if (isKept) shaped.push(row);
        else shaped.push(...made(row));
      }
      return shaped;
    },
  };
}

/** What is to be told of a row is told once, however many it makes. */
function withNotes(
  [first, ...others]: readonly ShapedRow[],
  { isUnsaid, isUnnamed }: { isUnsaid: boolean; isUnnamed: boolean },
): ShapedRow[] {
  if (first === undefined) return [];
  return [{ ...first, ...(isUnsaid && { isMergeUnsaid: true }), ...(isUnnamed && { isUnnamed }) }, ...others];
}

function joined(row: CsvRow, width: number, join: RowJoiner): ShapedRow {
  const own = row.cells.slice(0, width);
  while (own.length < width) own.push('');
  const { cells, isUnmatched, isMergeUnsaid, problem } = join(own);
  return {
    ...row,
    cells: [...own, ...cells],
    ...(isUnmatched && { isUnmatched }),
    ...(isMergeUnsaid && { isMergeUnsaid }),
    ...(problem !== undefined && { problem, below: 'both' as const }),
  };
}

function blankJoin(width: number): RowJoiner {
  const cells = new Array<string>(width).fill('');
  return () => ({ cells });
}

function problemOf(head: readonly CsvRow[]): Pick<CsvRow, 'problem'> {
  const problem = head.find((row) => row.problem !== undefined)?.problem;
  return problem === undefined ? {} : { problem };
}

function checkUnits(profile: ImportProfile, expected: Record<string, string>, found: Record<string, string>): void {
  const fields = Object.keys(profile.fields) as (keyof ImportProfile['fields'])[];
  shapedUnits(profile.shape); // refuses columns of different units that would become one
  const groups = profile.shape.unpivot?.groups.flatMap((group) => group.columns) ?? [];
  const reasons = [...profile.defectColumns, ...profile.downtimeColumns].map(({ column }) => column);
  assertUnits(expected, found, new Set([...columnsOfFields(profile, fields), ...reasons, ...groups]));
}

function refuseAmountsOfBlocks(profile: ImportProfile): void {
  const columns = new Set(profile.shape.blocks?.map(({ column }) => column));
  const reasons = [...profile.defectColumns, ...profile.downtimeColumns].map(({ column }) => column);
  const read = [...columnsOfFields(profile, countedFields), ...reasons].find((column) => columns.has(column));
  if (read === undefined) return;
  throw new AppError(
    'INVALID_PROFILE',
    `A quantity is read from column '${read}', which a row says once for all the rows below it, and would be counted once for each. Nothing was imported: take quantities from columns of the rows themselves.`,
  );
}

function refuseRepeatedAmounts(profile: ImportProfile): void {
  const [first] = repeatedAmounts(profile);
  if (first === undefined) return;
  throw new AppError(
    'INVALID_PROFILE',
    `A quantity is read from column '${first}', which stands once in a row of which several records are made, and would be counted once for each. Nothing was imported: take quantities from ${profile.shape.unpivot?.values.map((name) => `'${name}'`).join(' or ')} only, or make no rows of the columns.`,
  );
}
