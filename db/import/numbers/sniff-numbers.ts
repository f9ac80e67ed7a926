import { unitNamed } from '../../../shared/import/units.ts';
import { compileNumberFormat, type NumberMarks } from './number-format.ts';
import { scaleBeside } from './number-scales.ts';
import { numberTextOf } from './number-text.ts';

export interface NumberReading extends NumberMarks {
  isNumber(text: string): boolean;
  /** A text such as '1.234' that nothing in the file tells to be a thousand or a fraction; null when all is clear. */
  ambiguous: string | null;
}

const NUMBER_LIKE = /^[+-]?\d[\d.,'’ \u00a0\u2000-\u200a\u202f\u205f\u3000]*(?:[eE][+-]?\d+)?$/;

/**
 * How the numbers of a file are written, from the texts of its columns. '0.5', '4.0' and '36814,544' can only be
 * fractions, '1.234.567' only thousands; '1.234' alone can be either: then a reading is chosen by the delimiter
 * (files that write ';' between cells mostly do so because the comma is their decimal mark) and said to be a choice.
 */
export function readingOfNumbers(columns: readonly (readonly string[])[], delimiter: string): NumberReading {
  const fractions = { '.': 0, ',': 0 };
  const thousands = new Map<string, number>();
  const unclear: { text: string; mark: '.' | ',' }[] = [];
  for (const column of columns) {
    const numberLike = column.filter((text) => NUMBER_LIKE.test(text));
    if (numberLike.length < column.length * 0.9) continue;
    for (const text of numberLike) {
      const found = marksIn(text);
      if (found.fraction) fractions[found.fraction] += 1;
      if (found.thousands) thousands.set(found.thousands, (thousands.get(found.thousands) ?? 0) + 1);
      if (found.unclear) unclear.push({ text, mark: found.unclear });
    }
  }
  const marks = chooseMarks(fractions, thousands, unclear[0]?.mark ?? null, delimiter);
  const toPlain = compileNumberFormat(marks.marks);
  return {
    ...marks.marks,
    ambiguous: marks.isChoice ? (unclear.find(({ mark }) => mark === unclear[0]?.mark)?.text ?? null) : null,
    isNumber: (text) => {
      const parts = numberTextOf(text);
      if (parts === null || toPlain(parts.number) === null) return false;
      return (
        parts.unit === '' ||
        parts.unit === '%' ||
        parts.unit === '‰' ||
        unitNamed(parts.unit) !== null ||
        scaleBeside(parts.unit) !== null
      );
    },
  };
}

/** The marks of one column where they contradict those of the file, and are clear by themselves; null for any other. */
export function ownMarks(texts: readonly string[], file: NumberMarks, delimiter: string): NumberMarks | null {
  const toPlain = compileNumberFormat(file);
  const numberLike = texts.filter((text) => NUMBER_LIKE.test(text));
  if (numberLike.length < texts.length * 0.9 || numberLike.every((text) => toPlain(text) !== null)) return null;
  const { decimalMark, thousandsMark, ambiguous } = readingOfNumbers([texts], delimiter);
  const own = { decimalMark, thousandsMark };
  const toOwn = compileNumberFormat(own);
  return ambiguous === null && numberLike.every((text) => toOwn(text) !== null) ? own : null;
}

interface Marks {
  fraction?: '.' | ',';
  thousands?: Exclude<NumberMarks['thousandsMark'], ''>;
  unclear?: '.' | ',';
}

function marksIn(text: string): Marks {
  const found: Marks = {};
  if (/\d[ \u00a0\u202f\u2009]\d{3}/.test(text)) found.thousands = ' ';
  else if (/\d['’]\d{3}/.test(text)) found.thousands = "'";
  const points = text.match(/[.,]/g) ?? [];
  const last = points.at(-1) as '.' | ',' | undefined;
  if (last === undefined) return found;
  const others = points.slice(0, -1);
  if (others.length > 0) {
    if (others.every((mark) => mark === last)) found.thousands = last;
    else if (others.every((mark) => mark !== last)) {
      found.thousands = others[0] as '.' | ',';
      found.fraction = last;
    }
    return found;
  }
  const [before = '', after = ''] = text.replace(/^[+-]/, '').split(last);
  const couldBeThousands = /^[1-9]\d{0,2}$/.test(before) && /^\d{3}$/.test(after) && found.thousands === undefined;
  if (couldBeThousands) found.unclear = last;
  else found.fraction = last;
  return found;
}

function chooseMarks(
  fractions: Record<'.' | ',', number>,
  thousands: ReadonlyMap<string, number>,
  unclear: '.' | ',' | null,
  delimiter: string,
): { marks: NumberMarks; isChoice: boolean } {
  const commonest = [...thousands].sort((a, b) => b[1] - a[1])[0]?.[0] as NumberMarks['thousandsMark'] | undefined;
  if (fractions['.'] + fractions[','] > 0) {
    const decimalMark = fractions[','] > fractions['.'] ? ',' : '.';
    // A mark that stands in front of three digits only, in a file whose fractions use the other, is of thousands.
    const other = unclear !== null && unclear !== decimalMark ? unclear : '';
    const thousandsMark = commonest !== undefined && commonest !== decimalMark ? commonest : other;
    return { marks: { decimalMark, thousandsMark }, isChoice: false };
  }
  if (commonest !== undefined) {
    return { marks: { decimalMark: commonest === '.' ? ',' : '.', thousandsMark: commonest }, isChoice: false };
  }
  if (unclear === null) return { marks: { decimalMark: '.', thousandsMark: '' }, isChoice: false };
  const decimalMark = delimiter === ';' ? ',' : '.';
  return { marks: { decimalMark, thousandsMark: decimalMark === ',' ? '.' : ',' }, isChoice: true };
}
