import type { RecordCondition } from '../query/record-conditions.ts';
import { type Language, labels } from './labels.ts';
import { fitParticles } from './particles.ts';

interface ConditionWords {
  between: (from: string, to: string) => string;
  atLeast: (from: string) => string;
  atMost: (to: string) => string;
  contains: (text: string) => string;
  begins: (text: string) => string;
  recorded: string;
  missing: string;
}

const words: Record<Language, ConditionWords> = {
  en: {
    between: (from, to) => `${from} to ${to}`,
    atLeast: (from) => `at least ${from}`,
    atMost: (to) => `at most ${to}`,
    contains: (text) => `contains '${text}'`,
    begins: (text) => `begins with '${text}'`,
    recorded: 'recorded',
    missing: 'not recorded',
  },
  ko: {
    between: (from, to) => `${from} 이상 ${to} 이하`,
    atLeast: (from) => `${from} 이상`,
    atMost: (to) => `${to} 이하`,
    contains: (text) => `'${text}' 포함`,
    begins: (text) => fitParticles(`'${text}'(으)로 시작`),
    recorded: '기록 있음',
    missing: '기록 없음',
  },
};

/** A condition in words: what its field is called, and what must hold of it; `number` writes a number with all its digits. */
export function conditionInWords(
  condition: RecordCondition,
  language: Language,
  number: (value: number) => string,
): { name: string; holds: string } {
  return { name: labels[language].fields[condition.field], holds: holdsOf(condition, words[language], number) };
}

function holdsOf(condition: RecordCondition, t: ConditionWords, number: (value: number) => string): string {
  switch (condition.is) {
    case 'between': {
      const { from, to } = condition;
      if (from !== undefined && to !== undefined) return t.between(number(from), number(to));
      return from === undefined ? t.atMost(number(to ?? 0)) : t.atLeast(number(from));
    }
    case 'contains':
      return t.contains(condition.text);
    case 'begins':
      return t.begins(condition.text);
    case 'recorded':
      return t.recorded;
    case 'missing':
      return t.missing;
  }
}
