import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { Shape } from '../../../shared/import/shape.ts';
import { AppError } from '../../../shared/lib/app-error.ts';

const pieces =
  'pcs|pc|pces|pieces|piece|stk|st|stück|stueck|ea|each|units?|unit|nos|no|uds?|un|und|szt|kos|kom|db|adet|개|個|个|件|枚|本|ks|ct';
const weights = 'kg|g|mg|t|to|ton|tons|tonne|tonnes|lb|lbs|oz|킬로그램|톤';
const volumes = 'l|ltr|liter|litre|liters|litres|ml|hl|cl|m3|m³|cbm|nm3|gal|bbl';
const lengths = 'mm|cm|m|km|in|inch|ft|m2|m²|㎡|qm|lfm|yd';
const times =
  'hh?[.:]mm|mm[.:]ss|std[.:]min|h|hr|hrs|hour|hours|std|min|mins|minute|minutes|minuten|s|sec|secs|second|seconds|sek|ms|d|days?|시간|분|초|時間|分|秒';
const others =
  '%|‰|ppm|°c|c|°f|k|bar|mbar|pa|kpa|mpa|psi|rpm|u/min|kw|kwh|mwh|w|v|a|hz|n|kn|nm|pcs/h|stk/h|kg/h|m/min|/min|µm|um';
const known = new RegExp(`^(?:${[pieces, weights, volumes, lengths, times, others].join('|')})\\.?$`, 'iu');

const quantity = new RegExp(`^(?:${[pieces, weights, volumes, lengths].join('|')})\\.?$`, 'iu');

/** Whether a unit is one that things are counted, weighed or measured in. */
export function isQuantityUnit(unit: string): boolean {
  return quantity.test(unit);
}

/** The units of a table as it is shaped: columns that become one must have one unit. Throws INVALID_PROFILE where they differ. */
export function shapedUnits({ units = {}, unpivot }: Shape): Record<string, string> {
  const shaped = { ...units };
  for (const [at, value] of unpivot?.values.entries() ?? []) {
    const columns = unpivot?.groups.flatMap((group) => group.columns[at] ?? []) ?? [];
    const other = columns.find((column) => units[column] !== units[columns[0] ?? '']);
    if (other !== undefined) {
      throw new AppError(
        'INVALID_PROFILE',
        `The columns '${columns[0]}' and '${other}' would become one, and the row below the headings gives them different units. Nothing was imported: leave one of them out.`,
      );
    }
    const unit = units[columns[0] ?? ''];
    if (unit !== undefined) shaped[value] = unit;
  }
  return shaped;
}

/** What a cell says as a unit, without brackets around it; null for a cell that is none that is known. */
export function unitIn(cell: string): string | null {
  const text = withoutBrackets(cell);
  return known.test(text) ? text : null;
}

function withoutBrackets(cell: string): string {
  return cell.trim().replace(/^[[({<]\s*(.*?)\s*[\])}>]$/u, '$1');
}

/** The units of a row of them, by column; blank cells have none. */
export function unitsOf(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const units: Record<string, string> = {};
  for (const [at, column] of columns.entries()) {
    const text = withoutBrackets(cells[at] ?? '');
    if (text !== '' && text !== '-') units[column] = text;
  }
  return units;
}

/**
 * Throws INVALID_PROFILE where a column that something is read from has another unit in the file than when the profile was
 * made: tonnes are no kilograms.
 */
export function assertUnits(
  expected: NonNullable<ImportProfile['shape']['units']>,
  found: Readonly<Record<string, string>>,
  used: ReadonlySet<string>,
): void {
  for (const column of used) {
    const [before, now] = [expected[column], found[column]];
    if (before === now) continue;
    throw new AppError(
      'INVALID_PROFILE',
      `The row below the headings gives column '${column}' ${now === undefined ? 'no unit' : `in ${now}`}, and the profile has it ${before === undefined ? 'without one' : `in ${before}`}. Nothing was imported: look at the file again and confirm how it is read.`,
    );
  }
}
