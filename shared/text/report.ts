import type { Language } from './labels.ts';
import { fitParticles } from './particles.ts';

/** Words within report files: what tells of the rows, in the language of who made the report. */
export interface ReportWords {
  /** Names of sheets: at most 31 letters, none of []:*?/\ */
  sheets: { rows: string; about: string };
  /** A question without a title of its own: measures, and what they are split by. */
  title: (measures: string, by: string) => string;
  records: string;
  /** Of a record, beside its fields. */
  sourceFile: string;
  sourceLine: string;
  about: string;
  store: string;
  from: string;
  to: string;
  firstRecord: string;
  lastRecord: string;
  asOf: string;
  writtenAt: string;
  timeZone: string;
  rows: string;
  groupsInAll: string;
  filters: string;
  noFilters: string;
  notRecorded: string;
  without: (field: string) => string;
  search: string;
  atLeast: (value: string) => string;
  atMost: (value: string) => string;
  definitions: string;
  definition: string;
  unit: string;
  mixedUnits: string;
  /** What is asked of the measures: the section, its headings, and where it held from the beginning. */
  specifications: string;
  asked: { lower: string; target: string; upper: string };
  since: string;
  always: string;
  /** Of limits that are kept nowhere. */
  inThisView: string;
  totals: string;
  ofRows: string;
  ofRecords: string;
  warnings: string;
  page: (page: string, of: string) => string;
  /** Below a chart that shows the largest of many, and where the others are. */
  drawn: (drawn: string, of: string) => string;
  inTable: string;
  /** Of a dashboard: below a table that shows the first of many. */
  firstRows: (shown: string, of: string) => string;
  /** Below a number: what it was in the period before. */
  before: (value: string) => string;
  wholeRange: (measure: string) => string;
  center: string;
  upperLimit: string;
  lowerLimit: string;
  /** How many points stand out by a set of rules. */
  signals: (count: number) => string;
  noSignals: string;
  noChart: string;
  /** Of capability: why there is none, and what stands below its indices. */
  noLimits: (measure: string) => string;
  noCapability: string;
  ofCapability: string;
  outsideLimits: (outside: string, of: string, share: string) => string;
  fewValues: (count: string) => string;
  noRows: string;
  viewGone: (name: string) => string;
  step: string;
  passed: string;
  rolled: string;
  plainYield: string;
  perHundred: string;
  minutes: string;
  noTimes: string;
  dates: string;
}

const en: ReportWords = {
  sheets: { rows: 'Data', about: 'About' },
  title: (measures, by) => `${measures} by ${by}`,
  records: 'Records',
  sourceFile: 'File',
  sourceLine: 'Line of the file',
  about: 'About this report',
  store: 'Store',
  from: 'From',
  to: 'To',
  firstRecord: 'the first record',
  lastRecord: 'the last record',
  asOf: 'As of',
  writtenAt: 'Written',
  timeZone: 'Time zone',
  rows: 'Rows',
  groupsInAll: 'Rows without the limit',
  filters: 'Filters',
  noFilters: 'None: all records of the range',
  notRecorded: 'not recorded',
  without: (field) => `${field} without`,
  search: 'With the text',
  atLeast: (value) => `at least ${value}`,
  atMost: (value) => `at most ${value}`,
  definitions: 'Definitions',
  definition: 'Definition',
  unit: 'Unit',
  mixedUnits: 'several units added together',
  specifications: 'Limits asked for',
  asked: { lower: 'At least', target: 'Target', upper: 'At most' },
  since: 'From production day',
  always: 'always',
  inThisView: 'typed in this view alone',
  totals: 'Check totals',
  ofRows: 'Sum of the rows',
  ofRecords: 'Over all records of the range',
  warnings: 'Worth knowing',
  page: (page, of) => `Page ${page} of ${of}`,
  drawn: (drawn, of) => `The ${drawn} largest of ${of} are drawn.`,
  inTable: 'The table has them all.',
  firstRows: (shown, of) => `The first ${shown} of ${of} rows`,
  before: (value) => `${value} in the period before`,
  wholeRange: (measure) => `${measure}, whole range`,
  center: 'Centre',
  upperLimit: 'Upper limit',
  lowerLimit: 'Lower limit',
  signals: (count) => (count === 1 ? '1 signal by the rules' : `${count} signals by the rules`),
  noSignals: 'No signal by the rules',
  noChart: 'The records of these days and filters make no control chart.',
  noLimits: (measure) => `No limits are kept for ${measure}.`,
  noCapability: 'The values do not differ, or the limits cross, so that there is no capability.',
  ofCapability: 'Cp, Cpk and Cpm by the deviation within subgroups, Pp and Ppk by that of all values.',
  outsideLimits: (outside, of, share) => `${outside} of ${of} values (${share}) lie outside.`,
  fewValues: (count) => `${count} values are fewer than 50: the indices are weak.`,
  noRows: 'No record in these days and filters.',
  viewGone: (name) => `The saved view '${name}' is not there any more.`,
  step: 'Line',
  passed: 'First-pass yield',
  rolled: 'Rolled',
  plainYield: 'Lines without recorded rework stand with their plain yield.',
  perHundred: 'Defects per 100 units',
  minutes: 'Minutes',
  noTimes: 'No planned and no run minutes are recorded here.',
  dates: 'Dates',
};

