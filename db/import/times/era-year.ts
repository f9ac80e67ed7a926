/** Years as Japan counts them, from the beginning of an era: 令和6, R6 and ㋿6 are 2024, 元 being the first. */

/** The year before the first of each era, by its names. */
const yearBefore: Readonly<Record<string, number>> = {
  ...{ 令和: 2018, R: 2018, '㋿': 2018 },
  ...{ 平成: 1988, H: 1988, '㍻': 1988 },
  ...{ 昭和: 1925, S: 1925, '㍼': 1925 },
};

/** An era with its year, as an expression. */
export const ERA_YEAR = `(?:${Object.keys(yearBefore).join('|')})\\.?\\s*(?:\\d{1,2}|元)`;

/** True for a text that begins with an era and its year; by a letter only where its heading says that it is a date. */
export function beginsWithEra(text: string, isCalledDate: boolean): boolean {
  const match = BEGINNING.exec(text);
  return match !== null && (isCalledDate || !/[RHS]/.test(match[0]));
}

const BEGINNING = new RegExp(`^${ERA_YEAR}(?=[年./-])`, 'u');

/** The year of our calendar that an era and its year name; not a number for what is none. */
export function yearOfEra(text: string): number {
  const [, era = '', year = ''] = /^(.+?)\.?\s*(\d{1,2}|元)$/u.exec(text) ?? [];
  const count = year === '元' ? 1 : Number(year);
  return count >= 1 ? (yearBefore[era] ?? Number.NaN) + count : Number.NaN;
}
