import type { RangePreset } from '../../shared/domain/range.ts';

/** Ranges by name. */
export const rangeText: Record<'en' | 'ko', Record<RangePreset, string>> = {
  en: {
    lastDay: 'Newest day',
    last7days: 'Last 7 days',
    last30days: 'Last 30 days',
    last90days: 'Last 90 days',
    last12months: 'Last 12 months',
    thisMonth: 'This month',
    lastMonth: 'Last month',
    thisYear: 'This year',
    lastYear: 'Last year',
    all: 'All records',
  },
  ko: {
    lastDay: '최근 하루',
    last7days: '최근 7일',
    last30days: '최근 30일',
    last90days: '최근 90일',
    last12months: '최근 12개월',
    thisMonth: '이번 달',
    lastMonth: '지난달',
    thisYear: '올해',
    lastYear: '작년',
    all: '전체 기록',
  },
};
