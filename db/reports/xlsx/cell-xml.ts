/** Cells of a sheet as XML. A text is written within its cell and never as a formula, whatever it begins with. */
import { dayFromIso } from '../../../shared/domain/day.ts';
import type { Cell } from '../../../shared/query/answer.ts';
import type { CellKind } from '../report-content.ts';

/** The longest text that a cell may hold (ECMA-376 and every program that opens it). */
export const MOST_LETTERS = 32_767;
/** Ends a text that was too long, so that it does not look whole. */
const CUT = ' […]';
/** The day with serial number 0; days before 1900-03-01 are counted differently by different programs. */
const DAY_OF_SERIAL_0 = -25_569;
const FIRST_CERTAIN_SERIAL = 61;
const MS_PER_DAY = 86_400_000;
const MS_PER_MINUTE = 60_000;

/** What XML or the workbook's own escape would not let through: control characters, halves of surrogate pairs, `_x0041_`. */
const UNWRITABLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that XML has no place for
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]|_(?=x[0-9A-Fa-f]{4}_)/g;
const MARKUP = /[&<>"\r]/g;
const markup: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\r': '&#13;' };
const NEEDS_CARE = /[^\u0020\u0021\u0023-\u0025\u0027-\u003B\u003D\u003F-\u005E\u0060-\u007E\u00A0-\uD7FF]/;

/** Text as XML holds it; what XML has no place for is written as a workbook does (`_x0007_`). */
export function escapeXml(text: string): string {
  if (!NEEDS_CARE.test(text)) return text;
  return text
    .replace(UNWRITABLE, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}_`)
    .replace(MARKUP, (letter) => markup[letter] ?? letter);
}

/** The letters of a column, counted from 0: A, Z, AA. */
export function columnLetters(column: number): string {
  const rest = Math.floor(column / 26);
  return (rest === 0 ? '' : columnLetters(rest - 1)) + String.fromCharCode(65 + (column % 26));
}

export function textCell(place: string, style: number, text: string): string {
  const held = text.length > MOST_LETTERS ? `${text.slice(0, MOST_LETTERS - CUT.length)}${CUT}` : text;
  return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${escapeXml(held)}</t></is></c>`;
}

/** A value as a cell; nothing for 'no data', which is an empty cell. What is not as its kind says is written as text. */
export function cellXml(place: string, kind: CellKind, styles: { whole: number; broken: number }, value: Cell): string {
  if (value === null || value === '') return '';
  const number = typeof value === 'number' ? value : serialOf(kind, value);
  if (number === null || !Number.isFinite(number)) return textCell(place, styles.whole, String(value));
  return `<c r="${place}" s="${Number.isInteger(number) ? styles.whole : styles.broken}"><v>${number}</v></c>`;
}

/** The serial number of a day, a month or an instant (in the time zone of this machine), a plant time, or an ordinal; null for other text. */
function serialOf(kind: CellKind, text: string): number | null {
  if (kind === 'ordinal') return /^\d{1,15}$/.test(text) ? Number(text) : null;
  if (kind === 'instant' || kind === 'plantTime') {
    const at = new Date(text);
    const shownMs = at.getTime() - (kind === 'instant' ? at.getTimezoneOffset() * MS_PER_MINUTE : 0);
    return certain(shownMs / MS_PER_DAY - DAY_OF_SERIAL_0);
  }
  if (kind !== 'day' && kind !== 'month') return null;
  const day = dayFromIso(kind === 'month' ? `${text}-01` : text);
  return day === null ? null : certain(day - DAY_OF_SERIAL_0);
}

function certain(serial: number): number | null {
  return serial >= FIRST_CERTAIN_SERIAL ? serial : null;
}
