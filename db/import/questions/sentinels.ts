import type { Question } from '../../../shared/contract/schemas.ts';
import { readingOfColumn } from '../../../shared/import/columns.ts';
import { amountColumnsOf } from '../guess/guess-readings.ts';
import { compileNumberFormat } from '../numbers/number-format.ts';
import { numberTextOf } from '../numbers/number-text.ts';
import type { AskedFile } from './ambiguities.ts';

/** Numbers by which devices and systems say 'nothing': the ends of what a memory cell holds, and rows of nines. */
const LIMITS = /^(?:-1|32767|-32768|65534|65535|2147483647|-2147483648|4294967295|16777215)$/;
const NINES = /^-?9{2,}(?:\.9+)?$/;
/** How far beyond all that was measured each must lie to stand out; a few nines can be a measurement, and must come again. */
const BEYOND = { limit: 1.5, nines: 2 };
const SURE_NINES = 4;
const MOST_ASKED = 3;

/**
 * Asks of numbers that look like a system's way of saying 'nothing' whether they are: at the edge of what their column holds,
 * and far from the rest. Nothing is left out without an answer.
 */
export function sentinelQuestions({ profile, textsOf }: AskedFile): Question[] {
  return [...amountColumnsOf(profile).keys()].flatMap((column) => {
    const own = readingOfColumn(profile.columns, column);
    const said = new Set(own.nulls);
    return sentinelsOf(textsOf(column), {
      decimalMark: own.decimalMark ?? profile.decimalMark,
      thousandsMark: own.thousandsMark ?? profile.thousandsMark,
    }).map(({ text, count }) => {
      const isNone = said.has(text);
      const times = count === 1 ? 'once' : `${count} times`;
      const meaning = isNone ? 'It is read as not recorded' : 'It is read as the number it is';
      const message = `'${text}' stands ${times} in column '${column}', far from the other numbers, as systems write it for nothing. ${meaning}: check that this is what the plant means.`;
      return {
        field: 'nulls',
        column,
        sample: text,
        message,
        choices: isNone ? ['none', 'number'] : ['number', 'none'],
      };
    });
  });
}

/** Texts that stand out as no measurement, with how often they occur. */
export function sentinelsOf(
  texts: readonly string[],
  marks: Parameters<typeof compileNumberFormat>[0],
): { text: string; count: number }[] {
  const toPlain = compileNumberFormat(marks);
  const counts = new Map<string, { value: number; count: number; isSentinel: boolean }>();
  for (const text of texts) {
    const seen = counts.get(text);
    if (seen) seen.count += 1;
    else {
      const plain = toPlain(numberTextOf(text)?.number ?? '');
      const value = plain === null || plain === '' ? Number.NaN : Number(plain);
      if (!Number.isNaN(value)) counts.set(text, { value, count: 1, isSentinel: isSentinelNumber(value) });
    }
  }
  const all = [...counts.values()];
  const others = all.filter(({ isSentinel }) => !isSentinel).map(({ value }) => value);
  if (others.length === 0) return [];
  const highest = others.reduce((most, value) => Math.max(most, value), 0);
  const lowest = others.reduce((least, value) => Math.min(least, value), 0);
  return [...counts]
    .filter(([, { value, count, isSentinel }]) => isSentinel && standsOut(value, count, { highest, lowest }))
    .map(([text, { count }]) => ({ text, count }))
    .slice(0, MOST_ASKED);
}

function standsOut(value: number, count: number, { highest, lowest }: { highest: number; lowest: number }): boolean {
  return value < 0 ? lowest >= 0 : beyondOthers(value, count, highest);
}

/** Whether systems write this number for 'nothing'. */
export function isSentinelNumber(value: number): boolean {
  return LIMITS.test(String(value)) || NINES.test(String(value));
}

/** Whether such a number, found so often, lies far enough above the highest of the others to be none of them. */
export function beyondOthers(value: number, count: number, highest: number): boolean {
  if (highest <= 0) return false;
  if (LIMITS.test(String(value))) return value > BEYOND.limit * highest;
  const isRepeated = count > 1 || String(value).replace('.', '').length >= SURE_NINES;
  return isRepeated && value > BEYOND.nines * highest;
}
