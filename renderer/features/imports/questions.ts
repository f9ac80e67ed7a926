import type { Preview } from '../../../shared/contract/schemas.ts';
import { dayFromParts, isoFromDay } from '../../../shared/domain/day.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { changeProfile } from './profile-edit.ts';

export type Ambiguity = Preview['ambiguities'][number];

/** Tells one question from another: other choices are another question, which has to be answered anew. */
export function questionKey({ field, choices }: Ambiguity): string {
  return [field, ...[...choices].sort()].join('|');
}

/** The questions that nobody has answered yet. */
export function openQuestions(ambiguities: readonly Ambiguity[], answered: readonly string[]): Ambiguity[] {
  return ambiguities.filter((each) => !answered.includes(questionKey(each)));
}

/** The profile with a question answered. */
export function answerQuestion(profile: ImportProfile, { field }: Ambiguity, choice: string): ImportProfile {
  switch (field) {
    case 'dateFormat':
    case 'decimalMark':
    case 'thousandsMark':
      return changeProfile(profile, { type: 'read', setting: field, value: choice });
    default:
      return profile;
  }
}

/** What the profile says now about what is asked. */
export function currentChoice(profile: ImportProfile, { field, choices }: Ambiguity): string | null {
  const value: unknown = (profile as Record<string, unknown>)[field];
  return typeof value === 'string' && choices.includes(value) ? value : null;
}

/** The date a text is when read by a format of digits; null when it is none, or the format has more than digits. */
export function exampleDate(text: string, format: string): string | null {
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
