import type { ProductionRecord } from '../../../shared/query/records-query.ts';
import type { Format } from '../../lib/format.ts';
import { cellText } from './cell-text.ts';
import type { ShownColumn } from './grid-row.tsx';

/** What a cell keeps free at its sides, and a heading for its arrow and number, px. */
const SIDES = 22;
const HEADING_SIDES = 56;

/** Width of a text, px. */
export type Measure = (text: string, isHeading: boolean) => number;

/** How wide a column is to be to show all of its heading and of what these records hold, px. */
export function fittedWidth(
  shown: ShownColumn,
  heading: string,
  records: readonly ProductionRecord[],
  format: Format,
  measure: Measure,
): number {
  const texts = new Set(records.map((record) => cellText(record, shown.column, format, shown.decimals)));
  let width = measure(heading, true) + HEADING_SIDES;
  for (const text of texts) width = Math.max(width, measure(text, false) + SIDES);
  return Math.ceil(width);
}

/** Measures texts as an element writes them. */
export function measureIn(element: HTMLElement): Measure {
  const { fontFamily } = getComputedStyle(element);
  const canvas = document.createElement('canvas').getContext('2d');
  return (text, isHeading) => {
    if (!canvas) return 0;
    canvas.font = isHeading ? `600 12px ${fontFamily}` : `14px ${fontFamily}`;
    return canvas.measureText(text).width;
  };
}
