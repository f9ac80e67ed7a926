/**
 * The quick way from a line of a file to a record. Most lines hold a few texts seen before, plain numbers and dates; such
 * a line is read from its bytes, without a text being made of any cell.
 *
 * 1. It knows no rules of its own: which key a text has is learned from the careful way (map-row.ts), which also reads
 *    every line that is not plain. So both make the same record of a line, or this one makes none.
 * 2. It is for profiles whose fields are plain columns; others are read the careful way throughout.
 */
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile, Source } from '../../../shared/import/profile.ts';
import { compileColumnNumbers } from '../numbers/number-readings.ts';
import { quickMillionthsIn } from '../numbers/quick-millionths.ts';
import type { RowSink } from '../row-source.ts';
import { addIdealSeconds, amountPlace, keyPlace } from '../stage/staged-row.ts';
import { compileDateFormat, leavesClockOpen } from '../times/dates.ts';
import { compileProductionDay, instantOf, type ProductionDayRule } from '../times/production-day.ts';
import { type ClockReader, compileRowClock } from '../times/row-clock.ts';
import { findsShifts } from '../times/shift-of-start.ts';
import { CellMemo } from './cell-memo.ts';
import { mayTakeBack } from './late-reversals.ts';
import { LineCells } from './line-cells.ts';
import { productionDay } from './map-row.ts';
import { DateCells, NullCells, needsNoTrim } from './plain-cells.ts';
import type { TextBytes } from './row-bytes.ts';

const nameFields = {
  site: keyPlace.site_id,
  line: keyPlace.line_id,
  shift: keyPlace.shift_id,
  operator: keyPlace.operator_id,
  unit: keyPlace.unit_id,
} as const satisfies Partial<Record<RecordField, number>>;

const amountFields = {
  plannedQuantity: amountPlace.planned_quantity,
  goodQuantity: amountPlace.good_quantity,
  defectQuantity: amountPlace.defect_quantity,
  reworkQuantity: amountPlace.rework_quantity,
  plannedMinutes: amountPlace.planned_minutes,
  runMinutes: amountPlace.run_minutes,
  downMinutes: amountPlace.down_minutes,
  idealCycleSeconds: amountPlace.ideal_cycle_seconds,
} as const satisfies Partial<Record<RecordField, number>>;

const textFields = ['lotNumber', 'orderNumber', 'note'] as const satisfies RecordField[];
const reasonFields = ['defectReason', 'downtimeReason'] as const satisfies RecordField[];

/** A reader for lines with these columns; null where the profile asks for more than plain columns. */
export function compilePlainLine(profile: ImportProfile, columns: readonly string[], sink: RowSink): PlainLine | null {
  const { fields, defectColumns, downtimeColumns, delimiter, escaping } = profile;
  const hasReasons =
    defectColumns.length > 0 || downtimeColumns.length > 0 || reasonFields.some((field) => fields[field]);
  const isSplitByBytes = delimiter.length === 1 && delimiter.charCodeAt(0) < 128 && escaping === 'doubled';
  const arePlain = Object.entries(fields).every(
    ([field, source]) =>
      isPlainColumn(profile, field as RecordField, source) || (field in nameFields && isConstant(source)),
  );
  const needsCare =
    Object.keys(profile.dates).length > 0 ||
    hasReasons ||
    findsShifts(profile) ||
    profile.reversals?.are === 'aside' ||
    mayTakeBack(profile, columns);
  return needsCare || !isSplitByBytes || !arePlain ? null : new PlainLine(profile, columns, sink);
}

/** A column of which the profile says no more than how its amounts are written and moved by a power of ten. */
function isPlainColumn(profile: ImportProfile, field: RecordField, source: Source): boolean {
  if (!('column' in source)) return false;
  const { column, scale: _, ...more } = source;
  const { unit, merged: _merged, ...own } = readingOfColumn(profile.columns, column); // a row with merged cells is no plain line
  if (Object.keys(more).length > 0 || Object.keys(own).length > 0) return false;
  return unit === undefined || compileColumnNumbers(profile, column, recordFields[field].kind).isAsWritten;
}

