import type { Language } from '../../../../shared/text/labels.ts';

interface DeriveText {
  rest: string;
  minus: string;
  none: string;
  counter: string;
  takes: Record<'differences' | 'maximum', string>;
  within: string;
  order: string;
  orders: Record<'time' | 'file', string>;
  hint: Record<'differences' | 'maximum', string>;
}

export const text: Record<Language, DeriveText> = {
  en: {
    rest: 'By what it leaves of one (1 − scrap share)',
    minus: 'Take off the column',
    none: 'No',
    counter: 'A counter that only grows',
    takes: { differences: 'What it grew by since the row before', maximum: 'Its highest in each lot or order' },
    within: 'One counter for each',
    order: 'Rows follow each other',
    orders: { time: 'by their time', file: 'as in the file' },
    hint: {
      differences: 'Where it falls it began anew at 0. The first row of a counter has no difference.',
      maximum: 'Each row has what it adds to the highest so far, so that rows add up to the highest.',
    },
  },
  ko: {
    rest: '1에서 뺀 나머지로 (1 − 불량률)',
    minus: '뺄 열',
    none: '안 함',
    counter: '늘어나기만 하는 계수기',
    takes: { differences: '앞 행보다 늘어난 만큼', maximum: '로트나 지시별 최댓값' },
    within: '계수기를 나누는 항목',
    order: '행의 순서',
    orders: { time: '시각 순', file: '파일에 적힌 순' },
    hint: {
      differences: '줄어든 곳에서는 0부터 다시 센 것으로 봅니다. 계수기의 첫 행에는 차이가 없습니다.',
      maximum: '각 행은 지금까지의 최댓값에 더한 만큼이므로, 행을 모두 더하면 최댓값이 됩니다.',
    },
  },
};
