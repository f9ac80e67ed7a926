import type { Language } from '../../shared/text/labels.ts';

/** Words of the choices by which a rule is set. */
interface RuleText {
  every: string;
  periods: Record<'day' | 'week' | 'month' | 'other', string>;
  weekDay: string;
  day: string;
  dayOf: (day: number) => string;
  lastDay: string;
  time: string;
  rule: string;
  ruleWords: string;
}

export const ruleText: Record<Language, RuleText> = {
  en: {
    every: 'Every',
    periods: { day: 'Day', week: 'Week', month: 'Month', other: 'By a rule' },
    weekDay: 'On',
    day: 'On',
    dayOf: (day) => `Day ${day}`,
    lastDay: 'The last day',
    time: 'At',
    rule: 'Rule',
    ruleWords: 'Minute, hour, day of the month, month, day of the week, as cron has them: 10 2 * * 1-5',
  },
  ko: {
    every: '주기',
    periods: { day: '매일', week: '매주', month: '매월', other: '규칙으로' },
    weekDay: '요일',
    day: '날짜',
    dayOf: (day) => `${day}일`,
    lastDay: '마지막 날',
    time: '시각',
    rule: '규칙',
    ruleWords: 'cron과 같이 분, 시, 일, 월, 요일: 10 2 * * 1-5',
  },
};
