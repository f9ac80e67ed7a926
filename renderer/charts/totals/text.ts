import type { PeriodBefore } from '../../../shared/domain/period-before.ts';

/** How long the period before is, or of what it is the same part. */
export type Before = Pick<PeriodBefore, 'count' | 'unit' | 'isToDate'>;

/** The period before, as it is called in a sentence. */
export function periodEn({ count, unit, isToDate }: Before): string {
  if (isToDate) return `the same days a ${unit} before`;
  return count === 1 ? `the ${unit} before` : `the ${count} ${unit}s before`;
}

export function periodKo({ count, unit, isToDate }: Before): string {
  const one = { day: '전날', week: '전주', month: '전월', quarter: '전분기', year: '전년' }[unit];
  if (isToDate) return `${one} 동기`;
  if (count === 1) return one;
  return {
    day: `이전 ${count}일`,
    week: `이전 ${count}주`,
    month: `이전 ${count}개월`,
    quarter: `이전 ${count}분기`,
    year: `이전 ${count}년`,
  }[unit];
}

/** Words of a change. */
export const text = {
  en: {
    up: (amount: string, before: Before) => `up ${amount} on ${periodEn(before)}`,
    down: (amount: string, before: Before) => `down ${amount} on ${periodEn(before)}`,
    same: (before: Before) => `as in ${periodEn(before)}`,
    points: (amount: string) => `${amount} points`,
    nothingBefore: 'nothing before to compare with',
    notCoveredBefore: (first: string) => `no comparison: records begin on ${first}`,
  },
  ko: {
    up: (amount: string, before: Before) => `${periodKo(before)} 대비 ${amount} 증가`,
    down: (amount: string, before: Before) => `${periodKo(before)} 대비 ${amount} 감소`,
    same: (before: Before) => `${periodKo(before)}${before.isToDate ? '와' : '과'} 같음`,
    points: (amount: string) => `${amount} 포인트`,
    nothingBefore: '비교할 이전 기록 없음',
    notCoveredBefore: (first: string) => `비교 불가: 기록이 ${first}부터 있음`,
  },
};
