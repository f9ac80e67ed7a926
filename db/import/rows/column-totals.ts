import type { ImportProfile } from '../../../shared/import/profile.ts';
import { compileNumberFormat } from '../numbers/number-format.ts';
import { headingCells } from '../shape/headings.ts';
import { openSecondFile, type SecondFile, type SecondTable } from '../shape/second-file.ts';
import type { RowJoiner } from '../shape/shaper.ts';
import { columnNames } from './columns.ts';
import { readCsvRows } from './read-rows.ts';
import type { TextReading } from './read-text.ts';
import type { CsvRow } from './record-draft.ts';

const MOST_DISTINCT = 1_000;

/** What a whole column adds up to: figures to compare with what the plant's own system prints. */
export interface ColumnTotal {
  name: string;
  /** Cells with a value. */
  filled: number;
  /** Cells that are empty or hold a text that means 'not recorded'. */
  blank: number;
  /** Cells that are numbers; the rest of the filled ones are text. */
  numeric: number;
  /** The exact sum of the numbers as a plain decimal; null when the column has none. */
  sum: string | null;
  /** The smallest and largest number as plain decimals, or text when the column has no number; null when blank. */
  min: string | null;
  max: string | null;
  /** Different values, counted up to 1,000. */
  distinct: number;
}

export type TotalsOptions = Pick<ImportProfile, 'delimiter' | 'decimalMark' | 'thousandsMark' | 'nulls'> &
  Partial<Pick<ImportProfile, 'headerLine' | 'shape'>> &
  TextReading;

export interface FileTotals {
  rows: number;
  columns: ColumnTotal[];
  /** With a second file: rows that find none in it, and those that find several that differ, or one that cannot be read. */
  joined?: { unmatched: number; refused: number };
}

/**
 * Adds up every column of a file in one streaming pass, exactly. `rows` counts all rows but those of headings and units, whatever
 * an import would make of them. Throws FILE_UNREADABLE or FILE_NOT_TABULAR.
 */
export async function columnTotals(path: string, options: TotalsOptions): Promise<FileTotals> {
  return await totalsOf(path, options, null);
}

/**
 * The same with the columns that a second file brings along, as far as rows find one in it. Throws as columnTotals does, and
 * INVALID_PROFILE naming a column by which it cannot be joined.
 */
export async function joinedTotals(path: string, profile: ImportProfile, second: SecondFile): Promise<FileTotals> {
  const { join } = profile.shape;
  if (!join) return await columnTotals(path, profile);
  const opened: SecondTable[] = [];
  const openJoin: OpenJoin = async (columns) => {
    const table = await openSecondFile(second, { profile, join, columns });
    opened.push(table);
    return { bring: join.bring, find: table.joinerFor(columns) };
  };
  try {
    return await totalsOf(path, profile, openJoin);
  } finally {
    for (const table of opened) table.close();
  }
}

type OpenJoin = (columns: readonly string[]) => Promise<{ bring: readonly string[]; find: RowJoiner }>;

async function totalsOf(path: string, options: TotalsOptions, openJoin: OpenJoin | null): Promise<FileTotals> {
  let table: TableSums | null = null;
  const headings = options.shape?.headings ?? 1;
  const headRows = headings + (options.shape?.units ? 1 : 0);
  const head: CsvRow[] = [];
  for await (const batch of readCsvRows(path, options)) {
    for (const row of batch) {
      if (head.length < headRows) head.push(row);
      if (table === null && (head.length === headRows || headRows === 0)) {
        const own = columnNames(headingCells(headRows === 0 ? [row] : head, headings));
        table = new TableSums(own, options, openJoin && (await openJoin(own)));
      }
      if (table !== null && !head.includes(row)) table.add(row.cells);
    }
  }
  return table?.totals() ?? { rows: 0, columns: [] };
}

/** The columns of a table, and those that a second one brings along. */
class TableSums {
  readonly #columns: ColumnSum[];
  readonly #brought: ColumnSum[];
  readonly #find: RowJoiner | null;
  readonly #joined = { unmatched: 0, refused: 0 };
  #rows = 0;

  constructor(own: readonly string[], options: TotalsOptions, join: Awaited<ReturnType<OpenJoin>> | null) {
    const sums = columnNames([...own, ...(join?.bring ?? [])]).map((name) => new ColumnSum(name, options));
    this.#columns = sums.slice(0, own.length);
    this.#brought = sums.slice(own.length);
    this.#find = join?.find ?? null;
  }

