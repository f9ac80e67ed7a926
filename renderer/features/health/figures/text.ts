import type { Language } from '../../../../shared/text/labels.ts';

/** Words of the figures at the head of Health. */
export interface FiguresText {
  responses: string;
  percentiles: Record<'p50' | 'p95' | 'p99', string>;
  lastHour: (questions: string) => string;
  noQuestions: string;
  target: (time: string) => string;
  memory: string;
  ofQuestions: (questions: string) => string;
  notKnown: string;
  readers: string;
  readersInUse: (inUse: string, size: string) => string;
  longestWait: (time: string) => string;
  queued: (questions: string) => string;
  store: string;
  growth: (bytes: string) => string;
  shrinks: (bytes: string) => string;
  growthUnknown: string;
  log: string;
  logWords: (threshold: string) => string;
  logPlain: string;
  disk: string;
  fullIn: (time: string) => string;
  forecast: Record<'years' | 'never' | 'unknown', string>;
  jobs: string;
  jobsRunning: (running: string) => string;
  jobsWords: (queued: string, failed: string) => string;
}

export const figuresText: Record<Language, FiguresText> = {
  en: {
    responses: 'Response time',
    percentiles: { p50: 'median', p95: '95 %', p99: '99 %' },
    lastHour: (questions) => `${questions} questions in the last hour`,
    noQuestions: 'No question in the last hour',
    target: (time) => `alert when 5 % take over ${time}`,
    memory: 'From memory',
    ofQuestions: (questions) => `of ${questions} in the last hour`,
    notKnown: 'known to the running program only',
    readers: 'Readers',
    readersInUse: (inUse, size) => `${inUse} of ${size}`,
    longestWait: (time) => `longest wait ${time}`,
    queued: (questions) => `${questions} waiting now`,
    store: 'Store',
    growth: (bytes) => `grows ${bytes} a day`,
    shrinks: (bytes) => `shrinks ${bytes} a day`,
    growthUnknown: 'growth: not enough history yet',
    log: 'Write-ahead log',
    logWords: (threshold) => `alert above ${threshold}`,
    logPlain: 'beside live.db',
    disk: 'Free on the disk',
    fullIn: (time) => `full in about ${time}`,
    forecast: {
      years: 'enough for years at this growth',
      never: 'the store does not fill it',
      unknown: 'not enough history yet: that takes a week',
    },
    jobs: 'Jobs',
    jobsRunning: (running) => `${running} running`,
    jobsWords: (queued, failed) => `${queued} waiting, ${failed} failed in a day`,
  },
  ko: {
    responses: '응답 시간',
    percentiles: { p50: '중앙값', p95: '95 %', p99: '99 %' },
    lastHour: (questions) => `지난 한 시간 질문 ${questions}건`,
    noQuestions: '지난 한 시간 질문 없음',
    target: (time) => `5 %가 ${time} 초과 시 알림`,
    memory: '메모리에서',
    ofQuestions: (questions) => `지난 한 시간 ${questions}건 중`,
    notKnown: '실행 중인 프로그램만 앎',
    readers: '읽기 스레드',
    readersInUse: (inUse, size) => `${size}개 중 ${inUse}개`,
    longestWait: (time) => `최장 대기 ${time}`,
    queued: (questions) => `지금 ${questions}건 대기`,
    store: '저장소',
    growth: (bytes) => `하루 ${bytes} 증가`,
    shrinks: (bytes) => `하루 ${bytes} 감소`,
    growthUnknown: '증가량: 아직 기록 부족',
    log: '로그 파일',
    logWords: (threshold) => `${threshold} 초과 시 알림`,
    logPlain: 'live.db 옆',
    disk: '디스크 여유',
    fullIn: (time) => `약 ${time} 뒤 가득 참`,
    forecast: {
      years: '이 증가량이면 여러 해 충분',
      never: '저장소 때문에 차지 않음',
      unknown: '아직 기록 부족, 일주일 필요',
    },
    jobs: '작업',
    jobsRunning: (running) => `${running}건 실행`,
    jobsWords: (queued, failed) => `대기 ${queued}건, 하루 동안 실패 ${failed}건`,
  },
};
