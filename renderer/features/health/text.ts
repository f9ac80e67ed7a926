import type { CacheOutcome, QuestionKind, QuestionRun } from '../../../shared/contract/health.ts';
import type { Language } from '../../../shared/text/labels.ts';
import type { TimeWindow } from '../../charts/response-times/to-minutes.ts';
import { type FiguresText, figuresText } from './figures/text.ts';
import type { HealthPart } from './parts.ts';

/** Words of the Health screen. Numbers come already written out, with their units. */
export interface HealthText {
  title: string;
  since: (time: string) => string;
  allWell: string;
  needAttention: (alerts: number) => string;
  report: string;
  parts: Record<HealthPart, string>;
  partsLabel: string;
  figures: FiguresText;
  kinds: Record<QuestionKind, string>;
  cacheOutcomes: Record<CacheOutcome, string>;
  outcomes: Record<QuestionRun['outcome'], string>;
  responses: string;
  responsesHint: string;
  windows: Record<TimeWindow, string>;
  windowsLabel: string;
  noneInWindow: string;
  noneYet: string;
  noneHint: string;
  asTable: string;
  asChart: string;
  minute: string;
  byKind: string;
  byKindHint: string;
  kind: string;
  count: string;
  median: string;
  p95: string;
  p99: string;
  worst: string;
  ms: (what: string) => string;
  shapes: string;
  shapesHint: string;
  shape: string;
  total: string;
  totalHint: string;
  last: string;
  source: string;
  slow: string;
  slowHint: (time: string) => string;
  noSlow: string;
  noSlowHint: string;
  slowFrom: string;
  at: string;
  took: string;
  waited: string;
  rows: string;
  memory: string;
  memoryHint: string;
  hits: Record<'hits' | 'staleHits' | 'misses', string>;
  share: string;
  room: string;
  roomOf: (bytes: string, most: string) => string;
  entries: string;
  evictions: string;
  evictionsHint: string;
  refreshes: string;
  failures: string;
  warmed: string;
  warmedHint: string;
  dropAll: string;
  dropAllHint: string;
  dropped: (answers: string) => string;
  notDropped: (why: string) => string;
  dearest: string;
  dearestHint: string;
  size: string;
  cost: string;
  timesUsed: string;
  used: string;
  saved: string;
  noDearest: string;
  noDearestHint: string;
  readers: string;
  readersHint: string;
  inUse: string;
  queued: string;
  longestWait: string;
  respawns: string;
  respawnsHint: string;
  onlyOwner: string;
  store: string;
  storeHint: (aRecord: string, growth: string) => string;
  file: string;
  records: string;
  free: string;
  freeHint: string;
  allFiles: string;
  jobs: string;
  running: string;
  waiting: string;
  failed: string;
  showJobs: string;
  question: string;
  how: string;
  waitedHint: string;
  cache: string;
  outcome: string;
}

