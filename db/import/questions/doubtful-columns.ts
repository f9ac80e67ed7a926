/**
 * Columns that are called like a field, and would make wrong records of it:
 * 1. lots, orders and items whose numbers a spreadsheet has shortened to '2.40301E+11', so that several became one;
 * 2. quantities in a unit that the good quantity does not convert into, as scrap in kilograms beside good pieces: what is made of
 *    both, such as a yield, would add pieces to kilograms;
 * 3. scrap and rework in fractions beside whole good pieces, which are shares of them or percentages more likely.
 * Whether they are read is asked, and they are not where nobody says so.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import { type RecordField, recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { conversion, unitNamed } from '../../../shared/import/units.ts';
import { textsByColumn } from '../guess/texts-by-column.ts';
import { fieldOfName } from '../headings/field-of-name.ts';
import { plainNumbers } from '../numbers/numbers-in-rows.ts';
import { unitOfHeading } from '../numbers/written-numbers.ts';
import { shapedUnits } from '../shape/units.ts';
import type { AskedFile } from './ambiguities.ts';

const SHORTENED = /^\d[.,]\d{2,}E\+\d{2}$/i;
/** From so many on they say nothing of the others either. */
const MOST_SHORTENED = 0.5;
/** Of so many amounts a few are whole by chance; a percentage is mostly not. */
const FEWEST_FRACTIONS = 5;
const MOSTLY = 0.8;
const MOST_PERCENT = 100;
const namedByNumbers: readonly RecordField[] = ['lotNumber', 'orderNumber', 'itemCode'];

type Table = Pick<AskedFile, 'profile' | 'columns' | 'textsOf'>;
interface Doubtful {
  about: 'shortened' | 'otherUnit' | 'share';
  column: string;
  field: RecordField;
  sample: string;
  isRead: boolean;
  /** Whether it is better left where nobody says so. */
  isBetterLeft: boolean;
}

/** A guessed profile without such columns, where it can do without them. */
export function withoutDoubtful(
  profile: ImportProfile,
  columns: readonly string[],
  rows: readonly string[][],
): ImportProfile {
  const textsOf = textsByColumn(columns, rows, profile.nulls);
  const left = doubtfulIn({ profile, columns, textsOf }).filter(({ isRead, isBetterLeft }) => isRead && isBetterLeft);
  const fields = { ...profile.fields };
  for (const { field } of left) {
    const isNeeded = field === 'itemCode' && !fields.line;
    if (!isNeeded) delete fields[field];
  }
  return { ...profile, fields };
}

/** Asks whether they are read. */
export function doubtfulQuestions(file: AskedFile): Question[] {
  return doubtfulIn(file).map(({ about, column, field, sample, isRead }) => {
    const what = {
      shortened: `Numbers in column '${column}' were shortened by a spreadsheet (such as '${sample}'), and several may have become one.`,
      otherUnit: `Column '${column}' counts in another unit than the good quantity (${sample}), and the two do not convert into each other.`,
      share: `Column '${column}' has fractions (such as '${sample}') beside whole good quantities, and may hold shares or percentages rather than quantities.`,
    }[about];
    return {
      field: about,
      column,
      sample,
      message: `${what} It is ${isRead ? 'read as it stands' : 'not read'}: check that this is what the plant means.`,
      choices: isRead ? [field, 'nothing'] : ['nothing', field],
    };
  });
}

function doubtfulIn(table: Table): Doubtful[] {
  const { profile, columns } = table;
  return columns.flatMap((column) => {
    const mapped = Object.entries(profile.fields).find(
      ([, source]) => 'column' in source && source.column === column && source.take === undefined,
    )?.[0] as RecordField | undefined;
    const field = mapped ?? fieldOfName(column);
    // A field that is read from elsewhere needs no other column.
    if (field === null || (mapped === undefined && profile.fields[field] !== undefined)) return [];
    const found =
      shortenedIn(table, column, field) ?? otherUnitIn(table, column, field) ?? shareIn(table, column, field);
    return found === null ? [] : [{ ...found, column, field, isRead: mapped !== undefined }];
  });
}

type Found = Pick<Doubtful, 'about' | 'sample' | 'isBetterLeft'>;

function shortenedIn({ textsOf }: Table, column: string, field: RecordField): Found | null {
  if (!namedByNumbers.includes(field)) return null;
  const texts = textsOf(column);
  const shortened = texts.filter((text) => SHORTENED.test(text));
  const [sample] = shortened;
  if (sample === undefined) return null;
  return { about: 'shortened', sample, isBetterLeft: shortened.length >= MOST_SHORTENED * texts.length };
}

function otherUnitIn({ profile }: Table, column: string, field: RecordField): Found | null {
  const good = profile.fields.goodQuantity;
  if (recordFields[field].kind !== 'quantity' || field === 'goodQuantity' || !good || !('column' in good)) return null;
  const [own, ofGood] = [unitOfColumn(profile, column), unitOfColumn(profile, good.column)];
  if (own === null || ofGood === null || conversion(own, ofGood) !== null) return null;
  return { about: 'otherUnit', sample: `${own}, ${ofGood}`, isBetterLeft: true };
}

/** Fractions beside whole pieces. A column that says its unit, or has a sign of percent that is asked about, is none of these. */
function shareIn({ profile, textsOf }: Table, column: string, field: RecordField): Found | null {
  const good = profile.fields.goodQuantity;
  if ((field !== 'defectQuantity' && field !== 'reworkQuantity') || !good || !('column' in good)) return null;
  if (Object.keys(good).length > 1 || unitOfColumn(profile, column) !== null) return null;
  const numbersOf = (name: string) => {
    const numberOf = plainNumbers(profile, name);
    return textsOf(name).map((text) => ({ text, number: numberOf(text) ?? Number.NaN }));
  };
  const made = numbersOf(good.column);
  const counted = numbersOf(column).filter(({ number }) => number !== 0);
  const fraction = counted.find(({ number }) => !Number.isInteger(number));
  const areFractions =
    counted.length >= FEWEST_FRACTIONS &&
    counted.filter(({ number }) => number < MOST_PERCENT && !Number.isInteger(number)).length >=
      MOSTLY * counted.length;
  if (!fraction || !areFractions || !made.every(({ number }) => Number.isInteger(number))) return null;
  return { about: 'share', sample: fraction.text, isBetterLeft: true };
}

/** The unit that the heading of a column or the row below it says. */
function unitOfColumn({ shape }: ImportProfile, column: string): string | null {
  const text = unitOfHeading(column) ?? shapedUnits(shape)[column] ?? '';
  return unitNamed(text)?.unit ?? null;
}
