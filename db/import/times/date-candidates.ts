/** Ways to write a date that are tried when a file is guessed, the commonest first. */
import { namedZones } from '../../../shared/import/dates.ts';
import { HALF } from './clock-text.ts';
import { beginsWithEra } from './era-year.ts';

/** Day and month as they mostly stand: with points the day comes first. */
const ordersBy = { '-': ['M-D', 'D-M'], '/': ['M/D', 'D/M'], '.': ['D.M', 'M.D'] };
const SEPARATED = Object.entries(ordersBy).flatMap(([mark, orders]) => [
  ['YYYY', 'MM', 'DD'].join(mark),
  ...['YYYY', 'YY'].flatMap((year) => orders.map((order) => `${order}${mark}${year}`)),
  ['YY', 'M', 'D'].join(mark),
  ['YYYY', 'MM'].join(mark),
]);
const NUMERIC = [
  ...SEPARATED,
  ...['YYYY. M. D', 'YYYY. M. D.', 'D. M. YYYY', 'YY. M. D.', 'YY. M. D', 'D. M. YY'],
  ...['YYYY년 M월 D일', 'YYYY년M월D일', 'YY년 M월 D일', 'YYYY년 M월', 'YYYY年M月D日', 'YYYY年M月'],
  ...['MM/YYYY', 'YYYY-Www-E', 'YYYY-Www', 'YYYYWwwE', 'YYYY-DDD'],
];
const COMPACT = ['YYYYMMDD', 'YYYYMMDDHHmmss'];
/** Six and seven digits are dates where the heading says so. */
const SHORT = ['YYYYMM', 'YYMMDD', 'DDMMYY', 'MMDDYY', 'YYYYDDD'];
const NAMED = [' ', '-', '/', '.', ''].flatMap((mark) => [
  ['D', 'MMM', 'YYYY'].join(mark),
  ['D', 'MMM', 'YY'].join(mark),
  ['MMM', 'D', 'YYYY'].join(mark),
  ['MMM', 'YYYY'].join(mark),
  ['MMM', 'YY'].join(mark),
  ['YYYY', 'MMM'].join(mark),
]);
NAMED.push(
  'D. MMM YYYY',
  'MMM D, YYYY',
  'D MMM, YYYY',
  'D de MMM de YYYY',
  'MMM Do, YYYY',
  'MMM Do YYYY',
  'Do MMM YYYY',
);
const WITH_WEEKDAY = [
  ...['ddd, D MMM YYYY', 'ddd D MMM YYYY', 'ddd, MMM D, YYYY', 'ddd MMM D YYYY'],
  ...[
    'ddd D.M.YYYY',
    'ddd, D.M.YYYY',
    'ddd D.M.YY',
    'ddd, D. MMM YYYY',
    'ddd M/D/YYYY',
    'ddd D/M/YYYY',
    'ddd YYYY-MM-DD',
  ],
  ...[
    'YYYY-MM-DD(ddd)',
    'YYYY-MM-DD (ddd)',
    'YYYY-MM-DD ddd',
    'YYYY/MM/DD(ddd)',
    'YYYY/MM/DD (ddd)',
    'YYYY.MM.DD(ddd)',
    'YYYY.MM.DD (ddd)',
  ],
  ...['D.M.YYYY (ddd)', 'D.M.YY (ddd)', 'D.M.YY(ddd)', 'ddd, D.M.YY'],
  ...['YYYY. M. D. (ddd)', 'YYYY년 M월 D일 ddd', 'YYYY년 M월 D일 (ddd)', 'YYYY年M月D日(ddd)', 'YYYY年M月D日 ddd'],
];

/** Who writes the day of the week like this puts the year first. */
const EASTERN_WEEKDAY = /[(（]\s*[월화수목금토일月火水木金土日]\s*[)）]/;
const WITH_EASTERN_WEEKDAY = [
  ...WITH_WEEKDAY.filter((format) => !/D\.M\.YY/.test(format)),
  ...['YY.MM.DD(ddd)', 'YY.MM.DD (ddd)', 'YY-MM-DD(ddd)', 'YY/MM/DD(ddd)'],
];

/** Weeks as they are called in German and Korean; each is its Monday. */
const OF_WEEK = [
  ...['KW ww/YYYY', 'KWww/YYYY', 'KW ww YYYY', 'KWww YYYY', 'YYYY KWww', 'YYYY KW ww', 'YYYY-KWww', 'YYYY/KWww'],
  ...['YYYY년 ww주차', 'YYYY년 ww주', 'YYYY년ww주', 'YYYY년ww주차'],
];
const CALLS_WEEK = /KW|주/;

const OF_ERA = ['EY年M月D日', 'EY.M.D', 'EY/M/D', 'EY-M-D', 'EY年M月'];

const EPOCH = /^(?:[1-9]\d{9}|[1-9]\d{12})(?:\.\d+)?$/;
const SERIAL = /^[2-9]\d{4}(?:[.,]\d+)?$/;
const NO_NAMES = new RegExp(`\\[[\\w/+-]+\\]|\\b(?:${Object.keys(namedZones).join('|')})\\b|${HALF}`, 'gu');

export interface DateCandidates {
  formats: readonly string[];
  /** Months are written by their names. */
  named: boolean;
}

/** Which ways to try on different texts of a column; `isCalledDate` where its heading says that it holds dates or times. */
export function dateCandidates(texts: readonly string[], isCalledDate: boolean): DateCandidates {
  const [first = ''] = texts;
  const none = { formats: [], named: false };
  if (!/\d/.test(first)) {
    // 'Fri 1 Mar' has digits too: a text without any is no date.
    return none;
  }
  if (beginsWithEra(first, isCalledDate)) return { formats: OF_ERA, named: false };
  if (/^[\d.,]+$/.test(first) && !/\..*\./.test(first)) return { formats: ofDigits(first, isCalledDate), named: false };
  const words = texts.map((text) => text.replace(NO_NAMES, ''));
  const areMostly = (pattern: RegExp) => words.filter((text) => pattern.test(text)).length > words.length / 2;
  if (areMostly(CALLS_WEEK)) return { formats: OF_WEEK, named: false };
  if (areMostly(EASTERN_WEEKDAY)) return { formats: WITH_EASTERN_WEEKDAY, named: false };
  if (words.some((text) => /\p{L}{3}/u.test(text))) return { formats: [...NAMED, ...WITH_WEEKDAY], named: true };
  if (/^\d{8}(\d{6})?(?=$|[T ])/.test(first)) return { formats: COMPACT, named: false };
  const hasLetters = words.some((text) => /(?![년월일年月日])\p{L}/u.test(text.replace(/T\d|\dZ$|W\d/g, '')));
  return { formats: hasLetters ? [...NUMERIC, ...WITH_WEEKDAY] : NUMERIC, named: false };
}

function ofDigits(first: string, isCalledDate: boolean): readonly string[] {
  if (/^\d{8}(\d{6})?$/.test(first)) return COMPACT;
  if (/^\d{4}\.\d{2}$/.test(first)) return NUMERIC;
  if (!isCalledDate) return [];
  if (/^\d{6,7}$/.test(first)) return SHORT;
  if (EPOCH.test(first)) return ['epoch-seconds', 'epoch-milliseconds'];
  return SERIAL.test(first) ? ['excel-serial', 'excel-serial-1904'] : [];
}
