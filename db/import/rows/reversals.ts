/**
 * Rows that take back others, as bookings of goods do: their quantity stands there without a sign, and what it counts is below
 * zero. Read as they stand they would be counted twice over: once by the row that they take back, and once by themselves.
 */
import type { Question } from '../../../shared/contract/schemas.ts';
import { recordFieldNames, recordFields } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import { en } from '../../../shared/text/en.ts';
import { amountColumnsOf } from '../guess/guess-readings.ts';
import { foldHeading } from '../headings/fold-heading.ts';
import { NEGATIVE } from '../numbers/amount-readers.ts';
import { numberTextOf } from '../numbers/number-text.ts';
import type { AskedFile } from '../questions/ambiguities.ts';
import { shownNames, shownText } from './shown.ts';

type Marks = (texts: ReadonlySet<string>) => string[];
const SIGN_HEADING = /^(?:sign|vorzeichen|vz|부호|符号)$/;
const MINUS = /^[-\u2212\u2013]$/;
const YES = /^(?:x|j|ja|y|yes|1|true|t|예|○|✓)$/i;
const NO = /^(?:n|no|nein|0|false|f|아니오|아니요)?$/i;

/** How headings say what a column holds, and which of its texts take a booking back. */
const byHeading: readonly [heading: RegExp, marks: Marks][] = [
  [/^(?:movement_type|mvmt_type|mvt_type|mvt|bwart|bewegungsart|이동유형|移動タイプ)$/, takingBack],
  [
    /^(?:debit_credit(?:_ind(?:icator)?)?|debit_credit_code|d_c|dr_cr|s_h|soll_haben|soll_haben_kennzeichen|shkzg|차대변?)$/,
    credits,
  ],
  [
    /^(?:is_)?(?:storno|storniert|cancel(?:l?ed|lation)?|revers(?:al|ed)|void(?:ed)?|deleted|geloscht|loschkennzeichen|loekz|취소|반제|삭제|取消|削除)(?:_?(?:flag|ind|indicator|kz|kennzeichen|yn|여부|구분))?$/,
    flags,
  ],
];

/** Goods movements are taken back by the number behind their own: 102 takes back 101, and 262 takes back 261. */
function takingBack(texts: ReadonlySet<string>): string[] {
  return [...texts].filter((text) => /^\d{2}2$/.test(text) && (text === '102' || texts.has(String(Number(text) - 1))));
}

const SIDES: readonly [debit: string, credit: string][] = [
  ['s', 'h'],
  ['d', 'c'],
  ['dr', 'cr'],
  ['debit', 'credit'],
  ['soll', 'haben'],
  ['차', '대'],
];

function credits(texts: ReadonlySet<string>): string[] {
  const folded = new Set([...texts].map((text) => text.toLowerCase()));
  const side = SIDES.find((each) => [...folded].every((text) => text === '' || each.includes(text)));
  return side ? [...texts].filter((text) => text.toLowerCase() === side[1]) : [];
}

function flags(texts: ReadonlySet<string>): string[] {
  const yes = [...texts].filter((text) => YES.test(text));
  return [...texts].every((text) => YES.test(text) || NO.test(text)) ? yes : [];
}

/** A column of signs, below a heading that is one or none at all. */
function signs(texts: ReadonlySet<string>, heading: string): string[] {
  const minus = [...texts].filter((text) => MINUS.test(text));
  const others = [...texts].filter((text) => !MINUS.test(text));
  const isNamed = isNamedSign(heading);
  // A trend has such signs too, below a heading that says so.
  const isNameless = /^Column \d+$/.test(heading);
  const areSigns = others.every((text) => text === '+' || (isNamed && text === ''));
  return areSigns && (isNamed || isNameless) && others.length > 0 ? minus : [];
}

/** What the texts of a column say about its rows, by its heading; null where that says nothing of bookings taken back. */
export function reversalMarksOf(column: string): Marks | null {
  const heading = foldHeading(column);
  const marks = byHeading.find(([name]) => name.test(heading))?.[1];
  if (marks !== undefined) return marks;
  return isNamedSign(column) ? (texts) => signs(texts, column) : null;
}

