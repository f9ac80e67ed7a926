/** How the good quantity is calculated from a yield: answers to a question about it, as texts. */
import type { Source } from './profile.ts';

/** A yield is written as a percentage, or as the share of one; 'nothing' where there is no good quantity. */
export const yieldScales = { percent: -2, share: 0 } as const;
export type YieldScale = keyof typeof yieldScales;
export const NO_YIELD = 'nothing';

/** The answer that takes a column for the yield. */
export function yieldChoice(scale: YieldScale, column: string): string {
  return `${scale}:${column}`;
}

/** The column that an answer names, and how it is written; null for the answer that there is none. */
export function yieldOfChoice(choice: string): { scale: YieldScale; column: string } | null {
  const [, scale, column] = /^(percent|share):(.*)$/s.exec(choice) ?? [];
  return scale === undefined || column === undefined ? null : { scale: scale as YieldScale, column };
}

/** The planned quantity in `column` times a yield. */
export function timesYield(column: string, scale: YieldScale, times: string): Source {
  const power = yieldScales[scale];
  return { column, ...(power !== 0 && { scale: power }), times };
}

/** The answer that a source is; null where it is no column times a yield of it. */
export function choiceOfSource(source: Source | undefined): string | null {
  if (source === undefined) return NO_YIELD;
  if (!('column' in source) || source.times === undefined || source.rest || source.minus !== undefined) return null;
  if (source.scale === undefined || source.scale === 0) return yieldChoice('share', source.times);
  return source.scale === yieldScales.percent ? yieldChoice('percent', source.times) : null;
}