export const text: Record<Language, HealthText> = {
  en: {
    title: 'Health',
    since: (time) => `Running since ${time}`,
    allWell: 'Nothing needs attention',
    needAttention: (alerts) => (alerts === 1 ? '1 thing needs attention' : `${alerts} things need attention`),
    report: 'Report',
    parts: { responses: 'Response times', memory: 'Memory', store: 'Store', indexes: 'Indexes' },
    partsLabel: 'Parts of the health screen',
    figures: figuresText.en,
    kinds: {
      report: 'Figures and charts',
      page: 'Pages of records',
      count: 'Counts',
      values: 'Filter lists',
      lots: 'Lots',
    },
    cacheOutcomes: {
      fresh: 'from memory',
      stale: 'from memory, being refreshed',
      miss: 'asked anew',
      none: 'asked anew, not kept',
    },
    outcomes: { answered: 'answered', cancelled: 'stopped', failed: 'failed' },
    responses: 'How long did answers take?',
    responsesHint: 'By minute; a gap is time without a question',
    windows: { hour: 'Last hour', threeHours: 'Last 3 hours' },
    windowsLabel: 'How far back',
    noneInWindow: 'No question was asked in this time',
    noneYet: 'No question was asked yet',
    noneHint: 'Look at Overview or Records, and the times of their answers appear here.',
    asTable: 'Show as a table',
    asChart: 'Show as a chart',
    minute: 'Minute',
    byKind: 'What was asked?',
    byKindHint: 'Of all that is recorded, milliseconds',
    kind: 'Kind',
    count: 'Count',
    median: 'Median',
    p95: '95 %',
    p99: '99 %',
    worst: 'Slowest',
    ms: (what) => `${what}, ms`,
    shapes: 'Which questions take the most time?',
    shapesHint: 'Questions alike, without the values of their filters; milliseconds',
    shape: 'Question',
    total: 'In all',
    totalHint: 'Time of all of them together',
    last: 'Last asked',
    source: 'Answered by',
    slow: 'Which questions were slow?',
    slowHint: (time) => `Those that took over ${time}, newest first; open one to see how it was answered`,
    noSlow: 'No question was slow',
    noSlowHint: 'From which time on one counts as slow is a setting.',
    slowFrom: 'Settings…',
    at: 'Asked',
    took: 'Took',
    waited: 'Waited',
    rows: 'Rows',
    memory: 'How much comes from memory?',
    memoryHint: 'Of the last hour',
    hits: { hits: 'As kept', staleHits: 'While refreshed', misses: 'Asked anew' },
    share: 'From memory',
    room: 'Room',
    roomOf: (bytes, most) => `${bytes} of ${most}`,
    entries: 'Answers kept',
    evictions: 'Given up for room',
    evictionsHint: 'Answers that others took the room of',
    refreshes: 'Refreshed',
    failures: 'Refreshes that failed',
    warmed: 'Made before asked',
    warmedHint: 'Answers that were computed in idle time',
    dropAll: 'Forget all answers',
    dropAllHint: 'What is forgotten is computed anew when it is asked next. No record changes.',
    dropped: (answers) => `${answers} forgotten.`,
    notDropped: (why) => `They were kept. ${why}`,
    dearest: 'Which answers save the most?',
    dearestHint: 'What each took to compute, and what asking it again would have',
    size: 'Size',
    cost: 'Took',
    timesUsed: 'Used',
    used: 'Used',
    saved: 'Saved',
    noDearest: 'No answer was used again yet',
    noDearestHint: 'Answers that come from memory are listed here with the time they saved.',
    readers: 'Are there enough readers?',
    readersHint: 'Threads that read the files; a wait is of the last hour',
    inUse: 'In use',
    queued: 'Waiting',
    longestWait: 'Longest wait',
    respawns: 'Started anew',
    respawnsHint: 'Readers that died and were replaced',
    onlyOwner: 'Only the running program knows this',
    store: 'How large is the store?',
    storeHint: (aRecord, growth) => `What each file holds · ${aRecord} bytes a record · ${growth}`,
    file: 'File',
    records: 'Records',
    free: 'Free inside',
    freeHint: 'Space that compacting gives back',
    allFiles: 'All files',
    jobs: 'Is work waiting?',
    running: 'Running',
    waiting: 'Waiting',
    failed: 'Failed in the last day',
    showJobs: 'Show all jobs',
    question: 'A slow question',
    how: 'How it went',
    waitedHint: 'For a reader to be free',
    cache: 'Answer',
    outcome: 'Outcome',
  },
  ko: {
    title: '상태',
    since: (time) => `${time}부터 실행 중`,
    allWell: '확인할 것이 없습니다',
    needAttention: (alerts) => `확인할 것 ${alerts}건`,
    report: '보고서',
    parts: { responses: '응답 시간', memory: '메모리', store: '저장소', indexes: '색인' },
    partsLabel: '상태 화면의 부분',
    figures: figuresText.ko,
    kinds: { report: '수치와 차트', page: '기록 페이지', count: '기록 수', values: '필터 목록', lots: '로트' },
    cacheOutcomes: {
      fresh: '메모리에서',
      stale: '메모리에서, 새로 고치는 중',
      miss: '새로 계산',
      none: '새로 계산, 보관하지 않음',
    },
    outcomes: { answered: '답함', cancelled: '중지됨', failed: '실패' },
    responses: '답에 얼마나 걸렸나?',
    responsesHint: '분 단위, 빈 곳은 질문이 없던 시간',
    windows: { hour: '지난 1시간', threeHours: '지난 3시간' },
    windowsLabel: '기간',
    noneInWindow: '이 시간에는 질문이 없었습니다',
    noneYet: '아직 질문이 없습니다',
    noneHint: '개요나 기록을 보면 그 답에 걸린 시간이 여기에 나타납니다.',
    asTable: '표로 보기',
    asChart: '차트로 보기',
    minute: '시각',
    byKind: '무엇을 물었나?',
    byKindHint: '기록된 전체, 밀리초',
    kind: '종류',
    count: '질문 수',
    median: '중앙값',
    p95: '95 %',
    p99: '99 %',
    worst: '가장 느림',
    ms: (what) => `${what}, ms`,
    shapes: '어떤 질문에 시간이 가장 많이 드나?',
    shapesHint: '필터 값을 뺀 같은 꼴의 질문, 밀리초',
    shape: '질문',
    total: '합계',
    totalHint: '모두 더한 시간',
    last: '마지막 질문',
    source: '답한 방법',
    slow: '어떤 질문이 느렸나?',
    slowHint: (time) => `${time}보다 오래 걸린 질문, 최근 것부터. 열면 답한 방법이 보입니다`,
    noSlow: '느린 질문이 없었습니다',
    noSlowHint: '얼마부터 느린지는 설정에서 정합니다.',
    slowFrom: '설정…',
    at: '질문 시각',
    took: '걸린 시간',
    waited: '대기',
    rows: '행',
    memory: '얼마나 메모리에서 답하나?',
    memoryHint: '지난 한 시간',
    hits: { hits: '보관된 그대로', staleHits: '새로 고치는 동안', misses: '새로 계산' },
    share: '메모리에서',
    room: '공간',
    roomOf: (bytes, most) => `${most} 중 ${bytes}`,
    entries: '보관된 답',
    evictions: '공간 때문에 버림',
    evictionsHint: '다른 답에 자리를 내준 답',
    refreshes: '새로 고침',
    failures: '실패한 새로 고침',
    warmed: '묻기 전에 계산',
    warmedHint: '한가할 때 미리 계산한 답',
    dropAll: '모든 답 잊기',
    dropAllHint: '잊은 답은 다음에 물을 때 새로 계산합니다. 기록은 바뀌지 않습니다.',
    dropped: (answers) => `${answers}건을 잊었습니다.`,
    notDropped: (why) => `그대로 두었습니다. ${why}`,
    dearest: '어떤 답이 가장 많이 아끼나?',
    dearestHint: '계산에 걸린 시간과 다시 묻는 데 들었을 시간',
    size: '크기',
    cost: '계산',
    timesUsed: '쓰인 횟수',
    used: '사용',
    saved: '아낀 시간',
    noDearest: '아직 다시 쓰인 답이 없습니다',
    noDearestHint: '메모리에서 나온 답과 아낀 시간이 여기에 나타납니다.',
    readers: '읽기 스레드가 충분한가?',
    readersHint: '파일을 읽는 스레드, 대기는 지난 한 시간',
    inUse: '사용 중',
    queued: '대기',
    longestWait: '최장 대기',
    respawns: '다시 시작',
    respawnsHint: '멈춰서 새로 시작한 스레드',
    onlyOwner: '실행 중인 프로그램만 알 수 있습니다',
    store: '저장소는 얼마나 큰가?',
    storeHint: (aRecord, growth) => `파일마다 담긴 내용 · 기록당 ${aRecord}바이트 · ${growth}`,
    file: '파일',
    records: '기록',
    free: '빈 공간',
    freeHint: '압축하면 돌려받는 공간',
    allFiles: '전체 파일',
    jobs: '밀린 작업이 있나?',
    running: '실행 중',
    waiting: '대기',
    failed: '지난 하루 실패',
    showJobs: '모든 작업 보기',
    question: '느린 질문',
    how: '진행',
    waitedHint: '읽기 스레드를 기다린 시간',
    cache: '답',
    outcome: '결과',
  },
};