function isNamedSign(heading: string): boolean {
  return SIGN_HEADING.test(foldHeading(heading)) || /^\+\s*\/\s*[-\u2212]$/.test(heading);
}

type Table = Pick<AskedFile, 'profile' | 'columns' | 'rows'>;
type Reversals = NonNullable<ImportProfile['reversals']>;

/** A guessed profile with the column that tells rows which take back others. */
export function withReversals(
  profile: ImportProfile,
  columns: readonly string[],
  rows: readonly string[][],
): ImportProfile {
  const found = reversalsIn({ profile, columns, rows });
  return found ? { ...profile, reversals: { ...found, are: 'aside' } } : profile;
}

/** Asks what becomes of rows that take back others. */
export function reversalQuestions(file: AskedFile): Question[] {
  const found = reversalsIn(file);
  if (found === null) return [];
  const inUse = file.profile.reversals?.are ?? 'kept';
  const sample = found.in.join(', ');
  const what = inUse === 'aside' ? 'set aside, as no record is below zero' : 'read like any other';
  return [
    {
      field: 'reversals',
      column: found.column,
      sample,
      message: `Rows with '${sample}' in column '${found.column}' look like bookings that take back others, though their quantities have no sign. They are ${what}: check that this is what the plant means.`,
      choices: inUse === 'aside' ? ['aside', 'kept'] : ['kept', 'aside'],
    },
  ];
}

function reversalsIn({ profile, columns, rows }: Table): Omit<Reversals, 'are'> | null {
  const used = new Set(amountColumnsOf(profile).keys());
  for (const [at, column] of columns.entries()) {
    if (used.has(column)) continue;
    const texts = new Set(rows.map((cells) => (cells[at] ?? '').trim()));
    const found = reversalMarksOf(column)?.(texts) ?? signs(texts, column);
    if (found.length > 0 && areUnsigned({ profile, columns, rows }, at, new Set(found))) return { column, in: found };
  }
  return null;
}

/** Whether a quantity of those rows has no sign of its own: one that has is no record anyway. */
function areUnsigned({ profile, columns, rows }: Table, mark: number, found: ReadonlySet<string>): boolean {
  const places = [...amountColumnsOf(profile)].flatMap(([column, field]) =>
    recordFields[field].kind === 'quantity' ? [columns.indexOf(column)] : [],
  );
  return rows.some((cells) => {
    if (!found.has((cells[mark] ?? '').trim())) return false;
    const numbers = places.flatMap((at) => numberTextOf((cells[at] ?? '').trim())?.number ?? []);
    return numbers.length > 0 && !numbers.some((number) => number.startsWith('-'));
  });
}

/**
 * Compiles what tells a row that takes back another: the reason why it is no record, or null for any other row. Throws
 * INVALID_PROFILE where the file lacks the column.
 */
export function compileReversals(
  { reversals, fields }: Pick<ImportProfile, 'reversals' | 'fields'>,
  columns: readonly string[],
): ((cells: readonly string[]) => string | null) | null {
  if (reversals?.are !== 'aside') return null;
  const at = columns.indexOf(reversals.column);
  if (at < 0) {
    throw new AppError(
      'INVALID_PROFILE',
      `The profile reads a column '${shownText(reversals.column)}' that the file lacks. It has: ${shownNames(columns)}.`,
    );
  }
  const marks = new Set(reversals.in);
  const field = recordFieldNames.find((name) => fields[name] && recordFields[name].kind === 'quantity');
  const label = en.fields[field ?? 'goodQuantity'];
  return (cells) => {
    const text = (cells[at] ?? '').trim();
    if (!marks.has(text)) return null;
    return `${label}: '${shownText(text)}' in column '${shownText(reversals.column)}' takes back another row, so that what it counts ${NEGATIVE}`;
  };
}
