/** What stands around the digits of a number: another alphabet's digits, brackets, a sign behind, a unit. */

/** A number as it stands in a cell: its digits with a leading sign, in the marks of the file, and what is written behind. */
export interface NumberText {
  number: string;
  /** '' where there is none; '%' and '‰' count as units here. */
  unit: string;
}

const PLAIN = /^[+-]?[\d.,]+$/;
const BLANKS = '[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000\\t]';
const DIGITS = `[+-]?${BLANKS}*(?:\\d(?:[\\d.,'’]|${BLANKS}(?=\\d))*|[.,]\\d+)(?:[eE][+-]?\\d+(?!\\p{L}))?`;
// '12 m3', '3.5h', '98 %', '4 pcs/h': letters, with the small figures of areas and volumes.
const UNIT = '[\\p{L}°%‰㎏㎖㎥㎡][\\p{L}\\d²³./°%㎥㎡-]{0,11}';
const SIGNED = new RegExp(`^(${DIGITS})$`, 'u');
const WITH_UNIT = new RegExp(`^(${DIGITS})${BLANKS}*(${UNIT})$`, 'u');
const BRACKETS = new RegExp(`^\\(${BLANKS}*([^()+-][^()]*?)${BLANKS}*\\)(.*)$`, 'u');
const SIGN_BEHIND = new RegExp(`^([^+-].*?)${BLANKS}*-${BLANKS}*(${UNIT})?$`, 'u');
const INVISIBLE = /[\u200b-\u200f\u2060\ufeff]/g;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9]/g;
const FULL_WIDTH = /[\uff01-\uff5e]/g;

/**
 * A text in the characters that numbers are read from: full-width and Arabic digits as 0 to 9, every minus as '-', without
 * the apostrophe by which spreadsheets mark text and without characters that cannot be seen.
 */
export function inPlainCharacters(text: string): string {
  if (PLAIN.test(text)) return text;
  return text
    .replace(INVISIBLE, '')
    .replace(FULL_WIDTH, (character) => String.fromCharCode(character.charCodeAt(0) - 0xfee0))
    .replace(OTHER_DIGITS, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[\u2212\u2013\ufe63]/g, '-')
    .replace(/^['’](?=[-+(.,\d])/, '')
    .trim();
}

/** Takes a number apart; null for a text that is none, whatever its marks mean. */
export function numberTextOf(text: string): NumberText | null {
  if (PLAIN.test(text)) return { number: text, unit: '' };
  const plain = inPlainCharacters(text);
  const bracketed = BRACKETS.exec(plain);
  if (bracketed) return negative(`${bracketed[1]}${bracketed[2]}`);
  const behind = SIGN_BEHIND.exec(plain);
  if (behind) return negative(`${behind[1]}${behind[2] ?? ''}`);
  return signed(plain);
}

function signed(plain: string): NumberText | null {
  const alone = SIGNED.exec(plain);
  const match = alone ?? WITH_UNIT.exec(plain);
  if (!match) return null;
  // A blank between sign and digits belongs to neither.
  return { number: (match[1] ?? '').replace(/^([+-])\s+/u, '$1'), unit: match[2] ?? '' };
}

function negative(plain: string): NumberText | null {
  const read = signed(plain);
  return read === null || /^[+-]/.test(read.number) ? null : { ...read, number: `-${read.number}` };
}
