export const periods = ['day', 'week', 'month'] as const;

/** The last day of a month, whatever its number. */
export const LAST_DAY = 'L';

/** A rule as people choose it: once a day, a week or a month. What its period does not need is kept for another choice. */
export interface SimpleRule {
  every: (typeof periods)[number];
  /** 0 is Sunday. */
  weekDay: number;
  /** 1 to 28, which every month has, or the last. */
  day: number | typeof LAST_DAY;
  hour: number;
  minute: number;
}

const SIMPLE = /^(\d{1,2}) (\d{1,2}) (\*|L|\d{1,2}) \* (\*|\d)$/;

/** The choices that a cron rule stands for; null where it says something else. */
export function simpleRuleOf(text: string): SimpleRule | null {
  const [, minute = '', hour = '', day = '', weekDay = ''] = SIMPLE.exec(text.trim().replaceAll(/\s+/g, ' ')) ?? [];
  if (minute === '' || Number(minute) > 59 || Number(hour) > 23 || Number(weekDay) > 7) return null;
  if (day !== '*' && weekDay !== '*') return null;
  if (Number(day) > 28 || Number(day) === 0) return null;
  return {
    every: weekDay !== '*' ? 'week' : day !== '*' ? 'month' : 'day',
    weekDay: weekDay === '*' ? 0 : Number(weekDay) % 7,
    day: day === '*' ? 1 : day === LAST_DAY ? LAST_DAY : Number(day),
    hour: Number(hour),
    minute: Number(minute),
  };
}

/** The cron rule of choices. */
export function textOfSimpleRule({ every, weekDay, day, hour, minute }: SimpleRule): string {
  return `${minute} ${hour} ${every === 'month' ? day : '*'} * ${every === 'week' ? weekDay : '*'}`;
}

/** 'HH:MM', as a clock shows it. */
export function timeOfRule({ hour, minute }: Pick<SimpleRule, 'hour' | 'minute'>): string {
  return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
