import type { Format } from '../../../shared/text/format.ts';
import type { Language } from '../../../shared/text/labels.ts';
import { reportWords } from '../../../shared/text/report.ts';
import type { BoardFigure } from '../board-content.ts';
import { cellText } from './cell-text.ts';
import { STRONG } from './fonts.ts';
import { colours, MARGIN, write } from './page.ts';
import type { PageFlow } from './page-flow.ts';

/** Numbers that stand side by side. */
export const FIGURES_A_ROW = 4;
const GAP = 12;
const NAME = 8.5;
const NUMBER = 16;
const QUIET = 8;
/** Of a row of figures with what stands above and below the numbers, points. */
export const FIGURES_HEIGHT = 62;

/** A figure with its own days and filters below it, where it has some. */
export type PlacedFigure = BoardFigure & { note?: string };

/** Draws numbers in rows: each with its name above it, and the same of the period before below. */
export function drawFigures(flow: PageFlow, figures: readonly PlacedFigure[], language: Language): void {
  for (let at = 0; at < figures.length; at += FIGURES_A_ROW) {
    const row = figures.slice(at, at + FIGURES_A_ROW);
    flow.makeRoom(FIGURES_HEIGHT);
    const width = (flow.width - (FIGURES_A_ROW - 1) * GAP) / FIGURES_A_ROW;
    const heights = row.map((figure, place) =>
      drawFigure(flow, figure, { x: MARGIN + place * (width + GAP), width }, language),
    );
    flow.y += Math.max(...heights) + 6;
  }
}

function drawFigure(
  { doc, format, y }: PageFlow,
  { name, unit, cell, before, note = '' }: PlacedFigure,
  { x, width }: { x: number; width: number },
  language: Language,
): number {
  let down = y + write(doc, name, { at: [x, y], width, size: NAME, colour: colours.quiet, single: true }) + 1;
  const number = [cellText(format, cell, cell.value), cell.value !== null && unit].filter(Boolean).join(' ');
  down += write(doc, number, { at: [x, down], width, size: NUMBER, font: STRONG, single: true });
  for (const words of [before && beforeWords(format, before, language), note].filter(Boolean))
    down += write(doc, words ?? '', { at: [x, down], width, size: QUIET, colour: colours.quiet });
  return down - y;
}

function beforeWords(format: Format, before: NonNullable<BoardFigure['before']>, language: Language): string {
  return reportWords[language].before(cellText(format, before, before.value));
}
