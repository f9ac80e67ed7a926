import { recordFieldNames } from '../../domain/fields.ts';
import { findingKinds } from '../../import/gate.ts';
import { findingWords } from '../../import/gate-words.ts';
import { type Language, labels } from '../labels.ts';
import { fitParticles } from '../particles.ts';
import { koFiles } from './ko-files.ts';
import { koImports } from './ko-imports.ts';
import { koKept } from './ko-kept.ts';
import { koRows } from './ko-rows.ts';
import { koStore } from './ko-store.ts';
import { compileSentences, type Sentence } from './sentences.ts';

/** What was found in a file and what was decided of it, which has words of its own in every language. */
const koFindings: readonly Sentence[] = [
  ['Kept: {what!}.', '가져옴: {what}.'],
  ['Left out: {what!}.', '제외함: {what}.'],
  ['Kept, as decided for this kind of file: {what!}.', '이런 파일에 정해 둔 대로 가져옴: {what}.'],
  ['Left out, as decided for this kind of file: {what!}.', '이런 파일에 정해 둔 대로 제외함: {what}.'],
  ['Worth knowing: {what!}.', '참고: {what}.'],
  ['{a!}; {b!}', '{a}, {b}'],
  ['{a!}; {b!}; {c!}', '{a}, {b}, {c}'],
  ['{a!}; {b!}; {c!}; and {more} more', '{a}, {b}, {c} 외 {more}가지'],
  ...findingKinds.flatMap((kind): Sentence[] =>
    [true, false].map((isOne) => [
      findingWords.en[kind].title('{count}', isOne),
      findingWords.ko[kind].title('{count}', isOne),
    ]),
  ),
];

const koWords = new Map(recordFieldNames.map((name) => [labels.en.fields[name], labels.ko.fields[name]]));

const tellers: Record<Language, (message: string) => string | null> = {
  en: (message) => message,
  ko: compileSentences(
    [...koFindings, ...koRows, ...koImports, ...koFiles, ...koStore, ...koKept],
    koWords,
    fitParticles,
  ),
};

/** A message of the service in a language; null where not all of it is known there, and its English is to be shown. */
export function toldIn(language: Language, message: string): string | null {
  return tellers[language](message);
}
