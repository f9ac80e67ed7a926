import type { Question } from '../../../shared/contract/schemas.ts';
import { dayFromParts, isoFromDay } from '../../../shared/domain/day.ts';
import { isCountedFormat } from '../../../shared/import/dates.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { changeProfile } from './profile-edit.ts';
import { answers } from './values/answers.ts';

export type Ambiguity = Question;

/** Tells one question from another: other choices are another question, which has to be answered anew. */
export function questionKey({ field, column, sample, choices }: Ambiguity): string {
  // Of a column's numbers one may be in doubt, and another in another row.
  const about = column === undefined ? [] : [column, field === 'nulls' ? sample : ''];
  return [field, ...about, ...[...choices].sort()].join('|');
}

/** The questions that nobody has answered yet. */
export function openQuestions(ambiguities: readonly Ambiguity[], answered: readonly string[]): Ambiguity[] {
  return ambiguities.filter((each) => !answered.includes(questionKey(each)));
}

/** The profile with a question answered; `first` is the one before any answer, of which names that were dropped are taken up again. */
export function answerQuestion(
  profile: ImportProfile,
  question: Ambiguity,
  choice: string,
  first: ImportProfile = profile,
): ImportProfile {
  const { field } = question;
  if (isOfFile(question)) return changeProfile(profile, { type: 'read', setting: field as FileSetting, value: choice });
  return answers[field]?.set(profile, question, choice, first) ?? profile;
}

/** What the profile says now about what is asked. */
export function currentChoice(profile: ImportProfile, question: Ambiguity): string | null {
  const value = isOfFile(question)
    ? profile[question.field as FileSetting]
    : answers[question.field]?.get(profile, question);
  return value !== undefined && question.choices.includes(value) ? value : null;
}

type FileSetting = 'dateFormat' | 'thousandsMark';

function isOfFile({ field, column }: Ambiguity): boolean {
  return column === undefined && (field === 'dateFormat' || field === 'thousandsMark');
}

/** The date a text is when read by a format of digits; null when it is none, or the format has more than digits. */
export function exampleDate(text: string, format: string): string | null {
  if (isCountedFormat(format)) return exampleOfSerial(text, format);
  const names: string[] = [];
  const pattern = format.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/YYYY|YY|MM?|DD?|HH?|mm|ss/g, (token) => {
    names.push(token);
    return token === 'YYYY' ? '(\\d{4})' : '(\\d{1,2})';
  });
  const match = new RegExp(`^${pattern}`).exec(text.trim());
  if (!match) return null;
  const part = (token: string) => {
    const index = names.findIndex((name) => name.startsWith(token));
    return index === -1 ? null : Number(match[index + 1]);
  };
  const [year, month] = [part('Y'), part('M')];
  if (year === null || month === null) return null;
  const day = dayFromParts(year < 100 ? 2000 + year : year, month, part('D') ?? 1);
  return day === null ? null : isoFromDay(day);
}

const SERIAL_OF_1970 = { 'excel-serial': 25_569, 'excel-serial-1904': 24_107 };

function exampleOfSerial(text: string, format: string): string | null {
  const first = SERIAL_OF_1970[format as keyof typeof SERIAL_OF_1970];
  return first !== undefined && /^\d+([.,]\d+)?$/.test(text) ? isoFromDay(Number.parseInt(text, 10) - first) : null;
}

/** A sample that shows what a date question is about: one that both readings take for a date, but for another one. */
export function tellingDate(samples: readonly string[], choices: readonly string[]): string | null {
  const tells = samples.find((text) => {
    const read = choices.map((format) => exampleDate(text, format));
    return read.every((date) => date !== null) && new Set(read).size > 1;
  });
  return tells ?? null;
}

/** A sample that is a whole number by one mark and a fraction by the other ('1.234'). */
export function tellingNumber(samples: readonly string[]): string | null {
  return samples.find((text) => /^-?\d{1,3}[.,]\d{3}$/.test(text.trim())) ?? null;
}
