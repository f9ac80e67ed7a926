/** What headings say of the numbers below them: that they are shares or times rather than amounts, or count in thousands. */
import { unitNamed } from '../../../shared/import/units.ts';

const SHARE =
  /[%‰％]|(?:^|[\s_([,])(?:pct|percent|percentage|prozent|porcentaje|ppm|dpmo)(?:$|[\s_)\],])|퍼센트|백분율/i;

/** True for a heading such as 'Scrap %' or 'Good (pct)': what stands below it is no quantity, though it may be called like one. */
export function isShareHeading(heading: string): boolean {
  return SHARE.test(heading);
}

/** True for a heading such as 'Plan (h)' or '실적[분]': what stands below it are times, though it may be called like a quantity. */
export function isTimeHeading(heading: string): boolean {
  const [, unit = ''] = /[([{（［]\s*([^()[\]{}（）［］]*?)\.?\s*[)\]}）］]\s*$/u.exec(heading) ?? [];
  return unit !== '' && unitNamed(unit)?.kind === 'time';
}

const POINTED =
  /(?:^|[\s_([])(?:(?:hh?|std|stunden|시간?|時間?)\s*[.,:]\s*(?:mm?|min|minuten|분|分)|(mm?|min)\s*[.,:]\s*(?:ss?|sek?|sec))\.?\s*[)\]]?\s*$/i;

/** How a heading such as 'Run time (hh.mm)' or 'Laufzeit (Std.Min)' says that times are written: 7.45 is 7 hours and 45 minutes. */
export function pointedTimeOf(heading: string): 'h.mm' | 'mm.ss' | null {
  const match = POINTED.exec(heading);
  if (!match) return null;
  return match[1] === undefined ? 'h.mm' : 'mm.ss';
}

const PIECES = '(?:pcs|pieces|units|ea|stk|stück|개|ea|個|个|шт)?\\.?';
const inHeading = (marks: string) =>
  new RegExp(`(?:[([]\\s*|,\\s*|\\bin\\s+)(?:${marks})\\s*${PIECES}\\s*[)\\]]?\\s*$`, 'iu');
const scales: readonly [scale: number, pattern: RegExp][] = [
  [3, inHeading("[x×*]?\\s*1[.,' ]?000s?|'?000s?|k|tsd\\.?|tausend|thousands?|천|千|тыс\\.?")],
  [4, inHeading('만|万|萬')],
  [6, inHeading("[x×*]?\\s*1[.,' ]?000[.,' ]?000|mio\\.?|mln\\.?|millions?|백만|百万|млн\\.?")],
];

const OF_TITLE = /(?:단위|単位|单位|units?|einheit(?:en)?|unité|unidad(?:es)?)\s*[:：]\s*/iu;

/** The power of ten in which a title above a table, such as '생산실적 (단위: 천개)' or 'Output (in thousands)', says that it counts; 0 for others. */
export function scaleOfTitle(title: string): number {
  return scaleOfHeading(title.replace(OF_TITLE, '('));
}

/** The power of ten in which a heading such as 'Good (x1000)', '양품(천개)' or 'Menge [Tsd. Stk]' counts; 0 for others. */
export function scaleOfHeading(heading: string): number {
  return scales.find(([, pattern]) => pattern.test(heading))?.[0] ?? 0;
}
