/** How limits of measures are told. Pure. */
import type { SpecificationKey } from '../../../shared/contract/specifications.ts';
import type { SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import { type Measure, measures } from '../../../shared/query/measures.ts';
import { decimalsFor, type Format } from '../../lib/format.ts';
import type { Words } from './text.ts';

/** More digits than this are noise of binary fractions: 0.07 x 100 is 7.000000000000001. */
export const DIGITS = 12;

/** What limits are of: an item, a line, both, or everything. */
export function placeInWords({ item, line }: Pick<SpecificationKey, 'item' | 'line'>, t: Words): string {
  return [item, line].filter((part) => part !== null).join(', ') || t.everything;
}

/** 'at least 95 %, target 97 %'. */
export function limitsInWords(measure: Measure, limits: SpecificationLimits, t: Words, format: Format): string {
  const isRatio = measures[measure].kind === 'ratio';
  const written = (value: number) => {
    const shown = Number((isRatio ? value * 100 : value).toPrecision(DIGITS));
    const number = format.number(shown, decimalsFor([shown]));
    return isRatio ? `${number} %` : number;
  };
  const parts = (['lower', 'target', 'upper'] as const).flatMap((side) => {
    const value = limits[side];
    return value === null ? [] : `${t[side]} ${written(value)}`;
  });
  return parts.join(', ');
}
