import { measuredFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { en } from '../../../shared/text/en.ts';
import { type CounterReadings, Counters, countersOf } from '../derive/counters.ts';
import type { WrittenDate } from '../times/dates.ts';
import { compileMoments } from '../times/moments.ts';
import { compileProductionDay, decidingMoment, instantOf, type ProductionDayRule } from '../times/production-day.ts';
import { compileRowClock, Stamps } from '../times/row-clock.ts';
import { runIsSpan, runSpan } from '../times/run-span.ts';
import { compileShiftOfStart } from '../times/shift-of-start.ts';
import { assertHeader, columnNames } from './columns.ts';
import { compileFieldReaders, placeOf, type RowState } from './field-readers.ts';
import { compileLateReversals } from './late-reversals.ts';
import { compileReasons } from './reasons.ts';
import type { CsvRow, RecordDraft, Rejection } from './record-draft.ts';
import { compileReversals } from './reversals.ts';

export type MappedRow = { draft: RecordDraft; rejection?: undefined } | { rejection: Rejection; draft?: undefined };
export type RowMapper = (row: CsvRow) => MappedRow;

/** What a row by itself does not tell. */
export interface FileFacts {
  fileName?: string | undefined;
  /** All rows of the file come, one after the other. */
  areAllRows?: boolean;
  /** The counters of the whole file, where the profile takes them in the order of time. */
  counters?: CounterReadings | undefined;
}

const SECONDS_PER_DAY = 86_400;

/**
 * Compiles a profile for a file with this header into a function from a row to a record, or to the reason why it
 * cannot be one. Rows have to come in the order of the file where the profile reads counters or times that run on. The function throws
 * only where a file has more counters than can be remembered. Throws INVALID_PROFILE here, naming a column the file lacks.
 */
export function createRowMapper(profile: ImportProfile, header: CsvRow, facts: FileFacts = {}): RowMapper {
  assertHeader(header, profile.delimiter);
  const columns = columnNames(header.cells);
  const state: RowState = { failure: null, code: null, rounded: 0, firstReading: null };
  const counters = new Counters(state, facts.counters ?? null, facts.areAllRows === true);
  const read = compileFieldReaders(profile, columns, state, counters);

  const moments = compileMoments(profile, read, state, facts);
  const site = read.text('site');
  const line = read.text('line');
  const shift = read.text('shift');
  const operator = read.text('operator');
  const itemCode = read.text('itemCode');
  const itemName = read.text('itemName');
  const unit = read.text('unit');
  const lotNumber = read.text('lotNumber');
  const orderNumber = read.text('orderNumber');
  const planned = read.quantity('plannedQuantity');
  const good = read.quantity('goodQuantity');
  const rework = read.quantity('reworkQuantity');
  const plannedMinutes = read.quantity('plannedMinutes');
  const runMinutes = read.quantity('runMinutes');
  const isSpan = runIsSpan(profile);
  const idealCycle = read.quantity('idealCycleSeconds');
  const note = read.text('note');
  const defects = compileReasons(read, state, 'defectQuantity', 'defectReason', profile.defectColumns);
  const downtimes = compileReasons(read, state, 'downMinutes', 'downtimeReason', profile.downtimeColumns);
  const dayRule = compileProductionDay(profile);
  const shiftOfStart = compileShiftOfStart(profile);
  const readClock = compileRowClock(profile, dayRule);
  const reversalOf = compileReversals(profile, columns);
  const takesBack = compileLateReversals(profile, columns);

  const draftOf = ({ cells, line: sourceLine }: CsvRow): RecordDraft => {
    const { date, started, ended } = moments(cells);
    const day = productionDay(dayRule, date, started, ended);
    if (day === null) state.failure ??= dateMissing(profile);
    const itemNameRead = itemName(cells);
    const startedAt = started === null ? null : instantOf(started);
    const endedAt = ended === null ? null : instantOf(ended);
    const clock = { stamps: 0, wallOffset: Number.NaN };
    readClock(clock, date, started, ended);
    const draft: RecordDraft = {
      day: day ?? 0,
      startedAt,
      endedAt,
      site: site(cells),
      line: line(cells),
      shift: shiftOfStart === null ? shift(cells) : shiftOfStart(started),
      operator: operator(cells),
      itemCode: itemCode(cells) ?? itemNameRead,
      itemName: itemNameRead,
      unit: unit(cells),
      lotNumber: lotNumber(cells),
      orderNumber: orderNumber(cells),
      plannedQuantity: planned(cells),
      goodQuantity: good(cells),
      defectQuantity: defects.total(cells),
      reworkQuantity: rework(cells),
      plannedMinutes: plannedMinutes(cells),
      runMinutes: isSpan ? runSpan(startedAt, endedAt, state) : runMinutes(cells),
      downMinutes: downtimes.total(cells),
      idealCycleSeconds: idealCycle(cells),
      note: note(cells),
      defects: defects.take(),
      downtimes: downtimes.take(),
      sourceLine,
      rounded: state.rounded,
      ...(clock.stamps !== Stamps.none && { clock }),
      ...(takesBack?.(cells) && { takesBack: true }),
    };
    if (reversalOf !== null) state.failure ??= reversalOf(cells);
    if (draft.line === null && draft.itemCode === null) state.failure ??= 'neither line nor item is given';
    if (!isMeasured(draft)) {
      state.failure ??= state.firstReading ?? 'nothing was measured: no quantity and no minutes are given';
    }
    return draft;
  };

  return (row) => {
    state.failure = row.problem ?? wrongCellCount(row.cells, columns.length);
    state.code = null;
    state.rounded = 0;
    state.firstReading = null;
    counters.begin();
    if (state.failure !== null) {
      const below = row.below && { below: row.below };
      return { rejection: { line: row.line, cells: row.cells, reason: state.failure, ...below } };
    }
    const draft = draftOf(row);
    // A row that is no record only because its counter has no reading before still is that reading.
    if (state.failure === null || state.failure === state.firstReading) {
      counters.keep(draft.startedAt ?? draft.day * SECONDS_PER_DAY);
    }
    return state.failure === null ? { draft } : { rejection: rejectionOf(row, state.failure, state) };
  };
}

function rejectionOf({ line, cells }: CsvRow, reason: string, { code }: RowState): Rejection {
  return { line, cells, reason, ...(code !== null && { code }) };
}

/**
 * Throws INVALID_PROFILE when no row could become a record by this profile: it reads no date, neither line nor item,
 * or no quantity. An import asks this first; a preview does not, so that a mapping can be completed step by step.
 */
export function assertProfileComplete(profile: ImportProfile): void {
  const { fields } = profile;
  if (profile.shape.unpivot && countersOf(profile).length > 0) {
    throw new AppError(
      'INVALID_PROFILE',
      'A counter cannot be read where columns become rows of their own. Nothing was imported: take the numbers as they stand.',
    );
  }
  const missing: string[] = [];
  if (!fields.productionDate && !fields.startedAt && !profile.dates.inFileName) missing.push('the production date');
  if (!fields.line && !fields.itemCode && !fields.itemName) missing.push('the line or the item');
  const hasReasons = profile.defectColumns.length > 0 || profile.downtimeColumns.length > 0;
  if (!hasReasons && !runIsSpan(profile) && !measuredFields.some((field) => fields[field]))
    missing.push('a quantity or minutes');
  if (missing.length === 0) return;
  throw new AppError(
    'INVALID_PROFILE',
    `No column is chosen for ${missing.join(', nor for ')}. Nothing was imported: choose the columns and import again.`,
  );
}

/** See production-day.ts for the rule; a date written without a time stands as the plant wrote it. */
export function productionDay(
  rule: ProductionDayRule,
  date: WrittenDate | null,
  started: WrittenDate | null,
  ended: WrittenDate | null,
): number | null {
  const moment = decidingMoment(rule, date, started);
  return moment && rule.dayOf(moment, ended);
}

function dateMissing(profile: ImportProfile): string {
  const source = profile.fields.productionDate ?? profile.fields.startedAt;
  if (!source) return `${en.fields.productionDate}: no column is chosen for it`;
  return `${en.fields.productionDate}: there is no date ${placeOf(source)}`;
}

/** Why a row is no row of a table of so many columns; null where it is one. */
export function wrongCellCount(cells: readonly string[], expected: number): string | null {
  if (cells.length === expected) return null;
  // Some systems end every row, but not the header, with a delimiter.
  if (cells.length > expected && cells.slice(expected).every((cell) => cell.trim() === '')) return null;
  return `the row has ${cells.length} ${cells.length === 1 ? 'cell' : 'cells'} where the header has ${expected}`;
}

function isMeasured(draft: RecordDraft): boolean {
  return (
    draft.goodQuantity !== null ||
    draft.defectQuantity !== null ||
    draft.plannedQuantity !== null ||
    draft.reworkQuantity !== null ||
    draft.runMinutes !== null ||
    draft.downMinutes !== null ||
    draft.plannedMinutes !== null
  );
}
