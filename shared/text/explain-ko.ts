import type { PeriodGrain } from '../domain/day.ts';
import type { FilterField } from '../query/dimensions.ts';
import type { PlanReason } from '../query/plan-reasons.ts';
import type { ExplainWords } from './explain.ts';
import { ko } from './ko.ts';

const count = (value: number) => value.toLocaleString('ko');
const nameOf = (field: FilterField) => ko.dimensions[field];
const span = (from: string, to: string) => (from === to ? from : `${from} ~ ${to}`);
const periods: Record<PeriodGrain, string> = {
  day: '하루는',
  week: '한 주는',
  month: '한 달은',
  quarter: '한 분기는',
  year: '한 해는',
};

function reasonWords(reason: PlanReason): string {
  switch (reason.code) {
    case 'lotsAreCounted':
      return '롤업 없음: 서로 다른 로트는 더할 수 없어 기록에서 셉니다';
    case 'mediansAreFound':
      return '롤업 없음: 부분의 중앙값으로는 전체의 중앙값을 만들 수 없어 기록에서 찾습니다';
    case 'rollupWithoutReasons':
      return `${reason.rollup}: 사유가 없습니다`;
    case 'rollupByReason':
      return `${reason.rollup}: ${nameOf(reason.reason)}별로 나뉘어 있습니다`;
    case 'rollupLacks':
      return `${reason.rollup}: ${reason.fields.map(nameOf).join(', ')} 항목이 없습니다`;
    case 'rollupChosen':
      return `롤업 '${reason.rollup}'에서 답했습니다. 필요한 것이 모두 있는 가장 작은 롤업입니다`;
    case 'wholeMonths': {
      const edges = reason.edgeDays.length === 0 ? '' : `, 양 끝 ${reason.edgeDays.join(' + ')}일은 일 단위로`;
      return `${span(reason.from, reason.to)} 월 단위로${edges} 읽음`;
    }
    case 'daysOfPeriod':
      return `${span(reason.from, reason.to)} 일 단위로 읽음: ${periods[reason.period]} 월로 이루어지지 않습니다`;
    case 'daysOfParts':
      return `${span(reason.from, reason.to)} 일 단위로 읽음: 기간 안에 온전한 달이 없습니다`;
    case 'noDays':
      return '이 기간의 날짜가 있는 파일이 없습니다';
    case 'sumsByDayAlone':
      return `${reason.partition}은(는) 일 단위로만: 한 달의 합이 너무 커서 정확히 담을 수 없습니다`;
    case 'columnsScanned':
      return `${count(reason.months)}개월의 기록 ${count(reason.records)}건을 열에서 훑음: 이 기간의 날짜가 있는 모든 달`;
    case 'readByLot':
      return `${reason.index}(으)로 읽음: 로트 필터가 기간보다 좁습니다`;
    case 'readByDay':
      return `${reason.index}(으)로 읽음: 기간이 읽을 범위를 정합니다`;
  }
}

export const explainKo: ExplainWords = {
  source(source) {
    if (source.of === 'columns') return '메모리의 열';
    if (source.of === 'rollup') return `${source.in === 'memory' ? '메모리의 ' : ''}롤업 '${source.rollup}'`;
    const slices = source.slices === null ? '' : `, ${count(source.slices)}조각으로`;
    return `${source.index}(으)로 읽은 기록${slices}`;
  },
  reason: reasonWords,
  partition(reason) {
    if (reason.code === 'inRange') return '이 기간의 날짜가 있음';
    return reason.code === 'empty' ? '기록 없음' : `${reason.from} ~ ${reason.to}, 기간 밖`;
  },
  steps: {
    plan: '계획',
    wait: '리더 대기',
    read: '읽기',
    merge: '합치기',
    finish: '정렬과 계산',
  },
};
