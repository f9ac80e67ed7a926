import type { Language } from '../../../../shared/text/labels.ts';

/** How a column of texts or numbers can be filtered. */
export const filterKinds = ['values', 'between', 'contains', 'begins', 'recorded', 'missing'] as const;
export type FilterKind = (typeof filterKinds)[number];

interface FilterText {
  filterBy: (column: string) => string;
  kind: string;
  kinds: Record<FilterKind, string>;
  from: string;
  to: string;
  firstDay: string;
  lastDay: string;
  turned: string;
  sought: string;
  caseHint: string;
  keep: string;
  takeOff: string;
  conditions: string;
  clearConditions: string;
  done: string;
}

export const text: Record<Language, FilterText> = {
  en: {
    filterBy: (column) => `Filter by ${column}`,
    kind: 'What is kept',
    kinds: {
      values: 'One of',
      between: 'From, to',
      contains: 'Contains',
      begins: 'Begins with',
      recorded: 'Recorded',
      missing: 'Not recorded',
    },
    from: 'From',
    to: 'To',
    firstDay: 'First day',
    lastDay: 'Last day',
    turned: 'This is less than where it begins.',
    sought: 'Text',
    caseHint: 'Capital and small letters are the same.',
    keep: 'Keep these',
    takeOff: 'Take off',
    conditions: 'Conditions on single records',
    clearConditions: 'Take the conditions off',
    done: 'Done',
  },
  ko: {
    filterBy: (column) => `${column} 필터`,
    kind: '남길 기록',
    kinds: {
      values: '값 고르기',
      between: '범위',
      contains: '포함',
      begins: '시작',
      recorded: '기록 있음',
      missing: '기록 없음',
    },
    from: '이상',
    to: '이하',
    firstDay: '첫날',
    lastDay: '마지막 날',
    turned: '시작보다 작습니다.',
    sought: '찾을 글자',
    caseHint: '대문자와 소문자를 구분하지 않습니다.',
    keep: '이것만 보기',
    takeOff: '해제',
    conditions: '기록별 조건',
    clearConditions: '조건 해제',
    done: '완료',
  },
};
