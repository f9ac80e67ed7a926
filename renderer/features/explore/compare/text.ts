import type { ComparableField, ComparisonObstacle, DateComparison } from './comparison.ts';

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
const obstaclesEn: Record<ComparisonObstacle, (first: string) => string> = {
  notCovered: (first) => `Records begin on ${first}, so that there is nothing to compare with.`,
  needsDays: () => 'Same weekdays are for days and weeks, over a year at most.',
  noPlan: () =>
    'None of the measures shown has a plan. Good, plan attainment, throughput and the parts of OEE have one.',
  noPlanByReason: () => 'Nothing is planned by reason.',
};
const obstaclesKo: Record<ComparisonObstacle, (first: string) => string> = {
  notCovered: (first) => `기록이 ${first}부터 있어 비교할 것이 없습니다.`,
  needsDays: () => '같은 요일 비교는 일이나 주 단위로, 1년까지 됩니다.',
  noPlan: () => '표시된 측정값에 계획이 없습니다. 양품, 계획 달성률, 시간당 생산량, OEE의 요소에는 계획이 있습니다.',
  noPlanByReason: () => '원인별 계획은 없습니다.',
};

/** Words of comparisons. */
export const text = {
  en: {
    compare: 'Compare with',
    noComparison: 'No comparison',
    groupDates: 'Other dates',
    groupOthers: 'Other than dates',
    dates: datesEn,
    plan: 'Plan',
    another: anotherEn,
    chooseAnother: (field: string) => `${field} to compare with`,
    choose: 'Choose one',
    notRecorded: 'not recorded',
    obstacles: obstaclesEn,
    withDates: (dates: string) => `compared with ${dates}`,
    withPlan: 'compared with the plan',
    withValue: (value: string) => `compared with ${value}`,
    aligned: {
      before: 'the first period with the first',
      beforeWeekdays: 'each day with the same weekday',
      year: 'each period with that of the same name',
      yearWeekdays: 'each day with the same weekday, 52 weeks earlier',
    } satisfies Record<DateComparison, string>,
    byShift: 'each shift with the same shift',
    partlyPlanned: 'some good has no plan beside it, or the other way round',
    before: 'Before',
    yearBefore: 'Year before',
    difference: 'Difference',
    change: 'Change',
    points: (amount: string) => `${amount} pts`,
    up: (share: string) => (share === '' ? 'up' : `up ${share}`),
    down: (share: string) => (share === '' ? 'down' : `down ${share}`),
    same: 'the same',
    isNew: 'new',
    isGone: 'gone',
    nowAndBefore: (now: string, name: string, before: string, change: string) => `${now}, ${name} ${before}, ${change}`,
    showsDifference: 'Cells tell the difference: blue is more, orange is less.',
    inPoints: 'In percentage points.',
  },
  ko: {
    compare: '비교',
    noComparison: '비교 안 함',
    groupDates: '다른 기간',
    groupOthers: '기간 외',
    dates: datesKo,
    plan: '계획',
    another: anotherKo,
    chooseAnother: (field: string) => `비교할 ${field}`,
    choose: '고르십시오',
    notRecorded: '기록 없음',
    obstacles: obstaclesKo,
    withDates: (dates: string) => `${dates}와 비교`,
    withPlan: '계획과 비교',
    withValue: (value: string) => `${value}와 비교`,
    aligned: {
      before: '첫 기간은 첫 기간과',
      beforeWeekdays: '같은 요일끼리',
      year: '같은 이름의 기간끼리',
      yearWeekdays: '52주 전 같은 요일끼리',
    } satisfies Record<DateComparison, string>,
    byShift: '같은 근무조끼리',
    partlyPlanned: '계획이 없는 양품이나 양품이 없는 계획이 있습니다',
    before: '이전',
    yearBefore: '1년 전',
    difference: '차이',
    change: '변화',
    points: (amount: string) => `${amount}%p`,
    up: (share: string) => (share === '' ? '증가' : `${share} 증가`),
    down: (share: string) => (share === '' ? '감소' : `${share} 감소`),
    same: '같음',
    isNew: '새로 생김',
    isGone: '없어짐',
    nowAndBefore: (now: string, name: string, before: string, change: string) => `${now}, ${name} ${before}, ${change}`,
    showsDifference: '칸은 차이를 나타냅니다. 파랑은 많음, 주황은 적음입니다.',
    inPoints: '단위는 퍼센트포인트입니다.',
  },
};
