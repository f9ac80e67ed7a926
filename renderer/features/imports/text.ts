import type { Language } from '../../../shared/text/labels.ts';
import { fitParticles } from '../../../shared/text/particles.ts';
import type { Shortcoming } from './profile-edit.ts';

/** Words of the Imports screen. Counts come already written out. */
export interface ImportsText {
  title: string;
  drop: string;
  dropHint: string;
  choose: string;
  chooseFailed: string;
  waiting: (names: string) => string;
  sending: (sent: string, total: string) => string;
  looking: string;
  unreadable: string;
  leaveOut: string;
  rememberedHint: string;
  profileName: string;
  profileNameHint: string;
  profileFile: string;
  profileFileHint: string;
  profileUnusable: string;
  readTitle: string;
  readHint: string;
  readRemembered: string;
  part: string;
  encoding: string;
  headerLine: string;
  asFound: string;
  decimalMark: string;
  decimalMarks: Record<string, string>;
  thousandsMark: string;
  thousandsMarks: Record<string, string>;
  dateFormat: string;
  dateFormatHint: string;
  monthNames: string;
  dayTitle: string;
  dayStartsAt: string;
  dayBelongsTo: string;
  dayRules: Record<'start' | 'end' | 'calendar', string>;
  timeZone: string;
  timeZoneHint: string;
  dayUnused: string;
  mapTitle: string;
  mapHint: (used: string, all: string) => string;
  field: string;
  column: string;
  samples: string;
  chooseColumns: string;
  notInFile: string;
  moreFields: (count: string) => string;
  fewerFields: string;
  fixedValue: string;
  fixedValueOf: (field: string) => string;
  fromColumn: string;
  calculate: (field: string) => string;
  scale: string;
  times: string;
  when: string;
  whenIn: string;
  none: string;
  defectColumns: string;
  downtimeColumns: string;
  reasonsHint: string;
  reasonNames: string;
  withoutReasonNames: string;
  nulls: string;
  nullsHint: string;
  joinedBy: string;
  takeUnit: string;
  unused: string;
  keyTitle: string;
  keyNone: string;
  keySome: (fields: string) => string;
  keyLabel: string;
  questionsTitle: string;
  questionsHint: string;
  questionsAnswered: string;
  askDate: (sample: string | null) => string;
  askNumber: (sample: string | null) => string;
  isWhole: (number: string) => string;
  isFraction: (number: string) => string;
  previewTitle: string;
  previewCounts: (accepted: string, rejected: string, all: boolean) => string;
  line: string;
  setAside: string;
  reason: string;
  previewFailed: string;
  shortcomings: Record<Shortcoming, string>;
  countsNothing: string;
  answerFirst: string;
  importRows: (count: string, isOne: boolean) => string;
  importFile: string;
  cancelHint: string;
  outcome: (file: string) => string;
  failed: (file: string) => string;
  cancelled: (file: string) => string;
  cancelledHint: string;
  inserted: string;
  updated: string;
  unchanged: string;
  rejected: string;
  rowsRead: string;
  rounded: (count: string) => string;
  nothingNew: string;
  rejectsFile: string;
  showFigures: string;
  showRecords: string;
  next: string;
  lookAgain: string;
  done: string;
  parts: string;
  history: string;
  historyHint: string;
  noHistory: string;
  noHistoryHint: string;
  importedAt: string;
  file: string;
  dates: string;
  undone: string;
  undo: string;
  undoOf: (file: string) => string;
  rejectsOf: (file: string) => string;
}

