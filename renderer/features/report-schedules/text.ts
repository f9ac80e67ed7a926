import type { ReportRun } from '../../../shared/contract/report-schedules.ts';
import type { ReportFormat } from '../../../shared/contract/reports.ts';
import type { Language } from '../../../shared/text/labels.ts';
import { fitParticles } from '../../../shared/text/particles.ts';

/** Words of the scheduled reports, beside those in shared/text/report-schedules.ts. */
interface ReportsText {
  title: string;
  hint: string;
  schedule: string;
  fromView: string;
  noViews: string;
  none: string;
  noneWords: string;
  openExplore: string;
  reports: string;
  history: string;
  historyHint: string;
  report: string;
  when: string;
  of: string;
  next: string;
  last: string;
  paused: string;
  never: string;
  writing: string;
  again: string;
  turnOn: (report: string) => string;
  change: string;
  changeOf: (report: string) => string;
  runNow: string;
  runNowOf: (report: string) => string;
  remove: string;
  removeOf: (report: string) => string;
  removeTitle: (report: string) => string;
  removeWords: (folder: string) => string;
  removeButton: string;
  nothingWritten: string;
  at: string;
  what: string;
  rows: string;
  size: string;
  asOf: string;
  file: string;
  states: Record<ReportRun['state'], string>;
  byHand: string;
  openFolder: string;
  openFolderOf: (report: string) => string;
  written: (rows: string, size: string) => string;
  newTitle: string;
  editTitle: (report: string) => string;
  name: string;
  nameWords: string;
  question: string;
  records: string;
  kept: string;
  keptBoard: string;
  board: (name: string) => string;
  keptScreen: string;
  newReport: string;
  changesQuestion: string;
  viewChanged: (view: string) => string;
  useView: string;
  askElse: string;
  noFilters: string;
  without: (field: string) => string;
  notRecorded: string;
  search: (text: string) => string;
  range: string;
  format: string;
  formats: Record<ReportFormat, string>;
  folder: string;
  folderWords: string;
  whenChoice: Record<'rule' | 'shiftEnd', string>;
  shift: string;
  endsAt: string;
  day: string;
  days: Record<'same' | 'before', string>;
  addShift: string;
  removeShift: (shift: string) => string;
  minutesAfter: string;
  minutes: string;
  nextRuns: string;
  fillIn: string;
  caughtUp: string;
  save: string;
  cancel: string;
}

