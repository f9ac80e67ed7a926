/** What a guess says of single columns: units and percent, marks, and dates that are written unlike the rest. */
import { type RecordField, recordFieldNames, recordFields } from '../../../shared/domain/fields.ts';
import type { ColumnReading } from '../../../shared/import/columns.ts';
import type { ImportProfile, Source } from '../../../shared/import/profile.ts';
import { conversion, EACH_ITS_OWN, unitNamed } from '../../../shared/import/units.ts';
import { isLetterM } from '../numbers/number-scales.ts';
import { timesOfDay, unitOfHeading, type WrittenNumbers } from '../numbers/written-numbers.ts';
import { columnsOfSameHeading } from '../questions/same-headings.ts';
import { shapedUnits } from '../shape/units.ts';
import { compileDateFormat } from '../times/dates.ts';
import type { ColumnFacts, SniffedColumns } from './sniff.ts';

/** The columns that amounts are read from, with the first field that each serves. */
export function amountColumnsOf(profile: Pick<ImportProfile, 'fields' | 'defectColumns' | 'downtimeColumns'>) {
  const found = new Map<string, RecordField>();
  const add = (column: string | undefined, field: RecordField) => {
    if (column !== undefined && !found.has(column)) found.set(column, field);
  };
  for (const field of recordFieldNames) {
    const source = profile.fields[field];
    if (!source || !('column' in source) || !isAmount(field)) continue;
    add(source.column, field);
    add(source.minus, field);
  }
  for (const { column } of profile.defectColumns) add(column, 'defectQuantity');
  for (const { column } of profile.downtimeColumns) add(column, 'downMinutes');
  for (const field of recordFieldNames) {
    const source = profile.fields[field];
    // A factor counts in its own unit, whatever the field that it serves.
    if (source && 'column' in source) add(source.times, 'goodQuantity');
  }
  return found;
}

function isAmount(field: RecordField): boolean {
  return ['quantity', 'minutes', 'seconds'].includes(recordFields[field].kind);
}

/** Adds to a guessed profile what its columns have of their own. */
export function withColumnReadings(profile: ImportProfile, sniffed: SniffedColumns): ImportProfile {
  const facts = new Map(sniffed.columns.map((column) => [column.name, column]));
  const columns: Record<string, ColumnReading> = {};
  const say = (name: string, own: ColumnReading) => {
    if (Object.keys(own).length > 0) columns[name] = { ...columns[name], ...own };
  };
  const units = new Map<string, string>();
  for (const [name, field] of amountColumnsOf(profile)) {
    const column = facts.get(name);
    if (!column) continue;
    const own = { ...(sniffed.marks.get(name) ?? {}), ...numbersOf(column, field) };
    say(name, own);
    if (recordFields[field].kind === 'quantity' && own.unit !== undefined) units.set(name, own.unit);
  }
  // A column with the same heading may be the one that is meant, and is then read in its own way.
  for (const [name, field] of amountColumnsOf(profile)) {
    for (const same of columnsOfSameHeading([...facts.keys()], name)) {
      const column = facts.get(same);
      if (column && same !== name && column.kind === 'number') {
        say(same, { ...(sniffed.marks.get(same) ?? {}), ...numbersOf(column, field) });
      }
    }
  }
  for (const [name, reading] of ownDates(profile, facts)) say(name, reading);
  const unit = profile.fields.unit ? null : unitSource(units);
  return { ...profile, columns, fields: unit ? { ...profile.fields, unit } : profile.fields };
}

/** Below these shares of its numbers what stands beside some is a slip rather than the unit of the column: '12O' is no unit O. */
const LEAST_SHARE = { ofKnownUnit: 0.1, ofOther: 0.5 };

