import type { Density } from '../../../shared/contract/column-sets.ts';
import type { Language } from '../../../shared/text/labels.ts';
import { fitParticles } from '../../../shared/text/particles.ts';

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
  columnSets: string;
  saveSet: string;
  nameOfSet: string;
  renameSet: (name: string) => string;
  removeSet: (name: string) => string;
  removeSetAsk: (name: string) => string;
  replacesSet: string;
  setButtons: Record<'save' | 'rename' | 'remove', string>;
  cancel: string;
  density: string;
  densities: Record<Density, string>;
  neverFilled: string;
  hiddenAsEmpty: (count: string, isOne: boolean) => string;
  columnMenu: string;
  filterColumn: string;
  sortUp: string;
  sortDown: string;
  thenBy: string;
  noLongerBy: string;
  levelOf: (level: number, direction: 'asc' | 'desc') => string;
  freezeUpTo: string;
  freezeNone: string;
  moveLeft: string;
  moveRight: string;
  fit: string;
  hideColumn: string;
  chooseAll: string;
  chosenLabel: string;
  chosenNone: string;
  chosenRecords: (count: string, isOne: boolean) => string;
  addingUp: string;
  tooManyToAdd: (most: string) => string;
  sum: string;
  mean: string;
  least: string;
  most: string;
  recordedOf: string;
  different: string;
  readsAll: string;
  grid: string;
  counting: string;
  searching: string;
  records: (count: string, isOne: boolean) => string;
  found: (count: string, isOne: boolean) => string;
  foundSoFar: (count: string) => string;
  totalOf: (count: string, isOne: boolean) => string;
  totals: string;
  yieldIs: (percent: string) => string;
  planIs: (percent: string) => string;
  mixedUnits: string;
  noSumsForSearch: string;
  sumsFailed: string;
  retry: string;
  open: string;
  cellMenu: string;
  onlyThis: (field: string, value: string) => string;
  onlyUnrecorded: (field: string) => string;
  onlyRecorded: (field: string) => string;
  allButThis: (field: string, value: string) => string;
  onlyThese: (field: string, count: string) => string;
  allButThese: (field: string, count: string) => string;
  onlyTheseDays: string;
  fromThis: (date: string) => string;
  toThis: (date: string) => string;
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
  lotStory: string;
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
    columnSets: 'Column sets',
    saveSet: 'Save these columns',
    nameOfSet: 'Name of the column set',
    renameSet: (name) => `Rename ${name}`,
    removeSet: (name) => `Delete ${name}`,
    removeSetAsk: (name) =>
      `'${name}' is taken off the list for everybody who opens this store. The columns stay as they are.`,
    replacesSet: 'There is a column set of this name; saving replaces it.',
    setButtons: { save: 'Save', rename: 'Rename', remove: 'Delete the set' },
    cancel: 'Cancel',
    density: 'Density',
    densities: { usual: 'Usual', compact: 'Compact', wide: 'Wide' },
    neverFilled: 'No record fills these',
    hiddenAsEmpty: (count, isOne) =>
      isOne ? '1 column without values is hidden' : `${count} columns without values are hidden`,
    columnMenu: 'What can be done with this column',
    filterColumn: 'Filter…',
    sortUp: 'Sort ascending',
    sortDown: 'Sort descending',
    thenBy: 'Sort by this too',
    noLongerBy: 'No longer sort by this',
    levelOf: (level, direction) =>
      `Sorted ${direction === 'asc' ? 'ascending' : 'descending'} by this as number ${level}`,
    freezeUpTo: 'Freeze up to here',
    freezeNone: 'Freeze no column',
    moveLeft: 'Move left',
    moveRight: 'Move right',
    fit: 'Fit to its content',
    hideColumn: 'Hide',
    chooseAll: 'Choose all rows that are loaded',
    chosenLabel: 'What is chosen',
    chosenNone: 'Choose several cells to add them up',
    chosenRecords: (count, isOne) => `${count} ${isOne ? 'record' : 'records'} chosen`,
    addingUp: 'Adding up…',
    tooManyToAdd: (most) => `More than ${most} are not added up here; the foot adds up all.`,
    sum: 'Sum',
    mean: 'Mean',
    least: 'Least',
    most: 'Most',
    recordedOf: 'Recorded',
    different: 'Different values',
    readsAll: 'Every record is read for this order',
    grid: 'Production records',
    counting: 'Counting…',
    searching: 'Searching…',
    records: (count, isOne) => `${count} ${isOne ? 'record' : 'records'}`,
    found: (count, isOne) => `${count} ${isOne ? 'record' : 'records'} found`,
    foundSoFar: (count) => `${count} found so far`,
    totalOf: (count, isOne) => `Total of ${count} ${isOne ? 'record' : 'records'}`,
    totals: 'Totals',
    yieldIs: (percent) => `Yield ${percent}`,
    planIs: (percent) => `Plan ${percent}`,
    mixedUnits: 'several units are added together',
    noSumsForSearch: 'No sums while searching',
    sumsFailed: 'The totals could not be had',
    retry: 'Try again',
    open: 'Open this record',
    cellMenu: 'What can be done with this cell',
    onlyThis: (field, value) => `Only ${field} ${value}`,
    onlyUnrecorded: (field) => `Only without ${field}`,
    onlyRecorded: (field) => `Only with ${field}`,
    allButThis: (field, value) => `All but ${field} ${value}`,
    onlyThese: (field, count) => `Only these ${count} of ${field}`,
    allButThese: (field, count) => `All but these ${count} of ${field}`,
    onlyTheseDays: 'Only these days',
    fromThis: (date) => `From ${date} on`,
    toThis: (date) => `Up to ${date}`,
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
    lotStory: 'The whole story of this lot, and what else it touched',
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
    columnSets: '열 모음',
    saveSet: '이 열 모음 저장',
    nameOfSet: '열 모음 이름',
    renameSet: (name) => `${name} 이름 바꾸기`,
    removeSet: (name) => `${name} 삭제`,
    removeSetAsk: (name) =>
      fitParticles(`'${name}'을(를) 이 저장소를 여는 모두의 목록에서 뺍니다. 지금 보이는 열은 그대로입니다.`),
    replacesSet: '같은 이름의 열 모음이 있습니다. 저장하면 바뀝니다.',
    setButtons: { save: '저장', rename: '이름 바꾸기', remove: '모음 삭제' },
    cancel: '취소',
    density: '간격',
    densities: { usual: '보통', compact: '좁게', wide: '넓게' },
    neverFilled: '값이 있는 기록이 없는 열',
    hiddenAsEmpty: (count) => `값이 없는 열 ${count}개를 숨겼습니다`,
    columnMenu: '이 열에서 할 수 있는 일',
    filterColumn: '필터…',
    sortUp: '오름차순 정렬',
    sortDown: '내림차순 정렬',
    thenBy: '이 열로도 정렬',
    noLongerBy: '이 열로 정렬하지 않기',
    levelOf: (level, direction) => `${level}번째 기준, ${direction === 'asc' ? '오름차순' : '내림차순'}`,
    freezeUpTo: '여기까지 고정',
    freezeNone: '열 고정 해제',
    moveLeft: '왼쪽으로',
    moveRight: '오른쪽으로',
    fit: '내용에 맞추기',
    hideColumn: '숨기기',
    chooseAll: '불러온 행 모두 선택',
    chosenLabel: '선택한 내용',
    chosenNone: '여러 칸을 선택하면 합계가 나옵니다',
    chosenRecords: (count) => `기록 ${count}건 선택`,
    addingUp: '더하는 중…',
    tooManyToAdd: (most) => `${most}건이 넘으면 여기서 더하지 않습니다. 전체 합계는 맨 아래 행에 있습니다.`,
    sum: '합계',
    mean: '평균',
    least: '최소',
    most: '최대',
    recordedOf: '기록됨',
    different: '서로 다른 값',
    readsAll: '이 순서에는 모든 기록을 읽습니다',
    grid: '생산 기록',
    counting: '세는 중…',
    searching: '찾는 중…',
    records: (count) => `기록 ${count}건`,
    found: (count) => `${count}건 찾음`,
    foundSoFar: (count) => `지금까지 ${count}건 찾음`,
    totalOf: (count) => `기록 ${count}건의 합계`,
    totals: '합계',
    yieldIs: (percent) => `수율 ${percent}`,
    planIs: (percent) => `계획 대비 ${percent}`,
    mixedUnits: '여러 단위가 함께 더해졌습니다',
    noSumsForSearch: '검색 중에는 합계를 내지 않습니다',
    sumsFailed: '합계를 가져오지 못했습니다',
    retry: '다시 시도',
    open: '이 기록 열기',
    cellMenu: '이 칸에서 할 수 있는 일',
    onlyThis: (field, value) => `${field} ${value}만 보기`,
    onlyUnrecorded: (field) => `${field} 없는 기록만 보기`,
    onlyRecorded: (field) => `${field} 있는 기록만 보기`,
    allButThis: (field, value) => `${field} ${value} 빼고 보기`,
    onlyThese: (field, count) => `이 ${field} ${count}개만 보기`,
    allButThese: (field, count) => `이 ${field} ${count}개 빼고 보기`,
    onlyTheseDays: '이 날짜들만 보기',
    fromThis: (date) => `${date}부터`,
    toThis: (date) => `${date}까지`,
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
    lotStory: '이 로트의 전체 이력과 함께 영향을 받은 것',
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
