/**
 * Times that a row of units says are not in minutes (or seconds, for the ideal cycle): 7.5 in a column of hours is 450
 * minutes. The number is multiplied as it is written, digit by digit, so that hours become minutes exactly; of seconds more
 * decimals are kept than a record holds, whose rounding is then counted as any other.
 */
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { compileNumberFormat } from '../number-format.ts';
import { columnsOfFields } from './columns-of-fields.ts';

const SECONDS: readonly (readonly [RegExp, bigint])[] = [
  [/^(?:d|days?|tage?|일|天)$/iu, 86_400n],
  [/^(?:h|hrs?|hours?|std|stunden?|시간|時間|小时)\.?$/iu, 3_600n],
  [/^(?:min|mins|minutes?|minuten|분|分)\.?$/iu, 60n],
  [/^(?:s|secs?|seconds?|sek|sekunden?|초|秒)\.?$/iu, 1n],
];
const DECIMALS_KEPT = 12n;

/** What the numbers of a column are multiplied by. */
export interface UnitScale {
  column: string;
  unit: string;
  times: bigint;
  per: bigint;
}

/** Columns whose times are in another unit than the field they are read as. */
export function unitScales(profile: ImportProfile): UnitScale[] {
  const { units, unpivot } = profile.shape;
  if (!units) return [];
  const inFile = (column: string) => {
    const at = unpivot?.values.indexOf(column) ?? -1;
    return at < 0 ? [column] : (unpivot?.groups.flatMap((group) => group.columns[at] ?? []) ?? []);
  };
  const read = (Object.keys(recordFields) as RecordField[]).flatMap((field) => {
    const { kind } = recordFields[field];
    if (kind !== 'minutes' && kind !== 'seconds') return [];
    return columnsOfFields(profile, [field]).map((column) => ({ column, per: kind === 'minutes' ? 60n : 1n }));
  });
  const ofReasons = profile.downtimeColumns.map(({ column }) => ({ column, per: 60n }));
  return [...read, ...ofReasons].flatMap(({ column, per }) =>
    inFile(column).flatMap((name) => {
      const unit = units[name] ?? '';
      const times = SECONDS.find(([words]) => words.test(unit))?.[1];
      return times === undefined || times === per ? [] : [{ column: name, unit, times, per }];
    }),
  );
}

/** Multiplies the times of a row of these columns, as texts in the way the file writes numbers; null where all are as they should be. */
export function compileUnitScales(
  profile: ImportProfile,
  columns: readonly string[],
): ((cells: readonly string[]) => string[]) | null {
  const scales = unitScales(profile).map((scale) => ({ ...scale, place: columns.indexOf(scale.column) }));
  if (scales.length === 0) return null;
  const toPlain = compileNumberFormat(profile);
  return (cells) => {
    const scaled = [...cells];
    for (const { place, times, per } of scales) {
      const plain = toPlain((cells[place] ?? '').trim());
      const product = plain === null ? null : multiplied(plain, times, per);
      if (product !== null) scaled[place] = product.replace('.', profile.decimalMark);
    }
    return scaled;
  };
}

function multiplied(plain: string, times: bigint, per: bigint): string | null {
  const match = /^([+-]?)(\d+)(?:\.(\d*))?$/.exec(plain);
  if (!match) return null;
  const [, sign = '', whole = '', fraction = ''] = match;
  const digits = (BigInt(whole + fraction) * times * 10n ** DECIMALS_KEPT) / per;
  const decimals = fraction.length + Number(DECIMALS_KEPT);
  const text = String(digits).padStart(decimals + 1, '0');
  const after = text.slice(text.length - decimals).replace(/0+$/, '');
  return `${sign}${text.slice(0, text.length - decimals)}${after === '' ? '' : `.${after}`}`;
}
