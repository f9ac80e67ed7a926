/** Columns that stand at fixed places of each line, kept apart by blanks: a print-out rather than delimited text. */
import { basename } from 'node:path';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { Cut } from './dialect.ts';

const LINES_LOOKED_AT = 200;
const LEAST_LINES = 3;
const LEAST_GAPS = 2;
/** Of lines a title or a total may run through a gap. */
const ENOUGH = 0.95;

/** The places (the first is 1) where columns begin in lines of text; none where they are not at fixed places. */
export function fixedPlaces(text: string): number[] {
  const lines = text
    .split('\n')
    .slice(0, LINES_LOOKED_AT)
    .filter((line) => line.trim() !== '');
  if (lines.length < LEAST_LINES || lines.some((line) => line.includes('\t'))) return [];
  const width = Math.max(...lines.map((line) => line.length));
  const isGap = (at: number) => lines.filter((line) => (line[at] ?? ' ') === ' ').length >= ENOUGH * lines.length;
  const places: number[] = [];
  for (let at = 0; at < width; at += 1) {
    if (!isGap(at) && (at === 0 || isGap(at - 1))) places.push(at + 1);
  }
  return places.length > LEAST_GAPS ? places : [];
}

/**
 * Throws FILE_NOT_TABULAR in words for text whose columns stand at fixed places, where nothing cuts it or only what stands within
 * its numbers: a decimal comma cuts each row in two, but not the headings.
 */
export function refuseFixedWidth(text: string, { cells, delimiter }: Cut, path: string): void {
  const head = text.slice(0, text.indexOf('\n') + 1);
  if (cells > 2 || (cells === 2 && head.includes(delimiter))) return;
  const places = fixedPlaces(text);
  if (places.length === 0) return;
  const shown = places.slice(0, 6).join(', ');
  throw new AppError(
    'FILE_NOT_TABULAR',
    `The columns of '${basename(path)}' stand at fixed places of each line (${shown}${places.length > 6 ? ' …' : ''}) and are kept apart by blanks, not by a delimiter. Export it as CSV, or open it in a spreadsheet as text of fixed width and save it as .xlsx.`,
  );
}
