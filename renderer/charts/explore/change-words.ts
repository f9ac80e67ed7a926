import type { Format } from '../../lib/format.ts';
import type { text } from './text.ts';

/** A value beside what it is compared with, in words: 'up 3.1 % on before'; empty where there is nothing to compare. */
export function changeWords(
  now: number | null | undefined,
  before: number | null | undefined,
  t: (typeof text)['en'],
  format: Format,
): string {
  if (now == null || before == null || before === 0) return '';
  const share = (now - before) / Math.abs(before);
  const amount = format.percent(Math.abs(share));
  if (Math.abs(share) < 0.0005) return t.same;
  return share > 0 ? t.up(amount) : t.down(amount);
}
