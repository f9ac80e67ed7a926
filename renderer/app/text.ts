import { fitParticles } from '../../shared/text/particles.ts';
import { rangeText } from '../lib/range-text.ts';

/** Words of the frame. */
export const text = {
  en: {
    close: 'Close',
    opening: 'Opening the store…',
    noConnection: 'Throughline does not answer',
    noConnectionWhatNow:
      'The program behind this window may still be starting, or it was closed. Your records are safe.',
    connectAgain: 'Connect again',
    connectionLost: 'The connection is lost and is being tried again. Nothing that was saved is gone.',
    sessionRefused: 'This window belongs to an earlier session',
    sessionRefusedWhatNow:
      'Throughline was started anew since. Open the address that it printed then; your records are safe.',
    isMissing: (file: string, records: string, dates: string) =>
      `${file} cannot be read: its ${records} records of ${dates} are missing from every number.`,
    isDoubted: (file: string, records: string, dates: string) =>
      `${file} is not what was sealed: its ${records} records of ${dates} are shown, and not to be relied on.`,
    isDamaged: (file: string, records: string, dates: string) =>
      `Damage was found in ${file}: its ${records} records of ${dates} are shown, and not to be relied on.`,
    isChanged: (files: string) =>
      `Changed from outside, and still to be compared with the seal: ${files}. Do not rely on numbers over it before that is done.`,
    isRebuilt: (file: string, records: string, dates: string) =>
      `${file} is incomplete: ${records} records of ${dates} were lost when it was rebuilt from what could still be read.`,
    isRebuiltWhole: (file: string, dates: string) =>
      `${file} was rebuilt from what could still be read: of its records of ${dates} single values may differ.`,
    toMaintenance: 'What to do',
    skipToContent: 'Skip to the content',
    screens: 'Screens',
    palette: 'Search',
    dropToImport: 'Drop to import, or to open the view of a report',
    scope: 'Dates and filters',
    scopeWaits: 'Not for this screen, where all is shown',
    range: 'Production dates',
    presets: rangeText.en,
    calendar: {
      previousMonth: 'Month before',
      nextMonth: 'Month after',
    },
    /** The name of a day of the calendar; it holds the number that is seen, as a word. */
    day: (_number: number, date: string) => date,
    rangeHint: 'Counted back from the newest record',
    takeRangeOff: 'Back to the last 12 months',
    applyRange: 'Show these dates',
    firstDay: 'First day',
    lastDay: 'Last day',
    chooseDates: 'Choose two days, or type them: 2024-03-15, a month (2024-03) or a year',
    addFilter: 'Filter',
    filterBy: 'Filter by',
    backToFields: 'Other field',
    notRecorded: 'not recorded',
    clearFilters: 'Clear all',
    filters: 'Filters',
    without: (field: string) => `${field} without`,
    count: (n: number) => `${n} values`,
  },
  ko: {
    close: '닫기',
    opening: '저장소를 여는 중…',
    noConnection: 'Throughline이 응답하지 않습니다',
    noConnectionWhatNow: '프로그램이 아직 시작 중이거나 종료되었을 수 있습니다. 기록은 안전합니다.',
    connectAgain: '다시 연결',
    connectionLost: '연결이 끊겨 다시 시도하고 있습니다. 저장된 내용은 그대로 있습니다.',
    sessionRefused: '이전 세션의 창입니다',
    sessionRefusedWhatNow: 'Throughline이 다시 시작되었습니다. 새로 표시된 주소를 여세요. 기록은 안전합니다.',
    isMissing: (file: string, records: string, dates: string) =>
      fitParticles(`${file}을(를) 읽을 수 없습니다. ${dates}의 기록 ${records}건이 모든 수치에서 빠져 있습니다.`),
    isDoubted: (file: string, records: string, dates: string) =>
      fitParticles(`${file}은(는) 봉인한 내용과 다릅니다. ${dates}의 기록 ${records}건이 보이지만 믿을 수 없습니다.`),
    isDamaged: (file: string, records: string, dates: string) =>
      `${file}의 손상이 발견되었습니다. ${dates}의 기록 ${records}건이 보이지만 믿을 수 없습니다.`,
    isChanged: (files: string) =>
      `밖에서 바뀌었고 아직 봉인과 비교하지 않았습니다: ${files}. 비교가 끝나기 전에는 이 파일의 수치를 믿지 마세요.`,
    isRebuilt: (file: string, records: string, dates: string) =>
      fitParticles(
        `${file}은(는) 불완전합니다. 읽을 수 있던 것으로 다시 만들 때 ${dates}의 기록 ${records}건을 잃었습니다.`,
      ),
    isRebuiltWhole: (file: string, dates: string) =>
      fitParticles(
        `${file}은(는) 읽을 수 있던 것으로 다시 만들었습니다. ${dates}의 기록 가운데 일부 값이 다를 수 있습니다.`,
      ),
    toMaintenance: '해결 방법',
    skipToContent: '본문으로 건너뛰기',
    screens: '화면',
    palette: '검색',
    dropToImport: '놓으면 가져오거나, 보고서의 보기를 엽니다',
    scope: '기간과 필터',
    scopeWaits: '이 화면에는 적용되지 않고 모두 표시됩니다',
    range: '생산일',
    presets: rangeText.ko,
    calendar: {
      previousMonth: '이전 달',
      nextMonth: '다음 달',
    },
    day: (number: number, date: string) => `${number}, ${date}`,
    rangeHint: '가장 최근 기록을 기준으로 합니다',
    takeRangeOff: '최근 12개월로 돌아가기',
    applyRange: '이 기간 보기',
    firstDay: '첫날',
    lastDay: '마지막 날',
    chooseDates: '두 날을 고르거나 입력하세요: 2024-03-15, 달(2024-03) 또는 해',
    addFilter: '필터',
    filterBy: '필터 기준',
    backToFields: '다른 항목',
    notRecorded: '기록 없음',
    clearFilters: '모두 지우기',
    filters: '필터',
    without: (field: string) => `${field} 제외`,
    count: (n: number) => `${n}개 값`,
  },
};