function isConstant(source: Source): boolean {
  return 'value' in source && source.when === undefined;
}

export class PlainLine {
  readonly #sink: RowSink;
  readonly #cells: LineCells;
  readonly #nulls: NullCells;
  readonly #names: { cell: number; place: number; keys: CellMemo<number> }[] = [];
  /** Names that are the same in every row; -1 until it is known which key they have. */
  readonly #constants: { place: number; key: number }[] = [];
  readonly #amounts: { cell: number; place: number; scale: number }[] = [];
  readonly #texts: { cell: number; field: (typeof textFields)[number]; text: TextBytes }[] = [];
  readonly #decimalCode: number;
  readonly #dayRule: ProductionDayRule;
  readonly #readClock: ClockReader;
  readonly #date: DateCells;
  readonly #started: DateCells;
  readonly #ended: DateCells;
  readonly #itemCode: number;
  readonly #itemName: number;
  readonly #itemKeys = new CellMemo<number>();
  readonly #itemNames = new CellMemo<string | null>();
  #isSplit = false;

  constructor(profile: ImportProfile, columns: readonly string[], sink: RowSink) {
    this.#sink = sink;
    this.#cells = new LineCells(columns.length, profile.delimiter, profile.quote);
    this.#nulls = new NullCells(profile.nulls);
    this.#decimalCode = profile.decimalMark.charCodeAt(0);
    this.#dayRule = compileProductionDay(profile);
    this.#readClock = compileRowClock(profile, this.#dayRule);
    const cellOf = (field: RecordField): number => {
      const source = profile.fields[field];
      return source && 'column' in source ? columns.indexOf(source.column) : -1;
    };
    for (const [field, place] of Object.entries(nameFields) as [keyof typeof nameFields, number][]) {
      const cell = cellOf(field);
      if (cell >= 0) this.#names.push({ cell, place, keys: new CellMemo() });
      else if (profile.fields[field]) this.#constants.push({ place, key: -1 });
    }
    for (const [field, place] of Object.entries(amountFields) as [keyof typeof amountFields, number][]) {
      const source = profile.fields[field];
      const scale = source && 'column' in source ? (source.scale ?? 0) : 0;
      if (source) this.#amounts.push({ cell: cellOf(field), place, scale });
    }
    for (const field of textFields) {
      const text = { bytes: Buffer.alloc(0), from: 0, to: 0 };
      if (profile.fields[field]) this.#texts.push({ cell: cellOf(field), field, text });
    }
    const parse = compileDateFormat(profile.dateFormat, profile.monthNames);
    const isClockOpen = leavesClockOpen(profile.dateFormat);
    const datesOf = (field: RecordField) => new DateCells(cellOf(field), parse, isClockOpen, this.#nulls);
    this.#date = datesOf('productionDate');
    this.#started = datesOf('startedAt');
    this.#ended = datesOf('endedAt');
    this.#itemName = cellOf('itemName');
    this.#itemCode = profile.fields.itemCode ? cellOf('itemCode') : this.#itemName;
  }

  /** Fills the row of the sink from a line without its break; false when it must be read the careful way. */
  read(bytes: Buffer, from: number, to: number): boolean {
    const { keys } = this.#sink.row;
    this.#isSplit = this.#cells.split(bytes, from, to);
    if (!this.#isSplit || !this.#readNames(bytes) || !this.#readItem(bytes)) return false;
    if (keys[keyPlace.line_id] === 0 && keys[keyPlace.item_id] === 0) return false;
    return this.#readDates(bytes) && this.#readAmounts(bytes) && this.#readTexts(bytes);
  }

  /** Learns from the row that the careful way has made of the line that `read` gave up last. */
  learn(bytes: Buffer): void {
    const { keys } = this.#sink.row;
    for (const constant of this.#constants) constant.key = keys[constant.place] as number;
    if (!this.#isSplit) return;
    for (const { cell, place, keys: known } of this.#names) this.#learnCell(known, bytes, cell, keys[place] as number);
    if (this.#itemCode >= 0) {
      this.#learnCell(this.#itemKeys, bytes, this.#itemCode, keys[keyPlace.item_id] as number);
    }
  }

  #learnCell(known: CellMemo<number>, bytes: Buffer, cell: number, key: number): void {
    const from = this.#cells.from[cell] as number;
    const to = this.#cells.to[cell] as number;
    if (from !== to && known.find(bytes, from, to) === undefined) known.add(bytes, from, to, key);
  }

  #readNames(bytes: Buffer): boolean {
    const { keys } = this.#sink.row;
    for (const { place, key } of this.#constants) {
      if (key < 0) return false;
      keys[place] = key;
    }
    for (const { cell, place, keys: known } of this.#names) {
      const from = this.#cells.from[cell] as number;
      const to = this.#cells.to[cell] as number;
      const key = from === to ? 0 : known.find(bytes, from, to);
      if (key === undefined) return false;
      keys[place] = key;
    }
    return true;
  }

  /** An item that a name alone tells of, or with another name than its newest, is the careful way's to settle. */
  #readItem(bytes: Buffer): boolean {
    if (this.#itemCode < 0) return true;
    const from = this.#cells.from[this.#itemCode] as number;
    const to = this.#cells.to[this.#itemCode] as number;
    const key = from === to ? 0 : this.#itemKeys.find(bytes, from, to);
    if (key === undefined) return false;
    this.#sink.row.keys[keyPlace.item_id] = key;
    const name = this.#itemName < 0 ? null : this.#nameIn(bytes, this.#itemName);
    return name === null || (key !== 0 && name === this.#sink.dictionary.itemName(key));
  }

  #nameIn(bytes: Buffer, cell: number): string | null {
    const from = this.#cells.from[cell] as number;
    const to = this.#cells.to[cell] as number;
    if (from === to) return null;
    let name = this.#itemNames.find(bytes, from, to);
    if (name === undefined) {
      name = this.#nulls.textOf(bytes, from, to);
      this.#itemNames.add(bytes, from, to, name);
    }
    return name;
  }

  #readDates(bytes: Buffer): boolean {
    const { row } = this.#sink;
    const cells = this.#cells;
    if (!this.#date.read(cells, bytes) || !this.#started.read(cells, bytes) || !this.#ended.read(cells, bytes)) {
      return false;
    }
    const started = this.#started.written;
    const ended = this.#ended.written;
    const day = productionDay(this.#dayRule, this.#date.written, started, ended);
    if (day === null) return false;
    row.day = day;
    row.startedAt = started && instantOf(started);
    row.endedAt = ended && instantOf(ended);
    this.#readClock(row.clock, this.#date.written, started, ended);
    return true;
  }

  #readAmounts(bytes: Buffer): boolean {
    const { amounts } = this.#sink.row;
    let isMeasured = false;
    for (const { cell, place, scale } of this.#amounts) {
      const from = this.#cells.from[cell] as number;
      const to = this.#cells.to[cell] as number;
      amounts[place] = Number.NaN;
      if (from === to) continue;
      const amount = quickMillionthsIn(bytes, from, to, this.#decimalCode, scale);
      if (amount >= 0) {
        amounts[place] = amount;
        if (place !== amountPlace.ideal_cycle_seconds) isMeasured = true;
      } else if (!this.#nulls.has(bytes, from, to)) return false;
    }
    addIdealSeconds(amounts);
    return isMeasured;
  }

  #readTexts(bytes: Buffer): boolean {
    const { row } = this.#sink;
    for (const { cell, field, text } of this.#texts) {
      const from = this.#cells.from[cell] as number;
      const to = this.#cells.to[cell] as number;
      if (from !== to && !needsNoTrim(bytes, from, to)) return false;
      text.bytes = bytes;
      text.from = from;
      text.to = to;
      row[field] = from === to || this.#nulls.has(bytes, from, to) ? null : text;
    }
    return true;
  }
}