export const text: Record<Language, ReportsText> = {
  en: {
    title: 'Scheduled reports',
    hint: 'Written into a folder while the program is open; what was missed is written afterwards',
    schedule: 'Schedule a report',
    fromView: 'Of a saved view',
    noViews: 'Save a view first, or schedule what a screen shows from its menu.',
    none: 'No report is written by itself yet',
    noneWords:
      'Open what is to be written, in Explore or as a saved view, and choose Schedule a report in the menu at the top.',
    openExplore: 'Open Explore',
    reports: 'Reports',
    history: 'What was written',
    historyHint: 'Newest first',
    report: 'Report',
    when: 'When',
    of: 'Of',
    next: 'Next run',
    last: 'Last run',
    paused: 'Paused',
    never: 'none yet',
    writing: 'Being written',
    again: 'It is tried again by itself.',
    turnOn: (report) => `${report} by itself`,
    change: 'Change…',
    changeOf: (report) => `Change the report ${report}`,
    runNow: 'Run now',
    runNowOf: (report) => `Run now: ${report}`,
    remove: 'Remove…',
    removeOf: (report) => `Remove the report ${report}`,
    removeTitle: (report) => `Remove ${report}`,
    removeWords: (folder) => `It is written no more. The files in ${folder} stay where they are.`,
    removeButton: 'Remove the report',
    nothingWritten: 'Nothing was written yet.',
    at: 'Written',
    what: 'Days',
    rows: 'Rows',
    size: 'Size',
    asOf: 'As of',
    file: 'File, or why there is none',
    states: { written: 'Written', failed: 'Failed', cancelled: 'Cancelled' },
    byHand: 'by hand',
    openFolder: 'Open the folder',
    openFolderOf: (report) => `Open the folder of ${report}`,
    written: (rows, size) => `${rows} rows, ${size}`,
    newTitle: 'Schedule a report',
    editTitle: (report) => `Change ${report}`,
    name: 'Name',
    nameWords: 'The files are named after it and their days.',
    question: 'What to write',
    records: 'The records',
    keptBoard: 'Each time the dashboard is written as it is then.',
    board: (name) => `The dashboard ${name}`,
    keptScreen: 'All parts of the screen are written, with what is chosen on it now.',
    kept: 'The report keeps this question, also when the view is changed later.',
    newReport: 'A new report',
    changesQuestion: 'From now on it asks what the screen shows. The rest stays as it is unless you change it below.',
    viewChanged: (view) => `The view ${view} was changed since.`,
    useView: 'Use the view as it is now',
    askElse: 'To let it ask something else, open that, choose Schedule a report… and then this report.',
    noFilters: 'No filters',
    without: (field) => `${field} without`,
    notRecorded: 'not recorded',
    search: (sought) => `with the text '${sought}'`,
    range: 'Of which days',
    format: 'Format',
    formats: { csv: 'CSV', xlsx: 'Workbook (XLSX)', pdf: 'PDF' },
    folder: 'Folder',
    folderWords: 'The whole path of a folder on this machine or a drive that it sees. No file there is written over.',
    whenChoice: { rule: 'By the clock', shiftEnd: 'After each shift' },
    shift: 'Shift, as records name it',
    endsAt: 'Ends at',
    day: 'Its production day',
    days: { same: 'The day it ends', before: 'The day before' },
    addShift: 'Add a shift',
    removeShift: (shift) => `Remove the shift ${shift}`,
    minutesAfter: 'So long after its end',
    minutes: 'min',
    nextRuns: 'Next',
    fillIn: 'Fill in what is missing to see the next files.',
    caughtUp: 'Each report that was missed while the machine slept or the program was closed is written afterwards.',
    save: 'Save',
    cancel: 'Cancel',
  },
  ko: {
    title: '예약된 보고서',
    hint: '프로그램이 열려 있는 동안 폴더에 씁니다. 놓친 것은 나중에 씁니다',
    schedule: '보고서 예약',
    fromView: '저장된 보기로',
    noViews: '먼저 보기를 저장하거나, 화면의 메뉴에서 보이는 내용을 예약하세요.',
    none: '아직 자동으로 쓰는 보고서가 없습니다',
    noneWords: '탐색이나 저장된 보기에서 쓸 내용을 열고 위쪽 메뉴에서 보고서 예약을 고르세요.',
    openExplore: '탐색 열기',
    reports: '보고서',
    history: '쓴 기록',
    historyHint: '최근 것부터',
    report: '보고서',
    when: '언제',
    of: '기간',
    next: '다음 실행',
    last: '최근 실행',
    paused: '멈춤',
    never: '아직 없음',
    writing: '쓰는 중',
    again: '자동으로 다시 시도합니다.',
    turnOn: (report) => `${report} 자동 실행`,
    change: '변경…',
    changeOf: (report) => `보고서 변경: ${report}`,
    runNow: '지금 실행',
    runNowOf: (report) => `지금 실행: ${report}`,
    remove: '제거…',
    removeOf: (report) => `보고서 제거: ${report}`,
    removeTitle: (report) => `${report} 제거`,
    removeWords: (folder) => `더 이상 쓰지 않습니다. ${folder}의 파일은 그대로 남습니다.`,
    removeButton: '보고서 제거',
    nothingWritten: '아직 쓴 것이 없습니다.',
    at: '쓴 때',
    what: '생산일',
    rows: '행',
    size: '크기',
    asOf: '기준 시각',
    file: '파일, 없으면 그 이유',
    states: { written: '씀', failed: '실패', cancelled: '취소됨' },
    byHand: '직접 실행',
    openFolder: '폴더 열기',
    openFolderOf: (report) => `${report} 폴더 열기`,
    written: (rows, size) => `${rows}행, ${size}`,
    newTitle: '보고서 예약',
    editTitle: (report) => `${report} 변경`,
    name: '이름',
    nameWords: '파일 이름은 이 이름과 생산일로 정합니다.',
    question: '쓸 내용',
    records: '기록',
    keptBoard: '쓸 때마다 그때의 대시보드를 씁니다.',
    board: (name) => `대시보드 ${name}`,
    keptScreen: '화면의 모든 부분을 지금 고른 대로 씁니다.',
    kept: '나중에 보기를 바꾸어도 보고서의 내용은 그대로입니다.',
    newReport: '새 보고서',
    changesQuestion: '이제부터 화면에 보이는 내용을 씁니다. 나머지는 아래에서 바꾸지 않으면 그대로입니다.',
    viewChanged: (view) => fitParticles(`그 뒤에 보기 ${view}이(가) 바뀌었습니다.`),
    useView: '지금의 보기로 바꾸기',
    askElse: '다른 내용을 쓰게 하려면 그 내용을 연 다음 보고서 예약…에서 이 보고서를 고르세요.',
    noFilters: '필터 없음',
    without: (field) => `${field} 제외`,
    notRecorded: '기록 없음',
    search: (sought) => `검색어 '${sought}'`,
    range: '어느 날의 것',
    format: '형식',
    formats: { csv: 'CSV', xlsx: '통합 문서 (XLSX)', pdf: 'PDF' },
    folder: '폴더',
    folderWords: '이 컴퓨터나 연결된 드라이브에 있는 폴더의 전체 경로. 있는 파일은 덮어쓰지 않습니다.',
    whenChoice: { rule: '시각으로', shiftEnd: '근무조가 끝날 때마다' },
    shift: '근무조 (기록에 쓰인 이름)',
    endsAt: '끝나는 시각',
    day: '생산일',
    days: { same: '끝나는 날', before: '그 전날' },
    addShift: '근무조 추가',
    removeShift: (shift) => `${shift} 근무조 제거`,
    minutesAfter: '끝나고 이만큼 뒤',
    minutes: '분',
    nextRuns: '다음',
    fillIn: '빠진 것을 채우면 다음 파일이 보입니다.',
    caughtUp: '컴퓨터가 잠들었거나 프로그램이 닫혀 있어 놓친 보고서는 나중에 모두 씁니다.',
    save: '저장',
    cancel: '취소',
  },
};