const ko: ReportWords = {
  sheets: { rows: '데이터', about: '설명' },
  title: (measures, by) => `${by}별 ${measures}`,
  records: '기록',
  sourceFile: '파일',
  sourceLine: '파일의 행',
  about: '이 보고서에 대하여',
  store: '저장소',
  from: '시작일',
  to: '종료일',
  firstRecord: '첫 기록',
  lastRecord: '마지막 기록',
  asOf: '기준 시각',
  writtenAt: '작성 시각',
  timeZone: '시간대',
  rows: '행 수',
  groupsInAll: '제한 없는 행 수',
  filters: '필터',
  noFilters: '없음: 기간의 모든 기록',
  notRecorded: '기록 없음',
  without: (field) => `${field} 제외`,
  search: '검색어',
  atLeast: (value) => `${value} 이상`,
  atMost: (value) => `${value} 이하`,
  definitions: '정의',
  definition: '정의',
  unit: '단위',
  mixedUnits: '여러 단위를 합한 값',
  specifications: '규격',
  asked: { lower: '규격 하한', target: '목표', upper: '규격 상한' },
  since: '적용 생산일',
  always: '처음부터',
  inThisView: '이 보기에만 입력됨',
  totals: '검산 합계',
  ofRows: '행의 합',
  ofRecords: '기간의 모든 기록',
  warnings: '알아 둘 것',
  page: (page, of) => `${of}쪽 중 ${page}쪽`,
  drawn: (drawn, of) => `${of}개 중 큰 순서로 ${drawn}개를 그렸습니다.`,
  inTable: '표에는 모두 있습니다.',
  firstRows: (shown, of) => `${of}행 중 처음 ${shown}행`,
  before: (value) => `이전 기간 ${value}`,
  wholeRange: (measure) => `${measure}, 전체 기간`,
  center: '중심선',
  upperLimit: '관리 상한',
  lowerLimit: '관리 하한',
  signals: (count) => `규칙에 따른 신호 ${count}건`,
  noSignals: '규칙에 따른 신호 없음',
  noChart: '이 기간과 필터의 기록으로는 관리도를 그릴 수 없습니다.',
  noLimits: (measure) => `${measure}에 저장된 규격이 없습니다.`,
  noCapability: '값이 모두 같거나 규격이 엇갈려 공정 능력을 구할 수 없습니다.',
  ofCapability: 'Cp, Cpk, Cpm은 부분군 안 편차, Pp와 Ppk는 전체 편차 기준입니다.',
  outsideLimits: (outside, of, share) => `값 ${of}개 중 ${outside}개(${share})가 규격을 벗어납니다.`,
  fewValues: (count) => `값 ${count}개는 50개보다 적어 지수를 믿기 어렵습니다.`,
  noRows: '이 기간과 필터에는 기록이 없습니다.',
  viewGone: (name) => fitParticles(`저장된 보기 '${name}'이(가) 더 이상 없습니다.`),
  step: '라인',
  passed: '직행률',
  rolled: '누적',
  plainYield: '재작업이 기록되지 않은 라인은 수율로 대신합니다.',
  perHundred: '100단위당 결점',
  minutes: '분',
  noTimes: '계획 시간도 가동 시간도 기록되지 않았습니다.',
  dates: '기간',
};

export const reportWords: Record<Language, ReportWords> = { en, ko };

/** By which numbers and dates are written where nobody says more than the language. */
export const usualLocale: Record<Language, string> = { en: 'en-GB', ko: 'ko-KR' };
