/**
 * Rows that add up others. One that is taken for a record counts everything twice, one that is left out and was a record is
 * lost, so that a row is left out only where it is certain:
 * 1. it is called a total and has no date, which every record has; or
 * 2. a name in it (its line, item, shift or site) is a word for a total and another is blank; or
 * 3. where the profile says so ('sums'), it is called a total or has no date, and each of its figures is what the rows
 *    before it add up to, since any of the totals before it or from the beginning on.
 * What only looks like one is left to be read as a record.
 */
import { recordFields } from '../../../shared/domain/fields.ts';
import { parseQuantity } from '../../../shared/domain/quantity.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { compileNumberFormat } from '../numbers/number-format.ts';
import { columnsOfFields } from './columns-of-fields.ts';
import { type TotalLabel, totalLabel } from './total-words.ts';

const subjects = ['site', 'line', 'shift', 'itemCode', 'itemName'] as const;
const dates = ['productionDate', 'startedAt'] as const;
/** Free texts and names of people, in which such a word says nothing of the row. */
const speechFields = ['operator', 'note', 'defectReason', 'downtimeReason'] as const;

/** True for a row that adds up others. Rows are to be shown in the order of the file, each once. */
export type TotalFinder = (cells: readonly string[]) => boolean;

/**
 * Finds the totals of a table with these columns, of which the first `said` are what rows between say and the others those of the
 * file itself; null where none are to be found.
 */
export function createTotalFinder(profile: ImportProfile, columns: readonly string[], said = 0): TotalFinder | null {
  if (profile.shape.totals === 'keep') return null;
  const places = (fields: readonly (keyof ImportProfile['fields'])[]) =>
    columnsOfFields(profile, fields).flatMap((name) => (columns.includes(name) ? [columns.indexOf(name)] : []));
  const isCalledTotal = compileLabels({
    dates: places(dates),
    subjects: places(subjects),
    others: places(['lotNumber', 'orderNumber']),
    speech: new Set(places(speechFields)),
    said,
    nulls: new Set(profile.nulls),
    asksFigures: profile.shape.totals === 'sums',
  });
  if (profile.shape.totals === 'words') return (cells) => isCalledTotal(cells) === 'surely';
  const sums = new RunningSums(profile, amountPlaces(profile, columns));
  return (cells) => {
    const called = isCalledTotal(cells);
    const figures = sums.read(cells);
    const isTotal = called === 'surely' || (called !== 'no' && sums.areReached(figures));
    if (isTotal) sums.markTotal();
    else sums.add(figures);
    return isTotal;
  };
}

interface LabelPlaces {
  dates: readonly number[];
  subjects: readonly number[];
  others: readonly number[];
  speech: ReadonlySet<number>;
  /** What rows between say, to the left of the file's columns: of a row that is called a total it is not its own. */
  said: number;
  nulls: ReadonlySet<string>;
  /** What its figures tell is asked for as well. */
  asksFigures: boolean;
}

/** 'maybe' where only its figures can tell: it is called a total, or has no date. */
type CalledTotal = 'surely' | 'maybe' | 'no';

function compileLabels(places: LabelPlaces): (cells: readonly string[]) => CalledTotal {
  const { nulls, speech, asksFigures } = places;
  const isBlank = (cells: readonly string[], at: number) => {
    const text = (cells[at] ?? '').trim();
    return text === '' || nulls.has(text);
  };
  const ownOf = (cells: readonly string[]) => cells.map((cell, at) => (at < places.said ? '' : cell));
  // '2024-03-05 subtotal' is no date either.
  const lacks = (cells: readonly string[], at: number) => isBlank(cells, at) || totalLabel(cells[at] ?? '') !== null;
  return (row) => {
    const label = strongestLabel(row, speech, places.said);
    if (label === null && !asksFigures) return 'no';
    const cells = label === null || places.said === 0 ? row : ownOf(row);
    const hasNoDate = places.dates.length > 0 && places.dates.every((at) => lacks(cells, at));
    if (label === null) return hasNoDate ? 'maybe' : 'no';
    const named = places.subjects.filter((at) => totalLabel(cells[at] ?? '') === 'is');
    const blank = [...places.subjects, ...places.others].filter((at) => isBlank(cells, at));
    if (hasNoDate && (label === 'is' || blank.length > 0 || places.subjects.length < 2)) return 'surely';
    return named.length > 1 || (named.length === 1 && blank.length > 0) ? 'surely' : 'maybe';
  };
}

function strongestLabel(cells: readonly string[], speech: ReadonlySet<number>, from: number): TotalLabel {
  let label: TotalLabel = null;
  for (let at = from; at < cells.length; at += 1) {
    const found = speech.has(at) ? null : totalLabel(cells[at] ?? '');
    if (found === 'is') return 'is';
    label ??= found;
  }
  return label;
}

/** Columns whose numbers add up: those of quantities and minutes, also where they stand beside each other. */
function amountPlaces(profile: ImportProfile, columns: readonly string[]): number[] {
  const fields = Object.keys(recordFields).filter((field) => {
    const { kind } = recordFields[field as keyof typeof recordFields];
    return kind === 'quantity' || kind === 'minutes';
  }) as (keyof ImportProfile['fields'])[];
  const names = new Set([
    ...columnsOfFields(profile, fields),
    ...[...profile.defectColumns, ...profile.downtimeColumns].map(({ column }) => column),
    ...(profile.shape.unpivot?.groups.flatMap((group) => group.columns) ?? []),
  ]);
  return columns.flatMap((name, at) => (names.has(name) ? [at] : []));
}

const MOST_MARKS = 500;

/** What the rows so far add up to, exactly, and what that was at each of the totals before. */
class RunningSums {
  readonly #places: readonly number[];
  readonly #toPlain: (text: string) => string | null;
  #sums: bigint[];
  readonly #marks: bigint[][];

  constructor(profile: ImportProfile, places: readonly number[]) {
    this.#places = places;
    this.#toPlain = compileNumberFormat(profile);
    this.#sums = places.map(() => 0n);
    this.#marks = [this.#sums];
  }

  /** The figures of a row in millionths; null for a cell without one. */
  read(cells: readonly string[]): (bigint | null)[] {
    return this.#places.map((at) => {
      const text = (cells[at] ?? '').trim();
      const plain = text === '' ? null : this.#toPlain(text);
      const parsed = plain === null ? null : parseQuantity(plain, 0);
      return parsed === null ? null : BigInt(parsed.millionths);
    });
  }

  add(figures: readonly (bigint | null)[]): void {
    this.#sums = this.#sums.map((sum, at) => sum + (figures[at] ?? 0n));
  }

  /** Whether the figures are what was added up since one of the totals before; a row of zeros tells nothing. */
  areReached(figures: readonly (bigint | null)[]): boolean {
    if (!figures.some((figure) => figure !== null && figure !== 0n)) return false;
    return this.#marks.some((mark) =>
      figures.every((figure, at) => figure === null || figure === (this.#sums[at] ?? 0n) - (mark[at] ?? 0n)),
    );
  }

  markTotal(): void {
    if (this.#marks.length > MOST_MARKS) this.#marks.splice(1, 1); // the beginning of the file stays
    this.#marks.push(this.#sums);
  }
}
