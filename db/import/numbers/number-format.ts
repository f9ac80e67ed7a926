import { AppError } from '../../../shared/lib/app-error.ts';

export interface NumberMarks {
  decimalMark: '.' | ',';
  thousandsMark: '' | '.' | ',' | ' ' | "'";
}

// Blanks and apostrophes come in several characters that look the same.
const LOOKALIKES: Record<string, string> = {
  ' ': '[ \\u00a0\\u2000-\\u200a\\u202f\\u205f\\u3000]',
  "'": "['’]",
  '.': '\\.',
  ',': ',',
};
const OTHER_MARKS = /[^0-9.eE+-]/;

/**
 * Compiles the way a file writes numbers into a function from its text to a plain decimal ('1.234,5' to '1234.5'), or
 * null when the text is not written that way. Thousands must stand in groups of three (two in the Indian way), so
 * that '1.5' is never read as 15, and the first of them does not begin with a zero: '0,250' is no 250. Throws INVALID_PROFILE when one character has both roles.
 */
export function compileNumberFormat(marks: NumberMarks): (text: string) => string | null {
  const { decimalMark, thousandsMark } = marks;
  if (decimalMark === thousandsMark) {
    throw new AppError(
      'INVALID_PROFILE',
      `'${decimalMark}' cannot be both the decimal mark and the thousands mark. Choose another for one of them.`,
    );
  }
  const mark = thousandsMark === '' ? null : LOOKALIKES[thousandsMark];
  const decimal = decimalMark === '.' ? '\\.' : ',';
  const grouped = mark ? new RegExp(`^[+-]?[1-9]\\d{0,2}(?:${mark}\\d{2,3})*${mark}\\d{3}(?:${decimal}\\d*)?$`) : null;
  const marksOfThousands = mark ? new RegExp(mark, 'g') : null;

  return (text) => {
    let plain = text;
    if (grouped && marksOfThousands && grouped.test(text)) plain = text.replace(marksOfThousands, '');
    if (decimalMark === ',') {
      if (plain.includes('.')) return null;
      const at = plain.indexOf(',');
      if (at >= 0) plain = `${plain.slice(0, at)}.${plain.slice(at + 1)}`;
    }
    return OTHER_MARKS.test(plain) ? null : plain;
  };
}