/** How a column's amounts are written; the commonest unit is the guess where there are several. */
function numbersOf({ name, written }: ColumnFacts, field: RecordField): ColumnReading {
  const isTime = recordFields[field].kind !== 'quantity';
  if (isTime && (written.clock === 'HH:mm' || written.clock === 'mm:ss')) {
    return { unit: written.hasSeconds ? 'h:mm:ss' : 'h:mm' };
  }
  if (written.units.has('%') || written.units.has('‰')) return { percent: 'share' };
  const isMillions = !isTime && mayBeMillions(written);
  const unit = commonestUnit(isMillions ? withoutLetterM(written) : written);
  if (isMillions) return { letterM: 'millions', ...(unit !== null && { unit: nameOf(unit) }) };
  if (unit !== null) return isTime ? {} : { unit: nameOf(unit) };
  const heading = unitOfHeading(name);
  const known = heading === null ? null : unitNamed(heading, isTime ? 'time' : undefined);
  if (known === null || (known.kind === 'time') !== isTime) return {};
  return known.unit === (recordFields[field].kind === 'seconds' ? 's' : 'min') ? {} : { unit: known.unit };
}

/** A letter M beside numbers, of which no other length tells that it is metres; a small one beside thousands only. */
export function mayBeMillions({ units, scaled }: Pick<WrittenNumbers, 'units' | 'scaled'>): boolean {
  const isLength = [...units.keys()].some((unit) => !isLetterM(unit) && unitNamed(unit)?.kind === 'length');
  return !isLength && (units.has('M') || (units.has('m') && scaled > 0));
}

function withoutLetterM(written: WrittenNumbers): WrittenNumbers {
  return { ...written, units: new Map([...written.units].filter(([unit]) => !isLetterM(unit))) };
}

function commonestUnit({ units, bare }: WrittenNumbers): string | null {
  const [commonest] = [...units].sort((a, b) => b[1] - a[1]);
  if (commonest === undefined) return null;
  const [unit, count] = commonest;
  const numbers = [...units.values()].reduce((sum, each) => sum + each, bare);
  const least = unitNamed(unit) === null ? LEAST_SHARE.ofOther : LEAST_SHARE.ofKnownUnit;
  return count >= least * numbers ? unit : null;
}

/** Adds the units of time that a row below the headings gives. */
export function withUnitsOfRow(profile: ImportProfile): ImportProfile {
  if (!profile.shape.units) return profile;
  const columns = { ...profile.columns };
  const amounts = amountColumnsOf(profile);
  for (const [name, text] of Object.entries(shapedUnits(profile.shape))) {
    const field = amounts.get(name);
    const kind = field && recordFields[field].kind;
    const unit = kind === 'quantity' || columns[name]?.unit ? null : unitNamed(text, 'time');
    // A column that is no field yet may become one.
    const isAsCounted = kind !== undefined && unit?.unit === (kind === 'seconds' ? 's' : 'min');
    if (unit?.kind === 'time' && !isAsCounted) columns[name] = { ...columns[name], unit: unit.unit };
  }
  return { ...profile, columns };
}

function nameOf(unit: string): string {
  return unitNamed(unit)?.unit ?? unit;
}

/** The unit of the records: that of the first quantity, where the others convert into it. */
function unitSource(units: ReadonlyMap<string, string>): Source | null {
  const [first] = units;
  if (first === undefined) return null;
  const [column, unit] = first;
  if (unit === EACH_ITS_OWN) return { column, take: 'unit' };
  return [...units.values()].every((other) => conversion(other, unit) !== null) ? { value: unit } : null;
}

/** Columns of dates that the format of the file does not read, or that are times of day. */
function* ownDates(
  profile: ImportProfile,
  facts: ReadonlyMap<string, ColumnFacts>,
): Generator<[string, ColumnReading]> {
  for (const field of ['productionDate', 'startedAt', 'endedAt'] as const) {
    const source = profile.fields[field];
    const column = source && 'column' in source ? facts.get(source.column) : undefined;
    if (!column) continue;
    const clock = column.dates.length === 0 ? timesOfDay(column.written) : null;
    if (clock !== null) yield [column.name, { dateFormat: clock }];
    const [reading] = column.dates;
    if (!reading || column.dates.some(({ format }) => format === profile.dateFormat)) continue;
    const parse = compileDateFormat(profile.dateFormat, profile.monthNames);
    if (column.samples.every((text) => parse(text) !== null)) continue;
    const { format, monthNames } = reading;
    yield [column.name, { dateFormat: format, ...(format.includes('MMM') ? { monthNames } : {}) }];
  }
}
