import { type Exact, millionthsOf, ONE, parseExact, times, timesPowerOfTen } from '../../../shared/domain/exact.ts';
import type { FieldKind } from '../../../shared/domain/fields.ts';
import { type ParsedQuantity, parseQuantity } from '../../../shared/domain/quantity.ts';
import { type ColumnReading, readingOfColumn } from '../../../shared/import/columns.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { type ClockUnit, clockUnits, conversion, EACH_ITS_OWN, unitNamed } from '../../../shared/import/units.ts';
import { withPlainSpan } from '../times/clock-text.ts';
import { compileNumberFormat } from './number-format.ts';
import { scaleBeside } from './number-scales.ts';
import { numberTextOf } from './number-text.ts';

/** A number as it is written, with what it has to be multiplied by; or what is wrong with it, as said behind the text. */
export type ReadNumber = { plain: string; by: Exact } | { wrong: string };

export interface ColumnNumbers {
  read(text: string): ReadNumber;
  /** The character of the decimal mark. */
  decimalCode: number;
  /** True where a bare number counts as it stands, so that it may be read digit by digit. */
  isAsWritten: boolean;
}

const PERCENT: Exact = { above: 1n, below: 100n };
const PER_MILLE: Exact = { above: 1n, below: 1_000n };

/**
 * Compiles how the numbers of a column are written, for a field of this kind; null for a number that stands in the profile.
 * Throws INVALID_PROFILE where marks contradict each other.
 */
export function compileColumnNumbers(
  profile: Pick<ImportProfile, 'decimalMark' | 'thousandsMark' | 'columns' | 'fields'>,
  column: string | null,
  kind: FieldKind | 'factor',
): ColumnNumbers {
  const own = column === null ? {} : readingOfColumn(profile.columns, column);
  const decimalMark = own.decimalMark ?? profile.decimalMark;
  const marks = { decimalMark, thousandsMark: own.thousandsMark ?? profile.thousandsMark };
  const toPlain = compileNumberFormat(marks);
  const target = targetOf(profile, own, kind);
  const isClock = clockUnits.some((unit) => unit === own.unit);
  const bare = isClock ? null : bareNumbers(own, target);

  const read = (text: string): ReadNumber => {
    if (isClock) return readClock(text, own.unit as ClockUnit, target);
    const parts = numberTextOf(text);
    const plain = parts === null ? null : toPlain(parts.number);
    if (parts === null || plain === null) return { wrong: 'is not a number' };
    if (parts.unit === '') {
      if (bare !== null) return { plain, by: bare };
      if (/^[+-]?0*\.?0*$/.test(plain)) return { plain, by: ONE };
      return {
        wrong: own.percent
          ? 'has no percent sign, as others of its column have'
          : `is in ${own.unit}, which is not a unit of ${kind}`,
      };
    }
    const by = besideNumber(parts.unit, own, target, bare);
    return 'wrong' in by ? by : { plain, by };
  };
  return { read, decimalCode: decimalMark.charCodeAt(0), isAsWritten: bare !== null && isOne(bare) };
}

/**
 * What the numbers of a column are brought to: minutes or seconds where time is measured, the unit of the records where all
 * are of one that the column's converts into, else the unit of the column.
 */
function targetOf(
  { fields }: Pick<ImportProfile, 'fields'>,
  own: ColumnReading,
  kind: FieldKind | 'factor',
): string | undefined {
  if (kind === 'minutes') return 'min';
  if (kind === 'seconds') return 's';
  const ofRecords = kind === 'quantity' && fields.unit && 'value' in fields.unit ? fields.unit.value : undefined;
  if (ofRecords === undefined || own.unit === EACH_ITS_OWN) return own.unit;
  return own.unit === undefined || conversion(own.unit, ofRecords) !== null ? ofRecords : own.unit;
}

/** What a number without a unit is multiplied by; null where it must have one. */
function bareNumbers(own: ColumnReading, target: string | undefined): Exact | null {
  if (own.percent === 'share') return null;
  if (own.unit === undefined || own.unit === EACH_ITS_OWN || target === undefined) return ONE;
  return conversion(own.unit, target, kindOf(target));
}

