import type { CellType, ReportChart } from '../report-content.ts';
import { BODY, STRONG } from './fonts.ts';
import { colours, type Document, dashes, rule, writable, write } from './page.ts';
import { ticksOver } from './ticks.ts';

export interface Box {
  x: number;
  y: number;
  width: number;
}

export type WriteValue = (type: CellType, value: number) => string;

const SIZE = 8;
const LINES_HEIGHT = 170;
const BAR_PITCH = 14;
const BAR = 9;
const HEAD = 20;
const LEGEND = 14;
const AXIS_NAMES = 14;
/** Between the names of points that still read as several. */
const NAME_GAP = 12;

/** How high a chart will be with its title, points. */
export function chartHeight({ kind, points, series, leftOut }: ReportChart): number {
  const body = kind === 'bars' ? points.length * BAR_PITCH : LINES_HEIGHT + AXIS_NAMES;
  return HEAD + body + (series.length > 1 ? LEGEND : 0) + (leftOut === '' ? 0 : LEGEND) + 12;
}

/** Draws a chart as lines and letters, so that it stays sharp and its words can be found. */
export function drawChart(doc: Document, chart: ReportChart, box: Box, writeValue: WriteValue): void {
  write(doc, chart.title, { at: [box.x, box.y], width: box.width, size: 10, font: STRONG, single: true });
  const below = { ...box, y: box.y + HEAD };
  const end =
    chart.kind === 'bars' ? drawBars(doc, chart, below, writeValue) : drawLines(doc, chart, below, writeValue);
  if (chart.leftOut !== '')
    write(doc, chart.leftOut, { at: [box.x, end], width: box.width, size: SIZE, colour: colours.quiet, single: true });
}

/** Bars of names from the top, each beginning at 0 with its value at its end; gives where it ends. */
function drawBars(doc: Document, { points, series, type }: ReportChart, box: Box, writeValue: WriteValue): number {
  const values = series[0]?.values ?? [];
  const known = values.filter((value) => value !== null);
  const [least, most] = [Math.min(0, ...known), Math.max(0, ...known)];
  const words = values.map((value) => (value === null ? '–' : writeValue(type, value)));
  const widest = (texts: readonly string[]) => {
    doc.font(BODY).fontSize(SIZE);
    return Math.max(0, ...texts.map((text) => doc.widthOfString(writable(text))));
  };
  const names = Math.min(box.width * 0.35, widest(points) + 6);
  const room = box.width - names - widest(words) - 10;
  const scale = most > least ? room / (most - least) : 0;
  const zero = box.x + names - least * scale;
  for (const [at, name] of points.entries()) {
    const y = box.y + at * BAR_PITCH;
    const value = values[at] ?? null;
    write(doc, name, { at: [box.x, y], width: names - 6, size: SIZE, align: 'right', single: true });
    const length = (value ?? 0) * scale;
    doc.rect(zero + Math.min(0, length), y + 1, Math.abs(length), BAR).fill(colours.series[0]);
    const end = zero + Math.max(0, length) + 4;
    write(doc, words[at] ?? '', {
      at: [end, y],
      width: box.x + box.width - end + 2,
      size: SIZE,
      colour: colours.quiet,
      single: true,
    });
  }
  const bottom = box.y + points.length * BAR_PITCH;
  rule(doc, [zero, box.y - 2], [zero, bottom]);
  return bottom + 4;
}

/** Lines over time with a light grid; a gap where there is no data; gives where it ends. */
function drawLines(doc: Document, chart: ReportChart, box: Box, writeValue: WriteValue): number {
  const { points, series, type } = chart;
  const known = series.flatMap(({ values }) => values.filter((value) => value !== null));
  const ticks = ticksOver(
    Math.min(...known, type.kind === 'share' ? Number.POSITIVE_INFINITY : 0),
    Math.max(...known, 0),
  );
  const words = ticks.map((tick) => writeValue(tickType(type, ticks), tick));
  doc.font(BODY).fontSize(SIZE);
  const labels = Math.max(...words.map((text) => doc.widthOfString(writable(text)))) + 8;
  const legend = series.length > 1 ? LEGEND : 0;
  if (legend > 0) drawLegend(doc, chart, box);
  const [left, right, top, bottom] = [
    box.x + labels,
    box.x + box.width - 8,
    box.y + legend,
    box.y + legend + LINES_HEIGHT,
  ];
  const [first, last] = [ticks[0] ?? 0, ticks.at(-1) ?? 1];
  const xOf = (at: number) => left + ((at + 0.5) * (right - left)) / points.length;
  const yOf = (value: number) => bottom - ((value - first) * (bottom - top)) / (last - first);
  for (const [at, tick] of ticks.entries()) {
    rule(doc, [left, yOf(tick)], [right, yOf(tick)], tick === 0 ? colours.quiet : colours.rule);
    write(doc, words[at] ?? '', {
      at: [box.x, yOf(tick) - 6],
      width: labels - 6,
      size: SIZE,
      align: 'right',
      colour: colours.quiet,
      single: true,
    });
  }
  drawPointNames(doc, points, { xOf, y: bottom + 3, left: box.x, right: box.x + box.width });
  for (const [at, { values }] of series.entries()) drawLine(doc, values, at, xOf, yOf);
  return bottom + AXIS_NAMES + 4;
}

/** As many decimals as the steps of the axis need. */
function tickType(type: CellType, ticks: readonly number[]): CellType {
  const step = (ticks[1] ?? 1) - (ticks[0] ?? 0);
  const shown = type.kind === 'share' ? step * 100 : step;
  return { ...type, decimals: Math.max(0, Math.min(4, Math.ceil(-Math.log10(shown) + 1e-9))) };
}

function drawLine(
  doc: Document,
  values: readonly (number | null)[],
  series: number,
  xOf: (at: number) => number,
  yOf: (value: number) => number,
): void {
  const colour = colours.series[series % colours.series.length] ?? colours.text;
  style(doc, series, colour);
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
    if (value !== null && isAlone) doc.circle(xOf(at), yOf(value), 2).fill(colour);
  }
}

function style(doc: Document, series: number, colour: string): void {
  const dash = dashes[series % dashes.length];
  if (dash) doc.dash(dash.length, { space: dash.space });
  else doc.undash();
  doc.lineWidth(1.4).lineJoin('round').strokeColor(colour);
}

function drawLegend(doc: Document, { series }: ReportChart, box: Box): void {
  const width = box.width / series.length;
  for (const [at, { name }] of series.entries()) {
    const x = box.x + at * width;
    style(doc, at, colours.series[at % colours.series.length] ?? colours.text);
    doc
      .moveTo(x, box.y + 5)
      .lineTo(x + 18, box.y + 5)
      .stroke()
      .undash();
    write(doc, name, { at: [x + 22, box.y], width: width - 28, size: SIZE, single: true });
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
  doc.font(BODY).fontSize(SIZE);
  const widest = Math.max(0, ...points.map((name) => doc.widthOfString(writable(name)))) + NAME_GAP;
  const pitch = points.length > 1 ? xOf(1) - xOf(0) : widest;
  const every = Math.max(1, Math.ceil(widest / pitch));
  for (let at = 0; at < points.length; at += every) {
    const x = Math.max(left, Math.min(right - widest, xOf(at) - widest / 2));
    write(doc, points[at] ?? '', {
      at: [x, y],
      width: widest,
      size: SIZE,
      align: 'center',
      colour: colours.quiet,
      single: true,
    });
  }
}
