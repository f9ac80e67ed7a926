import type { DateRange } from '../domain/range.ts';
import { type Dimension, isPeriod } from '../query/dimensions.ts';
import type { Comparison, DateComparison } from '../questions/explore/comparison.ts';
import type { ComparisonObstacle } from '../questions/explore/obstacle.ts';
import type { Language } from './labels.ts';

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

const en = {
  plan: 'Plan',
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
  /** Of ratios, which differ by points. */
  pointsUnit: 'pts',
  comparison: 'Comparison',
  compared: 'Compared',
  thisTime: 'Now',
  onlyThere: 'Rows that are only in what is compared with',
  unplaced: 'Rows compared with that stand beside none, as no period is theirs',
  differenceIs: 'the number less the one compared with; of shares in percentage points',
  changeIs: 'the difference as a share of the number compared with',
};

const ko: ComparisonWords = {
  plan: '계획',
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
  pointsUnit: '%p',
  comparison: '비교',
  compared: '비교 합계',
  thisTime: '현재',
  onlyThere: '비교 대상에만 있는 행',
  unplaced: '대응하는 기간이 없어 나란히 놓지 못한 비교 대상의 행',
  differenceIs: '값에서 비교한 값을 뺀 것; 비율은 퍼센트포인트',
  changeIs: '차이를 비교한 값으로 나눈 비율',
};

export type ComparisonWords = typeof en;

/** What is compared with what, in words: on the screen and in files. */
export const comparisonWords: Record<Language, ComparisonWords> = { en, ko };

/** How a value of a field is called: the name of an item beside its code, words where nothing is recorded. */
type NameOfValue = (field: Dimension, value: string | null) => string;

/** What is compared with, as the head of a column. */
export function comparisonName(comparison: Comparison, nameOf: NameOfValue, words: ComparisonWords): string {
  if (comparison.with === 'plan') return words.plan;
  if (comparison.with === 'dates') return comparison.dates.startsWith('year') ? words.yearBefore : words.before;
  return nameOf(comparison.field, comparison.value);
}

/** What is compared with, and how the one is put beside the other. */
export function comparedWords(
  { comparison, range }: { comparison: Comparison; range: DateRange },
  dimensions: readonly Dimension[],
  nameOf: NameOfValue,
  words: ComparisonWords,
  dates: (from: string, to: string) => string,
): string {
  if (comparison.with === 'plan') return words.withPlan;
  if (comparison.with === 'value') return words.withValue(comparisonName(comparison, nameOf, words));
  const isByWeekday = comparison.dates.endsWith('Weekdays');
  return [
    words.withDates(dates(range.from, range.to)),
    (dimensions.some(isPeriod) || isByWeekday) && words.aligned[comparison.dates],
    dimensions.includes('shift') && words.byShift,
  ]
    .filter(Boolean)
    .join(', ');
}