  add(cells: readonly string[]): void {
    this.#rows += 1;
    for (let at = 0; at < this.#columns.length; at += 1) this.#columns[at]?.add((cells[at] ?? '').trim());
    if (this.#find === null) return;
    const { cells: found, isUnmatched, problem } = this.#find(cells);
    if (isUnmatched) this.#joined.unmatched += 1;
    if (problem !== undefined) this.#joined.refused += 1;
    const brought = problem === undefined ? found : [];
    for (let at = 0; at < this.#brought.length; at += 1) this.#brought[at]?.add((brought[at] ?? '').trim());
  }

  totals(): FileTotals {
    const columns = [...this.#columns, ...this.#brought].map((column) => column.total());
    return { rows: this.#rows, columns, ...(this.#find && { joined: { ...this.#joined } }) };
  }
}

/** A decimal number as whole digits of a fraction: 12.5 is 125 with 1 decimal. */
interface Decimal {
  digits: bigint;
  decimals: number;
  plain: string;
}

class ColumnSum {
  readonly #name: string;
  readonly #nulls: ReadonlySet<string>;
  readonly #toPlain: (text: string) => string | null;
  readonly #distinct = new Set<string>();
  #filled = 0;
  #blank = 0;
  #numeric = 0;
  #sum: Decimal = { digits: 0n, decimals: 0, plain: '0' };
  #min: Decimal | null = null;
  #max: Decimal | null = null;
  #minText: string | null = null;
  #maxText: string | null = null;

  constructor(name: string, options: TotalsOptions) {
    this.#name = name;
    this.#nulls = new Set(options.nulls);
    this.#toPlain = compileNumberFormat(options);
  }

  add(text: string): void {
    if (text === '' || this.#nulls.has(text)) {
      this.#blank += 1;
      return;
    }
    this.#filled += 1;
    if (this.#distinct.size < MOST_DISTINCT) this.#distinct.add(text);
    const value = decimalOf(this.#toPlain(text));
    if (value === null) {
      if (this.#minText === null || text < this.#minText) this.#minText = text;
      if (this.#maxText === null || text > this.#maxText) this.#maxText = text;
      return;
    }
    this.#numeric += 1;
    this.#sum = plus(this.#sum, value);
    if (this.#min === null || isLess(value, this.#min)) this.#min = value;
    if (this.#max === null || isLess(this.#max, value)) this.#max = value;
  }

  total(): ColumnTotal {
    return {
      name: this.#name,
      filled: this.#filled,
      blank: this.#blank,
      numeric: this.#numeric,
      sum: this.#numeric === 0 ? null : textOf(this.#sum),
      min: this.#min?.plain ?? this.#minText,
      max: this.#max?.plain ?? this.#maxText,
      distinct: this.#distinct.size,
    };
  }
}

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,3}))?$/;

function decimalOf(plain: string | null): Decimal | null {
  const match = plain === null ? null : DECIMAL.exec(plain);
  if (!match || plain === null) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  if (whole === '' && fraction === '') return null;
  const magnitude = BigInt(whole + fraction);
  const decimals = fraction.length - Number(exponent);
  const digits = decimals < 0 ? magnitude * 10n ** BigInt(-decimals) : magnitude;
  const value = { digits: sign === '-' ? -digits : digits, decimals: Math.max(decimals, 0) };
  return { ...value, plain: textOf(value) };
}

function plus(a: Decimal, b: Decimal): Decimal {
  const [left, right, decimals] = aligned(a, b);
  return { digits: left + right, decimals, plain: '' };
}

function isLess(a: Decimal, b: Decimal): boolean {
  const [left, right] = aligned(a, b);
  return left < right;
}

function aligned(a: Decimal, b: Decimal): [bigint, bigint, number] {
  if (a.decimals === b.decimals) return [a.digits, b.digits, a.decimals];
  const decimals = Math.max(a.decimals, b.decimals);
  const scaled = (value: Decimal) => value.digits * 10n ** BigInt(decimals - value.decimals);
  return [scaled(a), scaled(b), decimals];
}

function textOf({ digits, decimals }: Pick<Decimal, 'digits' | 'decimals'>): string {
  const magnitude = String(digits < 0n ? -digits : digits).padStart(decimals + 1, '0');
  const whole = magnitude.slice(0, magnitude.length - decimals);
  const fraction = magnitude.slice(magnitude.length - decimals).replace(/0+$/, '');
  return `${digits < 0n ? '-' : ''}${whole}${fraction === '' ? '' : `.${fraction}`}`;
}
