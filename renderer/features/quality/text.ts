import type { RuleName } from '../../../shared/domain/spc/rules.ts';
import type { Obstacle } from '../../../shared/quality/control-chart.ts';
import type {
  ChartKind,
  LimitKind,
  PointKind,
  RuleChoice,
  SubgroupKind,
} from '../../../shared/quality/control-view.ts';
import { signalWords } from '../../charts/control/signal-words.ts';

const chartsEn: Record<ChartKind, string> = {
  p: 'Scrap rate (p)',
  u: 'Defects a unit (u)',
  individuals: 'Single values (I-MR)',
  means: 'Means (X-bar/R)',
};
const chartsKo: Record<ChartKind, string> = {
  p: '불량률 (p)',
  u: '단위당 결점 (u)',
  individuals: '개별값 (I-MR)',
  means: '평균 (X-bar/R)',
};
const pointsEn: Record<PointKind, string> = {
  day: 'Production day',
  week: 'Week',
  month: 'Month',
  shift: 'Shift',
  lot: 'Lot',
};
const pointsKo: Record<PointKind, string> = { day: '생산일', week: '주', month: '월', shift: '교대', lot: '로트' };
const eachEn: Record<PointKind, string> = {
  day: 'each point a production day',
  week: 'each point a week',
  month: 'each point a month',
  shift: 'each point a shift of a production day',
  lot: 'each point a lot, in the order of their first days',
};
const eachKo: Record<PointKind, string> = {
  day: '점마다 생산일 하나',
  week: '점마다 한 주',
  month: '점마다 한 달',
  shift: '점마다 생산일의 교대 하나',
  lot: '점마다 로트 하나, 첫 생산일 순',
};
const subgroupsEn: Record<SubgroupKind, string> = {
  shift: 'The shifts of a day',
  line: 'The lines of a day',
  days: 'Days in a row',
};
const subgroupsKo: Record<SubgroupKind, string> = {
  shift: '하루의 교대들',
  line: '하루의 라인들',
  days: '이어지는 날들',
};
const rulesEn: Record<RuleChoice, string> = {
  limits: 'Limits alone',
  westernElectric: 'Western Electric rules',
  nelson: 'Nelson rules',
};
const rulesKo: Record<RuleChoice, string> = {
  limits: '관리 한계만',
  westernElectric: 'Western Electric 규칙',
  nelson: 'Nelson 규칙',
};
const limitsEn: Record<LimitKind, string> = {
  chance: 'Of chance alone',
  between: 'With day-to-day spread',
};
const limitsKo: Record<LimitKind, string> = { chance: '우연만', between: '시료 간 변동 포함' };
const obstaclesEn: Record<Obstacle, string> = {
  noValues:
    'No record in this range and with these filters has what the chart is of. Look at other dates, or choose another measure.',
  fewPoints: 'Limits need two points at least. Look at more dates, or choose smaller points.',
  singles:
    'Most subgroups hold one value only, which has no range. Choose another subgroup, or single values with their moving ranges.',
  large:
    'Most subgroups hold more than ten values, of which a range tells too little. Filter by a few lines, or choose another subgroup.',
};
const obstaclesKo: Record<Obstacle, string> = {
  noValues: '이 기간과 필터에는 관리도에 쓸 값이 있는 기록이 없습니다. 다른 기간이나 측정값을 고르십시오.',
  fewPoints: '한계를 구하려면 점이 두 개 이상 있어야 합니다. 기간을 늘리거나 더 작은 단위를 고르십시오.',
  singles: '대부분의 부분군에 값이 하나뿐이라 범위가 없습니다. 다른 부분군이나 개별값을 고르십시오.',
  large:
    '대부분의 부분군에 값이 열 개보다 많아 범위로는 알 수 없습니다. 라인을 필터로 줄이거나 다른 부분군을 고르십시오.',
};

