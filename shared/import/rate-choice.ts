/** How all that was made and a rate of it give what was good and what was not: answers to a question about it, as texts. */
import type { ImportProfile } from './profile.ts';
import { timesYield, type YieldScale, yieldScales } from './yield-choice.ts';

export interface Rate {
  scale: YieldScale;
  /** Whether it is the share of what was good, or of what was not. */
  of: 'good' | 'scrap';
}

/** The answer that the column of all that was made holds the good quantity as it stands. */
export const AS_IT_STANDS = 'apart';

/** The answer that the rate divides what was made. */
export function rateChoice({ scale, of }: Rate): string {
  return `${scale}:${of}`;
}

/** The rate that an answer is; null for the one that there is none. */
export function rateOfChoice(choice: string): Rate | null {
  const [, scale, of] = /^(percent|share):(good|scrap)$/.exec(choice) ?? [];
  return scale === undefined ? null : { scale: scale as YieldScale, of: of as Rate['of'] };
}

/** The columns that it is about, and what stands in that of the rate. */
export interface AskedRate {
  made: string;
  rate: string;
  sample: string;
}

/** A profile with the good quantity, and the defects, by an answer. */
export function withRate(profile: ImportProfile, { made, rate, sample }: AskedRate, choice: string): ImportProfile {
  const { defectQuantity: _, ...others } = profile.fields;
  const taken = rateOfChoice(choice);
  if (taken === null) return { ...profile, fields: { ...others, goodQuantity: { column: made } } };
  const share = timesYield(made, taken.scale, rate);
  const rest = { ...share, rest: true as const };
  const [goodQuantity, defectQuantity] = taken.of === 'good' ? [share, rest] : [rest, share];
  const asShares = sample.endsWith('%') && { [rate]: { ...profile.columns[rate], percent: 'share' as const } };
  const columns = { ...profile.columns, ...asShares };
  return { ...profile, columns, fields: { ...others, goodQuantity, defectQuantity } };
}

/** The columns and the answer that the good quantity is read by; null where it is read in another way. */
export function rateInUse({ goodQuantity: good, defectQuantity: scrap }: ImportProfile['fields']) {
  if (!good || !('column' in good) || !scrap || !('column' in scrap)) return null;
  if (good.times === undefined || good.times !== scrap.times || good.column !== scrap.column) return null;
  const scale = (good.scale ?? 0) === yieldScales.percent ? 'percent' : 'share';
  return { made: good.column, rate: good.times, choice: rateChoice({ scale, of: good.rest ? 'scrap' : 'good' }) };
}
