import type { Language } from '../../../../shared/text/labels.ts';
import type { QuoteChoice } from './file-writing.tsx';

/** Words of the panel that says what a file is. Counts come already written out. */
interface WhatItIsText {
  title: string;
  hint: string;
  delimiter: string;
  firstPart: string;
  delimiterHint: string;
  delimiters: Record<string, string>;
  quote: string;
  quotes: Record<QuoteChoice, string>;
  columnsFound: (all: string, sure: string, areAllSure: boolean) => string;
  allColumns: string;
  fewerColumns: string;
  column: string;
  holds: string;
  confidence: string;
  reason: string;
}

export const text: Record<Language, WhatItIsText> = {
  en: {
    title: 'What this file is',
    hint: 'Recognised from its first rows. Change what is wrong: the mapping and the preview follow.',
    delimiter: 'Columns are cut at',
    firstPart: 'the first',
    delimiterHint: 'Any one to three characters; \\x01 for one that cannot be typed',
    delimiters: { ',': 'Comma  ,', ';': 'Semicolon  ;', '\t': 'Tab', '|': 'Bar  |' },
    quote: 'Cells stand within',
    quotes: {
      double: '" twice for a quote within',
      single: "' twice for a quote within",
      backslash: '" with \\ before a quote within',
      singleBackslash: "' with \\ before a quote within",
      none: 'Nothing',
      noneBackslash: 'Nothing, \\ before a delimiter',
    },
    columnsFound: (all, sure, areAllSure) =>
      areAllSure ? `What the ${all} columns hold is sure.` : `What ${sure} of the ${all} columns hold is sure.`,
    allColumns: 'Show all columns',
    fewerColumns: 'Show fewer columns',
    column: 'Column',
    holds: 'Holds',
    confidence: 'How sure',
    reason: 'Why',
  },
  ko: {
    title: '이 파일은 무엇인가',
    hint: '처음 행들을 보고 알아냈습니다. 틀린 것을 바꾸면 매핑과 미리 보기가 따라 바뀝니다.',
    delimiter: '열 구분',
    firstPart: '첫 번째',
    delimiterHint: '한 글자에서 세 글자까지. 입력할 수 없는 글자는 \\x01처럼 씁니다',
    delimiters: { ',': '쉼표  ,', ';': '쌍반점  ;', '\t': '탭', '|': '세로줄  |' },
    quote: '칸을 둘러싼 기호',
    quotes: {
      double: '" 안의 따옴표는 두 번',
      single: "' 안의 따옴표는 두 번",
      backslash: '" 안의 따옴표 앞에 \\',
      singleBackslash: "' 안의 따옴표 앞에 \\",
      none: '없음',
      noneBackslash: '없음, 구분 기호 앞에 \\',
    },
    columnsFound: (all, sure, areAllSure) =>
      areAllSure ? `열 ${all}개에 든 것이 모두 확실합니다.` : `열 ${all}개 중 ${sure}개에 든 것이 확실합니다.`,
    allColumns: '모든 열 보기',
    fewerColumns: '열 줄여 보기',
    column: '열',
    holds: '든 것',
    confidence: '확실한 정도',
    reason: '까닭',
  },
};
