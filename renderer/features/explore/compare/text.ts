import type { ComparableField, DateComparison } from '../../../../shared/questions/explore/comparison.ts';
import { comparisonWords } from '../../../../shared/text/comparison.ts';

const datesEn: Record<DateComparison, string> = {
  before: 'Period before',
  beforeWeekdays: 'Period before, same weekdays',
  year: 'A year earlier',
  yearWeekdays: 'A year earlier, same weekdays',
};
const datesKo: Record<DateComparison, string> = {
  before: '직전 기간',
  beforeWeekdays: '직전 기간, 같은 요일',
  year: '1년 전',
  yearWeekdays: '1년 전, 같은 요일',
};
const anotherEn: Record<ComparableField, string> = {
  line: 'Another line',
  item: 'Another item',
  shift: 'Another shift',
  site: 'Another site',
  operator: 'Another operator',
};
const anotherKo: Record<ComparableField, string> = {
  line: '다른 라인',
  item: '다른 품목',
  shift: '다른 근무조',
  site: '다른 공장',
  operator: '다른 작업자',
};
/** Words of comparisons. */
export const text = {
  en: {
    ...comparisonWords.en,
    compare: 'Compare with',
    noComparison: 'No comparison',
    groupDates: 'Other dates',
    groupOthers: 'Other than dates',
    dates: datesEn,
    another: anotherEn,
    chooseAnother: (field: string) => `${field} to compare with`,
    choose: 'Choose one',
    notRecorded: 'not recorded',
    points: (amount: string) => `${amount} pts`,
    up: (share: string) => (share === '' ? 'up' : `up ${share}`),
    down: (share: string) => (share === '' ? 'down' : `down ${share}`),
    same: 'the same',
    isNew: 'new',
    isGone: 'gone',
    ringIs: (what: string) => `A ring is where a point stood: ${what}`,
    nowAndBefore: (now: string, name: string, before: string, change: string) => `${now}, ${name} ${before}, ${change}`,
    showsDifference: 'Cells tell the difference: blue is more, orange is less.',
    inPoints: 'In percentage points.',
  },
  ko: {
    ...comparisonWords.ko,
    compare: '비교',
    noComparison: '비교 안 함',
    groupDates: '다른 기간',
    groupOthers: '기간 외',
    dates: datesKo,
    another: anotherKo,
    chooseAnother: (field: string) => `비교할 ${field}`,
    choose: '고르세요',
    notRecorded: '기록 없음',
    points: (amount: string) => `${amount}%p`,
    up: (share: string) => (share === '' ? '증가' : `${share} 증가`),
    down: (share: string) => (share === '' ? '감소' : `${share} 감소`),
    same: '같음',
    isNew: '새로 생김',
    isGone: '없어짐',
    ringIs: (what: string) => `고리는 비교 대상의 위치입니다: ${what}`,
    nowAndBefore: (now: string, name: string, before: string, change: string) => `${now}, ${name} ${before}, ${change}`,
    showsDifference: '칸은 차이를 나타냅니다. 파랑은 많음, 주황은 적음입니다.',
    inPoints: '단위는 퍼센트포인트입니다.',
  },
};
