import { type ClockFormat, isClockFormat } from '../../../shared/import/dates.ts';
import { unitNamed } from '../../../shared/import/units.ts';
import { isWordedSpan, readClock, withPlainSpan } from '../times/clock-text.ts';
import { scaleBeside } from './number-scales.ts';
import { numberTextOf } from './number-text.ts';

/** How the texts of a column are written as far as they are amounts or times of day. */
export interface WrittenNumbers {
  /** Units beside numbers, by how often; '%' and '‰' among them. */
  units: ReadonlyMap<string, number>;
  /** Numbers other than 0 without a unit. */
  bare: number;
  /** Numbers with a word beside them that multiplies: '1.2k', '3만'. */
  scaled: number;
  /** The share of texts that are a number, whatever stands beside it. */
  numeric: number;
  /** How times without a date are written; null where the column holds none. */
  clock: 'HH:mm' | 'HHmm' | 'mm:ss' | null;
  /** True where all such times have seconds. */
  hasSeconds: boolean;
}

const CLOCK_NAME = /time|zeit|hora|start|end|begin|beginn|ende|시각|시간|시작|종료|時刻|时间|開始|終了/i;
const DURATION = /^\d{1,5}:[0-5]\d(?::[0-5]\d)?$/;
const ENOUGH = 0.9;
const ZERO = /^[+-]?[0.,]*$/;

/** Looks at the filled texts of a column with this heading. */
export function writtenNumbersOf(texts: readonly string[], heading: string): WrittenNumbers {
  const units = new Map<string, number>();
  let bare = 0;
  let numbers = 0;
  let scaled = 0;
  for (const text of texts) {
    const parts = numberTextOf(text);
    if (parts === null) continue;
    numbers += 1;
    const scale = scaleBeside(parts.unit);
    if (scale !== null) scaled += 1;
    const unit = scale?.unit ?? parts.unit;
    if (unit !== '') units.set(unit, (units.get(unit) ?? 0) + 1);
    else if (!ZERO.test(parts.number)) bare += 1;
  }
  return {
    units,
    bare,
    scaled,
    numeric: texts.length === 0 ? 0 : numbers / texts.length,
    clock: clockOf(texts, heading),
    hasSeconds: texts.some((text) => !NONE.test(text)) && texts.every((text) => isNoneOr(text, hasThreeParts)),
  };
}

/** Nothing stands among times as a bare 0. */
const NONE = /^0+$/;
const isNoneOr = (text: string, matches: (text: string) => boolean) => NONE.test(text) || matches(text);
const hasThreeParts = (text: string) => text.split(':').length === 3;

function clockOf(all: readonly string[], heading: string): WrittenNumbers['clock'] {
  const texts = all.some((text) => text.includes(':') || isWordedSpan(text))
    ? all.filter((text) => !NONE.test(text))
    : all;
  const most = (matches: (text: string) => boolean) =>
    texts.length > 0 && texts.filter(matches).length >= ENOUGH * texts.length;
  if (most((text) => /\D/.test(text) && readClock(text, 'HH:mm') !== null)) return 'HH:mm';
  // '0600' is a time where the heading says so, and a number elsewhere.
  const areDigits = texts.every((text) => /^\d{4}(\d{2})?$/.test(text));
  if (areDigits && CLOCK_NAME.test(heading) && most((text) => readClock(text, 'HHmm') !== null)) return 'HHmm';
  const areSpans = texts.some(isWordedSpan) && most((text) => DURATION.test(withPlainSpan(text)));
  return areSpans || most((text) => DURATION.test(text)) ? 'mm:ss' : null;
}

/** True for a column of amounts, whatever is written beside them. */
export function areAmounts(written: WrittenNumbers): boolean {
  return written.numeric >= ENOUGH;
}

/** How a column writes times of day without a date; null where it holds something else. */
export function timesOfDay({ clock }: WrittenNumbers): ClockFormat | null {
  return clock !== null && isClockFormat(clock) ? clock : null;
}

/** The unit that a heading gives in brackets or at its end: 'Run time (h)', 'downtime_sec'; null where it gives none. */
export function unitOfHeading(heading: string): string | null {
  const inBrackets = /[([（［]\s*([^()[\]（）［］]{1,12}?)\s*[)\]）］]\s*$/.exec(heading)?.[1];
  if (inBrackets !== undefined) return unitNamed(inBrackets) === null && !/^[%‰]$/.test(inBrackets) ? null : inBrackets;
  const last = /[_ ](min|mins|minutes|h|hr|hrs|hours|s|sec|secs|seconds)$/i.exec(heading)?.[1];
  return last ?? null;
}
