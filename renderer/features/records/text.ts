import type { Language } from '../../../shared/text/labels.ts';

/** The words of the Records screen. */
export interface RecordsText {
  title: string;
  searchLabel: string;
  searchHint: string;
  clearSearch: string;
  columns: string;
  exportShown: string;
  columnsHint: string;
  resetColumns: string;
  grid: string;
  counting: string;
  searching: string;
  records: (count: string, isOne: boolean) => string;
  found: (count: string, isOne: boolean) => string;
  foundSoFar: (count: string) => string;
  totalOf: (count: string, isOne: boolean) => string;
  totals: string;
  yieldIs: (percent: string) => string;
  mixedUnits: string;
  noSumsForSearch: string;
  sumsFailed: string;
  retry: string;
  open: string;
  cellMenu: string;
  onlyThis: (field: string, value: string) => string;
  onlyUnrecorded: (field: string) => string;
  noLongerOnly: (field: string, value: string) => string;
  copy: string;
  copyWithHeadings: string;
  copied: (rows: string, columns: string) => string;
  tooManyToCopy: (most: string) => string;
  copyFailed: string;
  noMatch: string;
  noMatchHint: string;
  clearFilters: string;
  allDates: string;
  detail: string;
  previous: string;
  next: string;
  whatAndWhere: string;
  quantities: string;
  time: string;
  defects: string;
  downtimes: string;
  source: string;
  sourceFile: string;
  sourceLine: string;
  partition: string;
  batch: string;
  minutes: string;
  seconds: string;
}

export const text: Record<Language, RecordsText> = {
  en: {
    title: 'Records',
    searchLabel: 'Search records',
    searchHint: 'Lot, item, order or note',
    clearSearch: 'Clear the search',
    columns: 'Columns',
    exportShown: 'Export…',
    columnsHint: 'Shown in the table',
    resetColumns: 'As at first',
    grid: 'Production records',
    counting: 'Counting…',
    searching: 'Searching…',
    records: (count, isOne) => `${count} ${isOne ? 'record' : 'records'}`,
    found: (count, isOne) => `${count} ${isOne ? 'record' : 'records'} found`,
    foundSoFar: (count) => `${count} found so far`,
    totalOf: (count, isOne) => `Total of ${count} ${isOne ? 'record' : 'records'}`,
    totals: 'Totals',
    yieldIs: (percent) => `Yield ${percent}`,
    mixedUnits: 'several units are added together',
    noSumsForSearch: 'No sums while searching',
    sumsFailed: 'The totals could not be had',
    retry: 'Try again',
    open: 'Open this record',
    cellMenu: 'What can be done with this cell',
    onlyThis: (field, value) => `Only ${field} ${value}`,
    onlyUnrecorded: (field) => `Only without ${field}`,
    noLongerOnly: (field, value) => `No longer only ${field} ${value}`,
    copy: 'Copy',
    copyWithHeadings: 'Copy with headings',
    copied: (rows, columns) => `Copied ${rows} × ${columns} cells`,
    tooManyToCopy: (most) => `Nothing copied: at most ${most} rows fit the clipboard. Export takes them all.`,
    copyFailed: 'Nothing copied: the clipboard is not available.',
    noMatch: 'No record matches',
    noMatchHint: 'Nothing was made in these dates with these filters, or the search is spelt otherwise in the records.',
    clearFilters: 'Clear filters',
    allDates: 'Show all dates',
    detail: 'Record',
    previous: 'Previous record',
    next: 'Next record',
    whatAndWhere: 'What and where',
    quantities: 'Quantities',
    time: 'Time',
    defects: 'Defects by reason',
    downtimes: 'Downtime by reason',
    source: 'Where this comes from',
    sourceFile: 'File',
    sourceLine: 'Line of the file',
    partition: 'Stored in',
    batch: 'Import',
    minutes: 'min',
    seconds: 's',
  },
  ko: {
    title: '기록',
    searchLabel: '기록 검색',
    searchHint: '로트, 품목, 작업 지시, 비고',
    clearSearch: '검색어 지우기',
    columns: '열',
    exportShown: '내보내기…',
    columnsHint: '표에 보이는 열',
    resetColumns: '처음 상태로',
    grid: '생산 기록',
    counting: '세는 중…',
    searching: '찾는 중…',
    records: (count) => `기록 ${count}건`,
    found: (count) => `${count}건 찾음`,
    foundSoFar: (count) => `지금까지 ${count}건 찾음`,
    totalOf: (count) => `기록 ${count}건의 합계`,
    totals: '합계',
    yieldIs: (percent) => `수율 ${percent}`,
    mixedUnits: '여러 단위가 함께 더해졌습니다',
    noSumsForSearch: '검색 중에는 합계를 내지 않습니다',
    sumsFailed: '합계를 가져오지 못했습니다',
    retry: '다시 시도',
    open: '이 기록 열기',
    cellMenu: '이 칸에서 할 수 있는 일',
    onlyThis: (field, value) => `${field} ${value}만 보기`,
    onlyUnrecorded: (field) => `${field} 없는 기록만 보기`,
    noLongerOnly: (field, value) => `${field} ${value} 필터 해제`,
    copy: '복사',
    copyWithHeadings: '제목과 함께 복사',
    copied: (rows, columns) => `${rows} × ${columns} 칸을 복사했습니다`,
    tooManyToCopy: (most) =>
      `복사하지 않았습니다. 최대 ${most}행까지 복사할 수 있습니다. 모두 필요하면 내보내기를 쓰세요.`,
    copyFailed: '복사하지 못했습니다. 클립보드를 쓸 수 없습니다.',
    noMatch: '맞는 기록이 없습니다',
    noMatchHint: '이 기간과 필터에 해당하는 생산이 없거나, 기록에는 검색어가 다르게 적혀 있습니다.',
    clearFilters: '필터 지우기',
    allDates: '전체 기간 보기',
    detail: '기록',
    previous: '이전 기록',
    next: '다음 기록',
    whatAndWhere: '무엇을, 어디서',
    quantities: '수량',
    time: '시간',
    defects: '사유별 불량',
    downtimes: '사유별 비가동',
    source: '이 기록의 출처',
    sourceFile: '파일',
    sourceLine: '파일의 행',
    partition: '저장 위치',
    batch: '가져오기',
    minutes: '분',
    seconds: '초',
  },
};