/** What a number is multiplied by for what stands beside it: a unit, or a word such as 'k' and what is behind that. */
function besideNumber(
  text: string,
  own: ColumnReading,
  target: string | undefined,
  bare: Exact | null,
): Exact | { wrong: string } {
  // A profile may have 'k' for the unit of its column, as the plant counts.
  const scale = text === own.unit ? null : scaleBeside(text, own.letterM === 'millions');
  if (scale === null) return withUnit(text, own, target);
  const by = scale.unit === '' ? bare : withUnit(scale.unit, own, target);
  if (by === null) return { wrong: 'has no unit, as others of its column have' };
  return 'wrong' in by ? by : timesPowerOfTen(by, scale.power);
}

function withUnit(unit: string, own: ColumnReading, target: string | undefined): Exact | { wrong: string } {
  if (unit === '%' || unit === '‰') {
    if (own.percent === 'number') return ONE;
    if (own.percent === 'share') return unit === '%' ? PERCENT : PER_MILLE;
    return { wrong: 'has a percent sign, and the profile does not say what that means' };
  }
  if (target === undefined) {
    if (unitNamed(unit) === null) return { wrong: 'is not a number' };
    return { wrong: `has the unit ${unit}, and the profile does not say what the column counts in` };
  }
  if (target === EACH_ITS_OWN) return ONE;
  const by = conversion(unit, target, kindOf(target));
  return by ?? { wrong: `is in ${unit}, which is not converted into ${target}` };
}

const CLOCK = /^(\d{1,5}):([0-5]?\d)(?::([0-5]?\d))?$/;

/** A time as a clock writes it; exact in seconds, which are converted like any other unit. */
function readClock(text: string, unit: ClockUnit, target: string | undefined): ReadNumber {
  if (unit === 'h.mm' || unit === 'mm.ss') return readPointed(text, unit, target);
  if (/^0+$/.test(text)) return { plain: '0', by: ONE };
  const match = CLOCK.exec(unit === 'h:mm' ? withPlainSpan(text) : text);
  const hasSeconds = match?.[3] !== undefined;
  if (!match || hasSeconds !== (unit === 'h:mm:ss')) return { wrong: `is not a time written as ${unit}` };
  const [first, second, third] = [Number(match[1]), Number(match[2]), Number(match[3] ?? 0)];
  const seconds = unit === 'mm:ss' ? first * 60 + second : first * 3_600 + second * 60 + third;
  const by = conversion('s', target === 'min' ? 'min' : 's') ?? ONE;
  return { plain: String(seconds), by };
}

const POINTED = /^(\d{1,5})(?:[.,](\d{1,2}))?$/;

/** A time with a point, of which spreadsheets leave out the last 0: 7.5 is 7:50. */
function readPointed(text: string, unit: 'h.mm' | 'mm.ss', target: string | undefined): ReadNumber {
  const match = POINTED.exec(text);
  const small = Number((match?.[2] ?? '').padEnd(2, '0'));
  if (!match) return { wrong: `is not a time written as ${unit}` };
  if (small > 59)
    return {
      wrong: `is not a time written as ${unit}: there are no ${small} ${unit === 'h.mm' ? 'minutes' : 'seconds'}`,
    };
  return readClock(`${match[1]}:${String(small).padStart(2, '0')}`, unit === 'h.mm' ? 'h:mm' : 'mm:ss', target);
}

/** Millionths of a number that was read, times a power of ten; null when it is too large to be held exactly. */
export function millionthsRead(read: { plain: string; by: Exact }, scale: number): ParsedQuantity | null {
  if (isOne(read.by)) return parseQuantity(read.plain, scale);
  const exact = exactly(read);
  return exact && millionthsOf(timesPowerOfTen(exact, scale));
}

/** A number that was read, to calculate with; null when it is none after all. */
export function exactly({ plain, by }: { plain: string; by: Exact }): Exact | null {
  const exact = parseExact(plain);
  return exact && times(exact, by);
}

function isOne({ above, below }: Exact): boolean {
  return above === below;
}

function kindOf(target: string): 'time' | undefined {
  return target === 'min' || target === 's' ? 'time' : undefined;
}