/** In a few letters, beside a mark. */
const marksEn: Record<RuleName, string> = {
  beyondLimits: 'limit',
  twoOfThreeBeyondTwo: '2 of 3',
  fourOfFiveBeyondOne: '4 of 5',
  eightOnOneSide: 'run',
  nineOnOneSide: 'run',
  sixTrending: 'trend',
  fourteenAlternating: 'zigzag',
  fifteenWithinOne: 'too calm',
  eightOutsideOne: 'mixed',
};
const marksKo: Record<RuleName, string> = {
  beyondLimits: '한계',
  twoOfThreeBeyondTwo: '3점 중 2',
  fourOfFiveBeyondOne: '5점 중 4',
  eightOnOneSide: '연속',
  nineOnOneSide: '연속',
  sixTrending: '추세',
  fourteenAlternating: '교대',
  fifteenWithinOne: '밀집',
  eightOutsideOne: '혼합',
};

/** Words of Quality. */
export const text = {
  en: {
    screen: 'Quality',
    export: 'Export what is shown',
    notRecorded: 'not recorded',
    chart: 'Control chart',
    charts: chartsEn,
    pointsLabel: 'A point is',
    points: pointsEn,
    each: eachEn,
    measure: 'Measure',
    subgroup: 'Subgroup',
    subgroups: subgroupsEn,
    days: 'Days in a subgroup',
    eachMean: (size: number, of: string) => `each point the mean of ${size} values: ${of}`,
    subgroupOf: {
      shift: 'the shifts of a production day',
      line: 'the lines of a production day',
      days: 'production days in a row',
    },
    rulesLabel: 'Rules',
    rules: rulesEn,
    limitsLabel: 'Limits',
    limits: limitsEn,
    titles: {
      p: 'Is the scrap rate in control?',
      u: 'Are defects a unit in control?',
      individuals: (measure: string) => `Is ${measure} in control, value by value?`,
      means: (measure: string) => `Is ${measure} in control, subgroup by subgroup?`,
    },
    perHundred: 'defects per 100 units',
    movingRange: 'Moving range',
    range: 'Range within subgroups',
    center: (value: string) => `center ${value}`,
    between: (lower: string, upper: string) => `limits ${lower} to ${upper}`,
    ofUnits: (defects: string, units: string) => `${defects} of ${units}`,
    noValue: 'no data',
    obstacles: obstaclesEn,
    noLimits: 'There is no chart of this',
    marks: marksEn,
    signals: signalWords.en,
    signalsTitle: 'What stands out',
    signalsNone:
      'No point breaks a rule: what is seen is what chance makes. Look for causes in the process as a whole.',
    signalsCount: (count: number) =>
      count === 1 ? '1 signal, the latest first' : `${count} signals, the latest first`,
    inRanges: 'range',
    worse: 'worse',
    better: 'better',
    openRecords: (what: string) => `Records of ${what}`,
    since: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
    provisional: 'Fewer than 20 points: the limits are provisional.',
    leftOut: (count: number) =>
      count === 1
        ? '1 group of records has no such value and is a gap.'
        : `${count} groups of records have no such value and are gaps.`,
    unlike: (count: number, size: number) =>
      count === 1
        ? `1 subgroup does not have ${size} values and is left out.`
        : `${count} subgroups do not have ${size} values and are left out.`,
    isMeasured:
      'Some quantities are no whole numbers: limits of chance are for units that are counted. Single values suit what is measured.',
    mixedUnits: 'Several units are added together; filter by one of them.',
    wide: 'Most points lie beyond the limits: samples this large differ by more than chance.',
    widen: 'Use limits with day-to-day spread',
    byReason: 'Only records that name the reason are looked at, with all of their defects.',
    countReason: 'Count defects a unit of the reason',
    watch: 'Watch this',
    hint: 'Click a point for its records; drag over dates to choose them.',
    hintPlain: 'Click a point for its records.',
    pareto: 'Which reasons make the defects?',
    paretoSubtitle: (count: number, share: string) =>
      count === 1 ? `1 reason makes ${share} of the defects` : `${count} reasons make ${share} of the defects`,
    paretoHint: 'Click a reason to filter by it.',
    paretoNone: 'No defect is recorded here',
    paretoNoneWords: 'Nothing in this range and with these filters has defects.',
    otherReasons: 'Other reasons',
    defects: 'Defects',
    defectsChosen: 'Chosen',
    capability: 'Is the process able?',
    capabilityOf: (measure: string, count: string) => `${measure} · ${count} values`,
    lower: 'At least',
    upper: 'At most',
    typeLimits: 'Type what is asked of the measure, one limit or both.',
    needsMeasured: 'Indices are for single values and means: counted defects are held against their rate.',
    showSingles: 'Show single values',
    noDeviation: 'All values are the same, so that there is no deviation to hold the limits against.',
    limitsCrossed: 'At least is above at most. Nothing is worked out until they are the other way round.',
    weak: (count: string) => `${count} values are fewer than 50: the indices are weak.`,
    within: 'within subgroups',
    overall: 'overall',
    outside: (count: string, share: string) => `${count} of the values (${share}) lie outside.`,
    spread: (least: string, most: string) => `How the values lie, from ${least} to ${most}`,
    verdict: { able: 'able', barely: 'barely able', unable: 'not able' },
    steps: 'How much passes all steps at the first try?',
    stepsSubtitle: 'first-pass yield of each line, and rolled over the chosen ones',
    stepsLabel: 'Lines as steps',
    chooseSteps: 'Choose lines',
    stepsHint: 'Choose the lines that a unit goes through one after the other to roll their yields up.',
    step: 'Step',
    units: 'Units',
    firstPass: 'First-pass yield',
    yieldOnly: 'Yield',
    rolled: 'Rolled',
    rolledResult: (share: string, steps: number) => `${share} of the units pass all ${steps} steps at the first try.`,
    rolledMissing: 'A step has no yield here, so that there is none over all of them.',
    withoutRework: (lines: string) =>
      `Rework is not recorded for ${lines}: the yield stands in, which counts reworked units as good.`,
    stepsNone: 'No line has good and defect quantities here',
  },
  ko: {
    screen: '품질',
    export: '표시된 내용 내보내기',
    notRecorded: '기록 없음',
    chart: '관리도',
    charts: chartsKo,
    pointsLabel: '점의 단위',
    points: pointsKo,
    each: eachKo,
    measure: '측정값',
    subgroup: '부분군',
    subgroups: subgroupsKo,
    days: '부분군의 날 수',
    eachMean: (size: number, of: string) => `점마다 값 ${size}개의 평균: ${of}`,
    subgroupOf: { shift: '한 생산일의 교대들', line: '한 생산일의 라인들', days: '이어지는 생산일들' },
    rulesLabel: '규칙',
    rules: rulesKo,
    limitsLabel: '한계',
    limits: limitsKo,
    titles: {
      p: '불량률이 관리 상태입니까?',
      u: '단위당 결점이 관리 상태입니까?',
      individuals: (measure: string) => `${measure}의 개별값이 관리 상태입니까?`,
      means: (measure: string) => `${measure}의 부분군 평균이 관리 상태입니까?`,
    },
    perHundred: '100단위당 결점',
    movingRange: '이동 범위',
    range: '부분군 안의 범위',
    center: (value: string) => `중심 ${value}`,
    between: (lower: string, upper: string) => `한계 ${lower} ~ ${upper}`,
    ofUnits: (defects: string, units: string) => `${units} 중 ${defects}`,
    noValue: '데이터 없음',
    obstacles: obstaclesKo,
    noLimits: '이 관리도는 그릴 수 없습니다',
    marks: marksKo,
    signals: signalWords.ko,
    signalsTitle: '눈에 띄는 것',
    signalsNone: '규칙을 벗어난 점이 없습니다. 보이는 변동은 우연에 의한 것이니 공정 전체에서 원인을 찾으십시오.',
    signalsCount: (count: number) => `신호 ${count}개, 최근 순`,
    inRanges: '범위',
    worse: '나빠짐',
    better: '좋아짐',
    openRecords: (what: string) => `${what}의 기록`,
    since: (from: string, to: string) => (from === to ? from : `${from} – ${to}`),
    provisional: '점이 20개보다 적어 한계는 잠정적입니다.',
    leftOut: (count: number) => `기록 묶음 ${count}개에 이 값이 없어 비워 둡니다.`,
    unlike: (count: number, size: number) => `값이 ${size}개가 아닌 부분군 ${count}개는 뺍니다.`,
    isMeasured: '정수가 아닌 수량이 있습니다. 우연의 한계는 세는 단위에 맞으니, 재는 값에는 개별값이 알맞습니다.',
    mixedUnits: '여러 단위가 함께 더해졌습니다. 하나로 필터하십시오.',
    wide: '점 대부분이 한계를 벗어납니다. 이만큼 큰 시료는 우연보다 크게 다릅니다.',
    widen: '시료 간 변동을 한계에 포함',
    byReason: '이 원인이 적힌 기록만, 그 기록의 모든 불량과 함께 봅니다.',
    countReason: '이 원인의 단위당 결점 세기',
    watch: '지켜보기',
    hint: '점을 누르면 그 기록을 열고, 날짜 위로 끌면 기간을 고릅니다.',
    hintPlain: '점을 누르면 그 기록을 엽니다.',
    pareto: '어떤 원인이 불량을 만듭니까?',
    paretoSubtitle: (count: number, share: string) => `원인 ${count}개가 불량의 ${share}를 만듭니다`,
    paretoHint: '원인을 누르면 필터합니다.',
    paretoNone: '기록된 불량이 없습니다',
    paretoNoneWords: '이 기간과 필터에는 불량이 없습니다.',
    otherReasons: '다른 원인',
    defects: '불량',
    defectsChosen: '선택',
    capability: '공정 능력이 충분합니까?',
    capabilityOf: (measure: string, count: string) => `${measure} · 값 ${count}개`,
    lower: '규격 하한',
    upper: '규격 상한',
    typeLimits: '측정값의 규격을 하나 또는 둘 다 입력하십시오.',
    needsMeasured: '공정 능력 지수는 개별값과 평균에 씁니다. 세는 불량은 불량률로 봅니다.',
    showSingles: '개별값 보기',
    noDeviation: '모든 값이 같아 규격과 견줄 편차가 없습니다.',
    limitsCrossed: '하한이 상한보다 큽니다. 바로잡을 때까지 계산하지 않습니다.',
    weak: (count: string) => `값 ${count}개는 50개보다 적어 지수를 믿기 어렵습니다.`,
    within: '부분군 안',
    overall: '전체',
    outside: (count: string, share: string) => `값 ${count}개(${share})가 규격을 벗어납니다.`,
    spread: (least: string, most: string) => `값의 분포, ${least}부터 ${most}까지`,
    verdict: { able: '충분', barely: '겨우 충분', unable: '부족' },
    steps: '모든 단계를 한 번에 통과하는 비율은 얼마입니까?',
    stepsSubtitle: '라인별 직행률과 고른 라인들의 누적 직행률',
    stepsLabel: '단계로 볼 라인',
    chooseSteps: '라인 고르기',
    stepsHint: '한 단위가 차례로 거치는 라인을 고르면 직행률을 곱합니다.',
    step: '단계',
    units: '수량',
    firstPass: '직행률',
    yieldOnly: '양품률',
    rolled: '누적',
    rolledResult: (share: string, steps: number) => `단위의 ${share}가 ${steps}단계를 모두 한 번에 통과합니다.`,
    rolledMissing: '직행률이 없는 단계가 있어 전체를 구할 수 없습니다.',
    withoutRework: (lines: string) => `${lines}: 재작업이 기록되지 않아 재작업된 것도 양품으로 세는 양품률을 씁니다.`,
    stepsNone: '양품과 불량이 함께 기록된 라인이 없습니다',
  },
};
export type Words = (typeof text)['en'];
