import { AppError } from '../../../shared/lib/app-error.ts';

/** Languages whose month names are tried when a file is guessed, the commonest first. */
export const monthLanguages = [
  'en',
  'de',
  'es',
  'pt',
  'fr',
  'it',
  'ko',
  'nl',
  'pl',
  'cs',
  'sl',
  'hr',
  'hu',
  'sv',
  'tr',
];

/** A month name as it is compared: lower case, without accents, dots and blanks around it. */
export function foldName(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\./g, '').trim().toLowerCase();
}

/** Short names that people and spreadsheets write beside those of the system. */
const alsoWritten: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  de: { mrz: 3, janner: 1, jan: 1, feber: 2 },
  es: { set: 9 },
  it: { sett: 9 },
};

const known = new Map<string, ReadonlyMap<string, number>>();

/**
 * Month (1 to 12) by folded name for a language: long and short names, alone and as they stand within a date.
 * Throws INVALID_PROFILE for what is no language. Asking the system takes some milliseconds, so each is asked for once.
 */
export function monthNamesOf(language: string): ReadonlyMap<string, number> {
  const names = known.get(language) ?? readMonthNames(language);
  known.set(language, names);
  return names;
}

function readMonthNames(language: string): Map<string, number> {
  const names = new Map<string, number>();
  const add = (name: string, month: number) => {
    const folded = foldName(name);
    // The same short name twice in one language would be a guess; the first one stands.
    if (folded !== '' && !names.has(folded)) names.set(folded, month);
  };
  for (const style of ['long', 'short'] as const) {
    let alone: Intl.DateTimeFormat;
    let inDate: Intl.DateTimeFormat;
    try {
      alone = new Intl.DateTimeFormat(language, { month: style, timeZone: 'UTC' });
      inDate = new Intl.DateTimeFormat(language, { month: style, day: 'numeric', year: 'numeric', timeZone: 'UTC' });
    } catch (error) {
      throw new AppError(
        'INVALID_PROFILE',
        `'${language}' is no language code for month names; try 'en' or 'pt'.`,
        error,
      );
    }
    for (let month = 1; month <= 12; month += 1) {
      const date = new Date(Date.UTC(2021, month - 1, 1));
      add(alone.format(date), month);
      add(inDate.formatToParts(date).find((part) => part.type === 'month')?.value ?? '', month);
    }
  }
  // Many systems cut names to three or four letters ('SEP', 'Sept'), whatever the custom of the language.
  for (const length of [3, 4]) {
    const cut = new Map<string, number | null>();
    for (const [name, month] of names) {
      if (name.length <= length || !/^\p{L}+$/u.test(name)) continue;
      const prefix = name.slice(0, length);
      const seen = cut.get(prefix);
      cut.set(prefix, seen === undefined || seen === month ? month : null);
    }
    for (const [prefix, month] of cut) if (month !== null) add(prefix, month);
  }
  for (const [name, month] of Object.entries(alsoWritten[language] ?? {})) add(name, month);
  return names;
}

/** Month (1 to 12) by a name as a date format of this language reads it; none where the format names no months. */
export function monthFinder(format: string, language: string): (text: string) => number | undefined {
  const months = format.includes('MMM') ? monthNamesOf(language) : new Map<string, number>();
  return (text) => months.get(text) ?? months.get(foldName(text));
}
