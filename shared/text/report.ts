import type { Language } from './labels.ts';

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
  totals: string;
  ofRows: string;
  ofRecords: string;
  warnings: string;
  page: (page: string, of: string) => string;
  /** Below a chart that shows the largest of many. */
  drawn: (drawn: string, of: string) => string;
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
  timeZone: 'Times are those of',
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
  totals: 'Check totals',
  ofRows: 'Sum of the rows',
  ofRecords: 'Over all records of the range',
  warnings: 'Worth knowing',
  page: (page, of) => `Page ${page} of ${of}`,
  drawn: (drawn, of) => `The ${drawn} largest of ${of} are drawn; the table has them all.`,
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
  timeZone: '시각의 시간대',
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
  totals: '검산 합계',
  ofRows: '행의 합',
  ofRecords: '기간의 모든 기록',
  warnings: '알아 둘 것',
  page: (page, of) => `${of}쪽 중 ${page}쪽`,
  drawn: (drawn, of) => `${of}개 중 큰 순서로 ${drawn}개를 그렸습니다. 표에는 모두 있습니다.`,
};

export const reportWords: Record<Language, ReportWords> = { en, ko };

/** By which numbers and dates are written where nobody says more than the language. */
export const usualLocale: Record<Language, string> = { en: 'en-GB', ko: 'ko-KR' };
