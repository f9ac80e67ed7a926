// biome-ignore-all lint/a11y/useSemanticElements: a table element cannot be windowed with sticky parts
// biome-ignore-all lint/a11y/useFocusableInteractive: the grid holds the focus and points at its active cell
import type { ReactNode } from 'react';
import type { Measure } from '../../../shared/query/measures.ts';
import type { HeldAnswer } from '../../lib/follow-report.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { decimalsOf, decimalsOfSum } from '../../lib/precision.ts';
import css from './grid.module.css';
import type { ShownColumn } from './grid-row.tsx';
import { measureOfColumn } from './measure-of-column.ts';
import { text } from './text.ts';

/** Measures that the foot of the grid asks for. */
export const totalMeasures: Measure[] = [...Object.values(measureOfColumn), 'yield', 'planAttainment'];

interface GridTotalsProps {
  columns: readonly ShownColumn[];
  gutter: number;
  width: number;
  /** Its place among the rows of the grid. */
  rowIndex: number;
  /** The sums; null while searching, undefined while they are on their way. */
  answer: HeldAnswer | null | undefined;
  /** The sums could not be had. */
  failed: boolean;
  /** How many records there are; null while they are counted. */
  count: number | null;
  /** What explains the sums. */
  why: ReactNode;
}

/** The foot of the grid: how many records, their sums under the columns, and the yield. */
export function GridTotals({ columns, gutter, width, rowIndex, answer, failed, count, why }: GridTotalsProps) {
  const t = useText(text);
  const format = useFormat();
  const firstSum = columns.findIndex(({ column }) => column.id in measureOfColumn);
  const before = firstSum === -1 ? columns : columns.slice(0, Math.max(1, firstSum));
  const after = columns.slice(before.length);
  // How many records there are stays with the columns that stay; what is told of them goes with the others.
  const staying = before.filter(({ left }) => left !== null);
  const head = staying.length > 0 ? staying : before;
  const besides = before.slice(head.length);
  const sumOf = (measure: Measure) => {
    const index = answer?.columns.findIndex((column) => column.name === measure) ?? -1;
    const value = answer?.rows[0]?.[index];
    return typeof value === 'number' ? value : null;
  };
  const isMixed = answer?.columns.some((column) => column.unit === 'mixed') ?? false;
  const notes = [
    ...(answer && sumOf('yield') !== null ? [t.yieldIs(format.percent(sumOf('yield')))] : []),
    ...(answer && sumOf('planAttainment') !== null ? [t.planIs(format.percent(sumOf('planAttainment')))] : []),
    ...(isMixed ? [t.mixedUnits] : []),
    ...(answer === null ? [t.noSumsForSearch] : []),
    ...(failed ? [t.sumsFailed] : []),
  ];
  const title = count === null ? t.counting : t.totalOf(format.number(count), count === 1);
  const words = notes.length > 0 && (
    <small title={notes.join(' · ')} data-notes>
      {notes.join(' · ')}
    </small>
  );
  // One size for all sums: the small one as soon as one of them needs it.
  const isTight = after.some(({ column, width: room }) => {
    const measure = measureOfColumn[column.id];
    return measure !== undefined && !fits(format.number(sumOf(measure)), room, DIGIT);
  });
  const digit = isTight ? SMALL_DIGIT : DIGIT;
  return (
    <div className={`${css.totals} ${isTight ? css.tight : ''}`} role="row" aria-rowindex={rowIndex} style={{ width }}>
      <div
        className={css.summary}
        role="rowheader"
        aria-colindex={1}
        aria-colspan={head.length + 1}
        // Where nothing stays it goes with the columns, which it would cover else.
        data-pinned={head.every(({ left }) => left !== null)}
        style={{ width: gutter + widthOf(head) }}
      >
        <span title={title}>{title}</span>
        {why}
        {besides.length === 0 && words}
      </div>
      {besides.length > 0 && (
        <div
          className={css.summary}
          role="gridcell"
          aria-colindex={head.length + 2}
          aria-colspan={besides.length}
          style={{ width: widthOf(besides) }}
        >
          {words}
        </div>
      )}
      {after.map(({ column, width: cellWidth, left }, index) => {
        const measure = measureOfColumn[column.id];
        const value = measure ? sumOf(measure) : null;
        return (
          <div
            key={column.id}
            role="gridcell"
            aria-colindex={before.length + index + 2}
            className={`${css.total} ${css.number}`}
            data-pinned={left !== null}
            style={left === null ? { width: cellWidth } : { width: cellWidth, left }}
          >
            {measure && answer && <Sum value={value} room={cellWidth} digit={digit} />}
          </div>
        );
      })}
    </div>
  );
}

/** Widths of a digit in the two sizes, and what a cell keeps free at its sides, px. */
const DIGIT = 8.6;
const SMALL_DIGIT = 7.4;
const SIDES = 20;

function widthOf(columns: readonly ShownColumn[]): number {
  return columns.reduce((sum, { width }) => sum + width, 0);
}

function fits(words: string, room: number, digit: number): boolean {
  return words.length * digit <= room - SIDES;
}

/** A sum as exact as its column has room for; all of it when pointed at. */
function Sum({ value, room, digit }: { value: number | null; room: number; digit: number }) {
  const format = useFormat();
  if (value === null) return <span>{format.number(null)}</span>;
  const words = [format.number(value, decimalsOfSum(value)), format.number(value)];
  return (
    <span title={format.number(value, decimalsOf(value))}>
      {words.find((each) => fits(each, room, digit)) ?? format.compact(value)}
    </span>
  );
}
