/** Times of day and offsets as texts say them. */
import { namedZones } from '../../../shared/import/dates.ts';

/** Before noon and after, in Latin letters, Korean, Chinese and Japanese. */
export const HALF = '(?:[AaPp]\\.?[Mm]\\.?|오전|오후|上午|下午|午前|午後)';

const zoneNames = Object.keys(namedZones)
  .sort((a, b) => b.length - a.length)
  .join('|');
/** 'Z', '+09:00', '-0430', 'UTC+9', 'KST'; a zone in brackets behind an offset says nothing more. */
export const OFFSET = `(?:Z|(?:UTC|GMT)?[+-]\\d{2}:?(?:\\d{2})?|(?:UTC|GMT)[+-]\\d|${zoneNames})(?:\\[[\\w/+-]+\\])?`;

/** A time of day that may follow any date. */
export const ANY_CLOCK = `(?:(?:[T ]|(?<=[日일]))\\s*(?:(?<lead>${HALF})\\s*)?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<half>${HALF}))?\\s*(?<offset>${OFFSET})?)?`;

const WORDED_CLOCK = /(\d{1,2})\s*[시時时点](?:\s*(\d{1,2})\s*[분分])?(?:\s*(\d{1,2})\s*[초秒])?$/u;

/** The text with a time of day in words ('3시 5분', '15時05分') written as a clock does ('3:05'). */
export function withPlainClock(text: string): string {
  const match = WORDED_CLOCK.exec(text);
  if (!match) return text;
  const [all, hour = '', minute = '0', second] = match;
  return `${text.slice(0, -all.length)}${hour}:${minute.padStart(2, '0')}${second ? `:${second.padStart(2, '0')}` : ''}`;
}

const HOUR_WORD = '(?:h|hrs?|hours?|std|heures?|horas?|godz|sa|시간|小时|小時|時間)\\.?';
const MINUTE_WORD = '(?:m|mn|mins?|minutes?|minuten|minutos|dk|분|分钟|分鐘|分)\\.?';
const HOURS_AND_MINUTES = new RegExp(`^(\\d{1,4})\\s*${HOUR_WORD}(?:\\s*([0-5]?\\d)\\s*(?:${MINUTE_WORD})?)?$`, 'iu');
const ONLY_MINUTES = new RegExp(`^(\\d{1,5})\\s*${MINUTE_WORD}$`, 'iu');

/** The text with a span of time in words ('7h30', '1 h 20 min', '45분') written as a clock does ('7:30'); others as they are. */
export function withPlainSpan(text: string): string {
  const [whole, hours, minutes = '0'] = HOURS_AND_MINUTES.exec(text) ?? [];
  if (whole !== undefined) return `${hours}:${minutes.padStart(2, '0')}`;
  const alone = ONLY_MINUTES.exec(text)?.[1];
  if (alone === undefined) return text;
  return `${Math.floor(Number(alone) / 60)}:${String(Number(alone) % 60).padStart(2, '0')}`;
}

/** Whether a text says hours and minutes in words, so that nobody takes them for minutes and seconds. */
export function isWordedSpan(text: string): boolean {
  return HOURS_AND_MINUTES.exec(text)?.[2] !== undefined;
}

/** Seconds since midnight, 86,400 for 24:00; null for what is no time of a day. */
export function secondOfDay(hourText: string, minuteText = '0', secondText = '0', half?: string): number | null {
  let hour = Number(hourText);
  const minute = Number(minuteText);
  const second = Number(secondText);
  if (half !== undefined) {
    const isAfternoon = /^(?:[Pp]|오후|下午|午後)/.test(half);
    // '오후 15:05' is written too, and can only be one time.
    const isWhole = isAfternoon && hour > 12 && hour < 24 && !/^[Pp]/.test(half);
    if (!isWhole) {
      if (hour < 1 || hour > 12) return null;
      hour = (hour % 12) + (isAfternoon ? 12 : 0);
    }
  }
  if (minute > 59 || second > 59) return null;
  const total = hour * 3600 + minute * 60 + second;
  return total <= 86_400 ? total : null;
}

/** Minutes east of UTC. */
export function minutesOfOffset(text: string): number {
  const bare = text.replace(/\[.*$/, '');
  if (bare === 'Z') return 0;
  if (Object.hasOwn(namedZones, bare)) return namedZones[bare as keyof typeof namedZones];
  const match = /([+-])(\d{1,2}):?(\d{2})?$/.exec(bare);
  const minutes = Number(match?.[2]) * 60 + Number(match?.[3] ?? 0);
  return match?.[1] === '-' ? -minutes : minutes;
}

const CLOCK = new RegExp(
  `^(?:(?<lead>${HALF})\\s*)?(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,]\\d+)?)?(?:\\s*(?<half>${HALF}))?$`,
  'u',
);
const DIGITS = /^(?<hour>\d{1,2})(?<minute>\d{2})(?<second>\d{2})?$/;

/** Seconds since midnight of a time of day that stands alone, 86,400 for 24:00; null when it is none. */
export function readClock(text: string, format: 'HH:mm' | 'HHmm'): number | null {
  const match = format === 'HHmm' ? DIGITS.exec(text) : CLOCK.exec(withPlainClock(text));
  const groups = match?.groups;
  if (groups?.hour === undefined) return null;
  return secondOfDay(groups.hour, groups.minute, groups.second, groups.lead ?? groups.half);
}
