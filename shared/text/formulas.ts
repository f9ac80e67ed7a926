import { type Measure, measures } from '../query/measures.ts';
import type { Language } from './labels.ts';

const formulasEn = Object.fromEntries(
  Object.entries(measures).map(([name, definition]) => [name, definition.formula]),
) as Record<Measure, string>;

const formulasKo: Record<Measure, string> = {
  records: '생산 기록의 수',
  good: '양품의 합',
  defects: '불량의 합',
  rework: '재작업의 합',
  total: '양품 + 불량 (둘 다 기록된 경우)',
  planned: '계획의 합',
  yield: '양품 / (양품 + 불량)',
  scrapRate: '불량 / (양품 + 불량)',
  planAttainment: '양품 / 계획',
  plannedMinutes: '계획 시간(분)의 합 (가동 시간이 함께 기록된 경우)',
  runMinutes: '가동 시간(분)의 합',
  downMinutes: '비가동 시간(분)의 합',
  throughput: '(양품 + 불량) / 가동 시간(시)',
  availability: '가동 시간 / 계획 시간',
  performance: '(이론 사이클 x 총생산)의 합 / 가동 시간',
  quality: '양품 / (양품 + 불량)',
  oee: '시간 가동률 x 성능 가동률 x 양품률',
  availabilityRecords: '계획 시간과 가동 시간이 있는 기록의 수',
  performanceRecords: '가동 시간, 이론 사이클, 양품, 불량이 있는 기록의 수',
  qualityRecords: '양품과 불량이 있는 기록의 수',
  lots: '서로 다른 로트 번호의 수',
  firstPassYield: '(양품 - 재작업) / (양품 + 불량), 재작업이 기록된 경우',
  medianYield: '기록별 양품 / (양품 + 불량)의 중앙값',
};

/** The definition of each measure as a person would write it. */
export const formulas: Record<Language, Record<Measure, string>> = { en: formulasEn, ko: formulasKo };
