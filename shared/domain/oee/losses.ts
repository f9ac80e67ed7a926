/**
 * Where planned time went, in minutes: the time categories of OEE (ISO 22400-2; Nakajima's six big losses).
 *
 * 1. There are four levels: planned time, run time (planned x availability), net run time (run x performance) and fully
 *    productive time (net x quality), so that the last is planned time x OEE, whichever of the numbers one begins with.
 * 2. What lies between two levels is a loss. Between the first two lie the downtime reasons, and what they do not explain.
 * 3. Losses are the distances of levels that were rounded first: what is shown adds up to the last digit.
 * 4. Nothing is capped. A loss below 0 is a gain, such as of a line that is faster than its ideal cycle; it is told, not hidden.
 */

import { decimalsFor } from '../../text/format.ts';
import { largestReasons, type ReasonMinutes } from './reasons.ts';

export type Level = 'planned' | 'run' | 'net' | 'productive';

/** Minutes, and shares of 1; null for no data. */
export interface OeeParts {
  /** Planned minutes where run minutes are recorded too. */
  planned: number | null;
  /** All run minutes: what is left to begin with where no planned minutes are known. */
  run: number | null;
  availability: number | null;
  performance: number | null;
  quality: number | null;
  /** In any order. */
  downtimes: readonly ReasonMinutes[];
}

export type LossStep =
  /** A level; its bar begins at zero. */
  | { kind: 'level'; level: Level; minutes: number }
  | ({ kind: 'loss' } & Loss & {
        /** Minutes; below 0 for a gain. */
        minutes: number;
        /** Minutes from zero: where the loss begins and, further down unless it is a gain, ends. */
        from: number;
        to: number;
      });

export type Loss =
  | { loss: 'downtime'; reason: string | null }
  /** Downtime of so many smaller reasons together. */
  | { loss: 'otherReasons'; count: number }
  /** Planned, neither run nor recorded as downtime; below 0 where run time and downtime are more than was planned. */
  | { loss: 'unexplained' }
  | { loss: 'speed' }
  | { loss: 'quality' };

export interface LossOptions {
  /** Decimals of a minute that are shown. */
  decimals: number;
  /** How many reasons stand by name. */
  reasons: number;
}

/**
 * The steps from planned time down to fully productive time, as far as the inputs reach: without planned minutes they begin
 * with run time, without ideal cycles they end there. Empty where neither planned nor run minutes are recorded.
 */
export function lossesOf(parts: OeeParts, { decimals, reasons }: LossOptions): LossStep[] {
  const round = rounding(decimals);
  const planned = parts.availability === null ? null : parts.planned;
  const run = planned === null ? parts.run : planned * (parts.availability ?? 0);
  if (run === null) return [];
  const steps: LossStep[] = [];
  const add = (loss: Loss, from: number, to: number) => {
    const [begin, end] = [round(from), round(to)];
    if (begin !== end) steps.push({ kind: 'loss', ...loss, minutes: round(begin - end), from: begin, to: end });
  };
  if (planned !== null) {
    steps.push({ kind: 'level', level: 'planned', minutes: round(planned) });
    let left = planned;
    for (const each of largestReasons(parts.downtimes, reasons)) {
      const loss: Loss =
        each.of === 'others' ? { loss: 'otherReasons', count: each.count } : { loss: 'downtime', reason: each.reason };
      add(loss, left, left - each.minutes);
      left -= each.minutes;
    }
    add({ loss: 'unexplained' }, left, run);
  }
  steps.push({ kind: 'level', level: 'run', minutes: round(run) });
  if (parts.performance === null) return steps;
  const net = run * parts.performance;
  add({ loss: 'speed' }, run, net);
  steps.push({ kind: 'level', level: 'net', minutes: round(net) });
  // Nothing made has no quality, and nothing to lose by it either.
  if (parts.quality === null && net !== 0) return steps;
  const productive = net * (parts.quality ?? 0);
  add({ loss: 'quality' }, net, productive);
  steps.push({ kind: 'level', level: 'productive', minutes: round(productive) });
  return steps;
}

/** How many decimals these minutes are shown with: as quantities everywhere, none where they would say nothing; one at most. */
export function minuteDecimals(minutes: readonly (number | null)[]): number {
  return Math.min(1, decimalsFor(minutes));
}

/** Rounds to a digit by way of whole numbers, so that what is equal in digits is equal as a number. */
function rounding(decimals: number): (value: number) => number {
  const factor = 10 ** decimals;
  return (value) => Math.round(value * factor) / factor || 0;
}
