import { type Dimension, dimensionNames } from '../../../shared/query/dimensions.ts';
import { TRAIL, withoutTrail } from '../../lib/trail.ts';
import type { Coordinate } from './drill.ts';

/** A step closer that was made: at which mark, and the address before it. */
export interface TrailStep {
  mark: readonly { dimension: Dimension; value: string | null }[];
  /** The params that were left, without a trail of their own. */
  back: URLSearchParams;
}

const MARK_PREFIX = 'at.';
const NOT_RECORDED = '~';
const MOST_STEPS = 8;

/** Reads the steps that led to an address, the first one first. */
export function readTrail(params: URLSearchParams): TrailStep[] {
  return params
    .getAll(TRAIL)
    .slice(0, MOST_STEPS)
    .map((text) => {
      const all = new URLSearchParams(text);
      const mark = dimensionNames.flatMap((dimension) => {
        const value = all.get(MARK_PREFIX + dimension);
        return value === null ? [] : [{ dimension, value: value === NOT_RECORDED ? null : value }];
      });
      return { mark, back: new URLSearchParams([...all].filter(([name]) => !name.startsWith(MARK_PREFIX))) };
    });
}

/** An address with one step more behind it: the mark that was clicked, and where that was. */
export function withStep(params: URLSearchParams, mark: readonly Coordinate[], left: URLSearchParams): URLSearchParams {
  const next = withoutTrail(params);
  for (const text of left.getAll(TRAIL)) next.append(TRAIL, text);
  const step = withoutTrail(left);
  for (const { dimension, member } of mark) {
    if (member.of === 'value') step.set(MARK_PREFIX + dimension, member.value ?? NOT_RECORDED);
  }
  next.append(TRAIL, step.toString());
  return next;
}

/** The address before the step at a place, with the steps that led there. */
export function addressBefore(params: URLSearchParams, place: number): URLSearchParams {
  const next = new URLSearchParams(readTrail(params)[place]?.back ?? withoutTrail(params));
  for (const text of params.getAll(TRAIL).slice(0, place)) next.append(TRAIL, text);
  return next;
}
