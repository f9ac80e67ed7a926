import type { CellType, ReportChart, ReportPanel } from '../report-content.ts';
import { cellText } from './cell-text.ts';
import { BODY } from './fonts.ts';
import { type Box, CHART_LETTERS, colours, type Document, rule, seriesStyle, writable, write } from './page.ts';
import type { PageFlow } from './page-flow.ts';
import { ticksOver } from './ticks.ts';

const HEIGHT = 170;
/** Of each where several stand below each other. */
const SEVERAL_HEIGHT = 116;
/** The names of points and what is below them. */
export const LINES_FOOT = 22;
/** Between the names of points that still read as several. */
const NAME_GAP = 12;
const DOT = 2;

/** How high the lines of a panel are, points. */
export function linesHeight({ panels }: ReportChart): number {
  return panels.length > 1 ? SEVERAL_HEIGHT : HEIGHT;
}

/** How wide the numbers at the axis of a panel are, points. */
export function labelWidth(flow: PageFlow, chart: ReportChart, panel: ReportPanel): number {
  flow.doc.font(BODY).fontSize(CHART_LETTERS);
  return Math.max(...axisOf(flow, chart, panel).words.map((text) => flow.doc.widthOfString(writable(text)))) + 8;
}

/** Where the lines of the grid are, in numbers and in words. */
function axisOf({ format }: PageFlow, { panels }: ReportChart, { series, type }: ReportPanel) {
  const known = series.flatMap(({ values, before = [] }) => [...values, ...before].filter((value) => value !== null));
  const fromZero = type.kind === 'share' && known.length > 0 ? [] : [0];
  const ticks = ticksOver(Math.min(...known, ...fromZero), Math.max(...known, ...fromZero), panels.length > 1 ? 3 : 4);
  return { ticks, words: ticks.map((tick) => cellText(format, tickType(type, ticks), tick)) };
}

/**
 * Lines over time with a light grid, those that they are compared with dashed; a gap where there is no data. `labels` is the room for the
 * numbers at the axis.
 */
export function drawLines(flow: PageFlow, chart: ReportChart, panel: ReportPanel, box: Box, labels: number): void {
  const { doc } = flow;
  const { points } = chart;
  const { series } = panel;
  const { ticks, words } = axisOf(flow, chart, panel);
  const [left, right, top, bottom] = [box.x + labels, box.x + box.width - 8, box.y, box.y + linesHeight(chart)];
  const [first, last] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const xOf = (at: number) => left + ((at + 0.5) * (right - left)) / points.length;
  const yOf = (value: number) => bottom - ((value - first) * (bottom - top)) / (last - first);
  for (const [at, tick] of ticks.entries()) {
    rule(doc, [left, yOf(tick)], [right, yOf(tick)], tick === 0 ? colours.quiet : colours.rule);
    write(doc, words[at] ?? '', {
      at: [box.x, yOf(tick) - 6],
      width: labels - 6,
      size: CHART_LETTERS,
      align: 'right',
      colour: colours.quiet,
      single: true,
    });
  }
  drawPointNames(doc, points, { xOf, y: bottom + 3, left: box.x, right: box.x + box.width });
  for (const [at, { before = [] }] of series.entries()) drawLine(doc, before, at, true, { xOf, yOf });
  for (const [at, { values }] of series.entries()) drawLine(doc, values, at, false, { xOf, yOf });
}

/** As many decimals as the steps of the axis need. */
function tickType(type: CellType, ticks: readonly number[]): CellType {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const shown = type.kind === 'share' ? step * 100 : step;
  return { ...type, decimals: Math.max(0, Math.min(4, Math.ceil(-Math.log10(shown) + 1e-9))) };
}

interface Scales {
  xOf: (at: number) => number;
  yOf: (value: number) => number;
}

function drawLine(
  doc: Document,
  values: readonly (number | null)[],
  series: number,
  isBefore: boolean,
  { xOf, yOf }: Scales,
): void {
  const { colour, width } = seriesStyle(doc, series, isBefore);
  let isOpen = false;
  for (const [at, value] of values.entries()) {
    if (value === null) isOpen = false;
    else {
      if (isOpen) doc.lineTo(xOf(at), yOf(value));
      else doc.moveTo(xOf(at), yOf(value));
      isOpen = true;
    }
  }
  doc.stroke().undash();
  // A point between gaps has no line to be seen by.
  for (const [at, value] of values.entries()) {
    const isAlone = (values[at - 1] ?? null) === null && (values[at + 1] ?? null) === null;
    if (value !== null && isAlone) doc.circle(xOf(at), yOf(value), Math.min(DOT, width + 0.6)).fill(colour);
  }
}

interface NamesPlace {
  xOf: (at: number) => number;
  y: number;
  left: number;
  right: number;
}

/** As many names as stand apart, evenly. */
function drawPointNames(doc: Document, points: readonly string[], { xOf, y, left, right }: NamesPlace): void {
  doc.font(BODY).fontSize(CHART_LETTERS);
  const widest = Math.max(0, ...points.map((name) => doc.widthOfString(writable(name)))) + NAME_GAP;
  const pitch = points.length > 1 ? xOf(1) - xOf(0) : widest;
  const every = Math.max(1, Math.ceil(widest / pitch));
  for (let at = 0; at < points.length; at += every) {
    const x = Math.max(left, Math.min(right - widest, xOf(at) - widest / 2));
    write(doc, points[at] ?? '', {
      at: [x, y],
      width: widest,
      size: CHART_LETTERS,
      align: 'center',
      colour: colours.quiet,
      single: true,
    });
  }
}