export const text: Record<Language, ImportsText> = {
  en: {
    title: 'Imports',
    drop: 'Drop files here',
    dropHint: 'Nothing is stored before you have seen how each file is read.',
    choose: 'Choose files…',
    chooseFailed: 'The files could not be taken.',
    waiting: (names) => `Then: ${names}`,
    sending: (sent, total) => `Taking in the file: ${sent} of ${total}`,
    looking: 'Looking at the file…',
    unreadable: 'This file cannot be imported',
    leaveOut: 'Leave this file out',
    rememberedHint: 'Files with these columns were imported before; they are read the same way unless you change it.',
    profileName: 'Name of this kind of file',
    profileNameHint: 'Such as MES daily export',
    profileFile: 'Use a profile file…',
    profileFileHint: 'A JSON file that says how such files are read',
    profileUnusable: 'That file is not a profile that can be used: ',
    readTitle: 'How the file is read',
    readHint: 'Guessed from its first rows',
    readRemembered: 'As last time',
    part: 'Table in the file',
    encoding: 'Letters are written in',
    headerLine: 'Line of the headings',
    asFound: 'Read it as it was found',
    decimalMark: 'Decimal mark',
    decimalMarks: { '.': 'Point  1.5', ',': 'Comma  1,5' },
    thousandsMark: 'Thousands mark',
    thousandsMarks: {
      '': 'None',
      '.': 'Point  1.000',
      ',': 'Comma  1,000',
      ' ': 'Space  1 000',
      "'": "Apostrophe  1'000",
    },
    dateFormat: 'Date format',
    dateFormatHint: 'YYYY M D H mm ss; MMM is the name of a month',
    monthNames: 'Language of month names',
    dayTitle: 'Production day',
    dayStartsAt: 'Begins at',
    dayBelongsTo: 'A shift over midnight belongs to',
    dayRules: { start: 'the day it begins', end: 'the day it ends', calendar: 'its calendar date' },
    timeZone: 'Time zone of the plant',
    timeZoneHint: 'as written',
    dayUnused: 'Counts once a column gives the start time.',
    mapTitle: 'Which column is which',
    mapHint: (used, all) => `${used} of ${all} columns are used`,
    field: 'Field',
    column: 'Column of the file',
    samples: 'Samples',
    chooseColumns: 'Choose a column',
    notInFile: 'Not in the file',
    moreFields: (count) => (count === '1' ? '1 more field' : `${count} more fields`),
    fewerFields: 'Fewer fields',
    fixedValue: 'The same value in every row',
    fixedValueOf: (field) => `${field} in every row`,
    fromColumn: 'Take it from a column',
    calculate: (field) => `How ${field} is calculated`,
    scale: 'Multiply by',
    times: 'Multiply by the column',
    when: 'Only in rows where',
    whenIn: 'is one of',
    none: 'No',
    defectColumns: 'Columns that each count one defect reason',
    downtimeColumns: 'Columns that each hold the minutes of one downtime reason',
    reasonsHint: 'The heading is the reason',
    reasonNames: 'Name the reasons…',
    withoutReasonNames: 'Close the names',
    nulls: 'Texts that mean not recorded',
    nullsHint: 'Beside the empty cell',
    joinedBy: 'Between the texts stands',
    takeUnit: 'Take the unit that stands beside its numbers',
    unused: 'Not used',
    keyTitle: 'When a row comes again',
    keyNone:
      'A row counts as the same when all of it is the same; it is then left alone. A corrected row would be added beside the old one.',
    keySome: (fields) => `A row with the same ${fields} as a stored record updates that record.`,
    keyLabel: 'Fields that name a record',
    questionsTitle: 'Only you can tell',
    questionsHint: 'The file can be read in more than one way. Please answer before it is imported.',
    questionsAnswered: 'Answered as last time. Change it if this file is written in another way.',
    askDate: (sample) => (sample ? `Which day is ${sample}?` : 'How are the dates written?'),
    askNumber: (sample) => (sample ? `How much is ${sample}?` : 'Which mark sets off the thousands?'),
    isWhole: (number) => `${number}, a whole number`,
    isFraction: (number) => `${number}, a fraction`,
    previewTitle: 'What the first rows become',
    previewCounts: (accepted, rejected, all) =>
      `${all ? 'All rows' : 'Of the first 1,000 rows'}: ${accepted} ${accepted === '1' ? 'becomes a record' : 'become records'}, ${rejected} ${rejected === '1' ? 'is' : 'are'} set aside`,
    line: 'File line',
    setAside: 'Set aside',
    reason: 'Why',
    previewFailed: 'With these settings the file cannot be read.',
    shortcomings: {
      noDate: 'Choose the column of the production date.',
      noSubject: 'Choose the column of the line or of the item.',
      noMeasure: 'Choose at least one column of quantities or minutes.',
    },
    countsNothing:
      'No column is read as a quantity: output and yield will have no data. Choose one under Good if there is one.',
    answerFirst: 'Answer the questions above first.',
    importRows: (count, isOne) => `Import ${count} ${isOne ? 'row' : 'rows'}`,
    importFile: 'Import all rows',
    cancelHint: 'Cancel keeps nothing',
    outcome: (file) => `${file} is imported`,
    failed: (file) => `${file} could not be imported`,
    cancelled: (file) => `${file} was cancelled`,
    cancelledHint: 'Nothing of it was kept.',
    inserted: 'New',
    updated: 'Updated',
    unchanged: 'Unchanged',
    rejected: 'Set aside',
    rowsRead: 'Rows',
    rounded: (count) =>
      count === '1'
        ? '1 value had more decimals than a millionth holds and was rounded to it.'
        : `${count} values had more decimals than a millionth holds and were rounded to it.`,
    nothingNew: 'Every row was there already; nothing was added twice.',
    rejectsFile: 'Save the rows set aside',
    showFigures: 'Show what came in',
    showRecords: 'Show the records',
    next: 'Next file',
    lookAgain: 'Look at it again',
    done: 'Done',
    parts: 'What is shown',
    history: 'Imports so far',
    historyHint: 'Newest first. Each can be undone as long as nothing later builds on it.',
    noHistory: 'Nothing has been imported yet',
    noHistoryHint: 'Drop a file above. Every import is listed here and can be undone.',
    importedAt: 'When',
    file: 'File',
    dates: 'Production dates',
    undone: 'Undone',
    undo: 'Undo',
    undoOf: (file) => `Undo the import of ${file}`,
    rejectsOf: (file) => `Save the rows of ${file} that were set aside`,
  },
  ko: {
    title: '가져오기',
    drop: '파일을 여기에 놓으세요',
    dropHint: '파일을 어떻게 읽는지 확인하기 전에는 아무것도 저장하지 않습니다.',
    choose: '파일 선택…',
    chooseFailed: '파일을 받지 못했습니다.',
    waiting: (names) => `다음: ${names}`,
    sending: (sent, total) => `파일을 받는 중: ${total} 중 ${sent}`,
    looking: '파일을 살펴보는 중…',
    unreadable: '이 파일은 가져올 수 없습니다',
    leaveOut: '이 파일 제외',
    rememberedHint: '같은 열을 가진 파일을 가져온 적이 있습니다. 바꾸지 않으면 그때처럼 읽습니다.',
    profileName: '이 파일 종류의 이름',
    profileNameHint: '예: MES 일일 내보내기',
    profileFile: '프로필 파일 사용…',
    profileFileHint: '이런 파일을 읽는 방법을 적은 JSON 파일',
    profileUnusable: '쓸 수 있는 프로필 파일이 아닙니다: ',
    readTitle: '파일을 읽는 방법',
    readHint: '첫 행들을 보고 추측한 값입니다',
    readRemembered: '지난번과 같이',
    part: '파일 안의 표',
    encoding: '글자 인코딩',
    headerLine: '제목이 있는 줄',
    asFound: '처음 찾은 대로 읽기',
    decimalMark: '소수점',
    decimalMarks: { '.': '마침표  1.5', ',': '쉼표  1,5' },
    thousandsMark: '천 단위 구분',
    thousandsMarks: {
      '': '없음',
      '.': '마침표  1.000',
      ',': '쉼표  1,000',
      ' ': '빈칸  1 000',
      "'": "작은따옴표  1'000",
    },
    dateFormat: '날짜 형식',
    dateFormatHint: 'YYYY M D H mm ss, MMM은 달 이름',
    monthNames: '달 이름의 언어',
    dayTitle: '생산일',
    dayStartsAt: '시작 시각',
    dayBelongsTo: '자정을 넘는 근무조는',
    dayRules: { start: '시작한 날에 속함', end: '끝난 날에 속함', calendar: '달력 날짜에 속함' },
    timeZone: '공장 시간대',
    timeZoneHint: '적힌 그대로',
    dayUnused: '시작 시각을 주는 열이 있을 때 쓰입니다.',
    mapTitle: '열과 항목 연결',
    mapHint: (used, all) => `열 ${all}개 중 ${used}개 사용`,
    field: '항목',
    column: '파일의 열',
    samples: '예',
    chooseColumns: '열 선택',
    notInFile: '파일에 없음',
    moreFields: (count) => `항목 ${count}개 더 보기`,
    fewerFields: '항목 줄이기',
    fixedValue: '모든 행에 같은 값',
    fixedValueOf: (field) => `모든 행의 ${field}`,
    fromColumn: '열에서 가져오기',
    calculate: (field) => `${field} 계산 방법`,
    scale: '곱하기',
    times: '다른 열과 곱하기',
    when: '다음 행에서만',
    whenIn: '다음 중 하나일 때',
    none: '안 함',
    defectColumns: '불량 사유 하나씩을 세는 열',
    downtimeColumns: '비가동 사유별 분을 담은 열',
    reasonsHint: '열 제목이 사유가 됩니다',
    reasonNames: '사유 이름 짓기…',
    withoutReasonNames: '사유 이름 닫기',
    nulls: '기록 없음을 뜻하는 글',
    nullsHint: '빈칸 말고도',
    joinedBy: '글 사이에 넣을 것',
    takeUnit: '숫자 옆에 적힌 단위를 씁니다',
    unused: '쓰지 않는 열',
    keyTitle: '같은 행이 다시 오면',
    keyNone: '행 전체가 같을 때만 같은 기록으로 보고 그대로 둡니다. 고친 행은 예전 기록 옆에 새로 추가됩니다.',
    keySome: (fields) => fitParticles(`${fields}이(가) 저장된 기록과 같은 행은 그 기록을 고칩니다.`),
    keyLabel: '기록을 가리키는 항목',
    questionsTitle: '직접 정해 주세요',
    questionsHint: '이 파일은 두 가지로 읽을 수 있습니다. 가져오기 전에 답해 주세요.',
    questionsAnswered: '지난번처럼 답했습니다. 이 파일이 다르게 적혔으면 바꾸세요.',
    askDate: (sample) => (sample ? `${sample}: 며칠입니까?` : '날짜를 어떻게 적었습니까?'),
    askNumber: (sample) => (sample ? `${sample}: 얼마입니까?` : '천 단위 구분 기호는 무엇입니까?'),
    isWhole: (number) => `${number} (정수)`,
    isFraction: (number) => `${number} (소수)`,
    previewTitle: '첫 행들의 결과',
    previewCounts: (accepted, rejected, all) =>
      `${all ? '전체 행' : '처음 1,000행'} 중 ${accepted}행을 가져올 수 있고 ${rejected}행은 제외됩니다`,
    line: '파일 행',
    setAside: '제외',
    reason: '이유',
    previewFailed: '이 설정으로는 파일을 읽을 수 없습니다.',
    shortcomings: {
      noDate: '생산일 열을 고르세요.',
      noSubject: '라인 또는 품목 열을 고르세요.',
      noMeasure: '수량이나 시간 열을 하나 이상 고르세요.',
    },
    countsNothing: '수량으로 읽는 열이 없어 생산량과 수율에 데이터가 없습니다. 있으면 양품의 열을 고르세요.',
    answerFirst: '먼저 위의 질문에 답해 주세요.',
    importRows: (count) => `${count}행 가져오기`,
    importFile: '모든 행 가져오기',
    cancelHint: '취소하면 아무것도 남지 않습니다',
    outcome: (file) => `${file} 가져오기 완료`,
    failed: (file) => `${file} 파일을 가져오지 못했습니다`,
    cancelled: (file) => `${file} 가져오기를 취소했습니다`,
    cancelledHint: '남은 것이 없습니다.',
    inserted: '새 기록',
    updated: '고침',
    unchanged: '그대로',
    rejected: '제외',
    rowsRead: '행',
    rounded: (count) => `값 ${count}개는 백만분의 일보다 작은 자리가 있어 반올림했습니다.`,
    nothingNew: '모든 행이 이미 있어서 두 번 추가하지 않았습니다.',
    rejectsFile: '제외된 행 저장',
    showFigures: '들어온 내용 보기',
    showRecords: '기록 보기',
    next: '다음 파일',
    lookAgain: '다시 살펴보기',
    done: '완료',
    parts: '보이는 것',
    history: '지금까지의 가져오기',
    historyHint: '최근 것부터. 뒤에 이어진 것이 없으면 되돌릴 수 있습니다.',
    noHistory: '아직 가져온 것이 없습니다',
    noHistoryHint: '위에 파일을 놓으세요. 모든 가져오기가 여기에 남고, 되돌릴 수 있습니다.',
    importedAt: '시각',
    file: '파일',
    dates: '생산일',
    undone: '되돌림',
    undo: '되돌리기',
    undoOf: (file) => `${file} 가져오기 되돌리기`,
    rejectsOf: (file) => `${file}에서 제외된 행 저장`,
  },
};
