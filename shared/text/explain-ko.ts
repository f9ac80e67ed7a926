import type { PeriodGrain } from '../domain/day.ts';
import type { FilterField } from '../query/dimensions.ts';
import type { PlanReason } from '../query/plan-reasons.ts';
import { isOneId, type LookupBound, type LookupCondition, lookupBounds, type PlanLine } from '../query/query-plan.ts';
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
    case 'recordsAreLookedAt':
      return '롤업 사용 안 함: 기록 하나하나의 값은 롤업에 없어 기록을 하나씩 봅니다';
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
    case 'rollupLarger':
      return `${reason.rollup}: 답할 수 있지만 더 큽니다`;
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
      return `${reason.partition} 파일은 일 단위로만: 한 달의 합이 너무 커서 정확히 담을 수 없습니다`;
    case 'columnsScanned':
      return `${count(reason.months)}개월의 기록 ${count(reason.records)}건을 열에서 훑음: 이 기간의 날짜가 있는 모든 달`;
    case 'readByLot':
      return `${reason.index} 색인으로 읽음: 로트 필터가 기간보다 좁습니다`;
    case 'readByDay':
      return `${reason.index} 색인으로 읽음: 기간이 읽을 범위를 정합니다`;
    case 'readByAdvised':
      return `${reason.index} 색인으로 읽음: ${reason.because === 'covers' ? '묻는 것이 모두 이 색인에 있습니다' : '필터가 기간보다 좁습니다'}`;
  }
}

const lying: Record<LookupBound['lies'], string> = {
  equal: '값이 같은 것',
  between: '값이 두 값 사이인 것',
  from: '값이 어떤 값 이상인 것',
  upTo: '값이 어떤 값 이하인 것',
};

function conditionWords(conditions: readonly LookupCondition[]): string {
  const words = lookupBounds(conditions).map(({ column, lies }) => `${column} ${lying[lies]}`);
  return words.length === 0 ? '' : ` (${words.join(', ')})`;
}

const sorts = {
  group: '묶기 위해 행을 별도의 정렬된 표에 모음',
  order: '행을 정렬',
  distinct: '중복을 빼기 위해 앞의 행을 보관',
};

function planWords(means: PlanLine): string | null {
  switch (means.code) {
    case 'scan':
      return `${means.table}의 모든 행을 읽음`;
    case 'scanIndex':
      return means.covering
        ? `필요한 것이 모두 있는 인덱스 ${means.index}의 모든 항목을 읽음`
        : `인덱스 ${means.index}의 순서로 ${means.table} 읽음`;
    case 'searchIndex': {
      const where = conditionWords(means.conditions);
      if (means.automatic) return `이 문장만을 위해 ${means.table}의 인덱스를 만들어 찾음${where}`;
      const rows = means.covering ? '필요한 것이 모두 들어 있음' : `찾은 행마다 ${means.table}에서 읽음`;
      return `인덱스 ${means.index ?? ''}에서 찾음${where}; ${rows}`;
    }
    case 'searchKey':
      if (isOneId(means.conditions)) return `${means.table}에서 id로 한 행을 읽음`;
      return `${means.table}에서 바로 찾음${conditionWords(means.conditions)}`;
    case 'searchTexts':
      return `검색 인덱스 ${means.table}에 물음`;
    case 'readList':
      return '필터의 값을 차례로 봄';
    case 'readPart':
      return `${means.part} 부분의 행을 차례로 봄`;
    case 'oneRow':
      return '읽지 않고 한 행을 만듦';
    case 'sort':
      return means.onlyLast ? `${sorts[means.purpose]} (읽은 순서로 같은 것만)` : sorts[means.purpose];
    case 'part':
      return means.kept ? `${means.part} 부분을 만들어 보관` : `${means.part} 부분을 한 행씩 만듦`;
    case 'valueForEachRow':
      return '행마다';
    case 'valueOnce':
      return '한 번, 값 하나를 위해';
    case 'listOnce':
      return '한 번, 비교할 목록을 위해';
    case 'severalParts':
      return '여러 부분을 차례로';
    case 'firstPart':
      return '첫 부분';
    case 'furtherPart':
      return means.how === 'UNION ALL' ? '다음 부분' : `다음 부분 (${means.how})`;
    case 'severalIndexes':
      return '여러 인덱스에서 찾음';
    case 'oneOfSeveralIndexes':
      return `찾기 ${means.number}`;
    case 'makeBloomFilter':
      return '없는 키를 찾는 일을 줄이는 대략의 키 목록을 만듦';
    case 'useBloomFilter':
      return `${means.table}의 대략의 목록에 없는 것을 건너뜀`;
    case 'unknown':
      return null;
  }
}

export const explainKo: ExplainWords = {
  source(source) {
    if (source.of === 'page') return explainKo.ways[source.way];
    if (source.of === 'columns') return '메모리의 열';
    if (source.of === 'rollup') return `${source.in === 'memory' ? '메모리의 ' : ''}롤업 '${source.rollup}'`;
    const slices = source.slices === null ? '' : `, ${count(source.slices)}조각으로`;
    return `${source.index} 색인으로 읽은 기록${slices}`;
  },
  reason: reasonWords,
  partition(reason) {
    if (reason.code === 'inRange') return '이 기간의 날짜가 있음';
    if (reason.code === 'setAside') {
      return `읽을 수 없어 제외됨: ${span(reason.from, reason.to)}의 기록 ${count(reason.records)}건이 빠져 있습니다. ${reason.because}`;
    }
    if (reason.code === 'doubted') {
      return `읽었지만 봉인한 내용과 다릅니다. ${span(reason.from, reason.to)}의 기록 ${count(reason.records)}건을 믿지 마세요. ${reason.because}`;
    }
    if (reason.code === 'damaged') {
      return `읽었지만 손상이 발견되었습니다. ${span(reason.from, reason.to)}의 기록 ${count(reason.records)}건을 믿지 마세요. ${reason.because}`;
    }
    if (reason.code === 'changed') {
      return `읽었지만 밖에서 바뀌었고 아직 봉인과 비교하지 않았습니다: ${span(reason.from, reason.to)}의 기록 ${count(reason.records)}건`;
    }
    if (reason.code === 'rebuilt') {
      if (reason.lost === 0) {
        return `읽을 수 있던 것으로 다시 만듦: ${span(reason.from, reason.to)}의 기록 ${count(reason.of)}건이 모두 있으나 일부 값이 다를 수 있습니다`;
      }
      return `불완전함: 읽을 수 있던 것으로 다시 만들 때 ${span(reason.from, reason.to)}의 기록 ${count(reason.of)}건 가운데 ${count(reason.lost)}건을 잃었습니다`;
    }
    return reason.code === 'empty' ? '기록 없음' : `${reason.from} ~ ${reason.to}, 기간 밖`;
  },
  queryPlan: ({ means, line }) => planWords(means) ?? line,
  steps: {
    plan: '계획',
    wait: '리더 대기',
    read: '읽기',
    merge: '합치기',
    finish: '정렬과 계산',
  },
  ways: {
    columns: '순서와 필터를 아는 메모리의 열에서 찾아, 파일에서 id로 읽음',
    searchIndex: '검색 인덱스로 찾음. 최근 검색의 결과는 보관됨',
    oneByOne: '이끌어 줄 인덱스가 없어 기록을 하나씩 봄',
    inOrder: '보이는 순서대로 파일에서 읽음',
    byId: 'id로 읽음',
  },
};
