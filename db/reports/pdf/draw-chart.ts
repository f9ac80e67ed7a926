import type { ReportChart, ReportPanel } from '../report-content.ts';
import { barsHeight, drawBars } from './draw-bars.ts';
import { drawLines, LINES_FOOT, labelWidth, linesHeight } from './draw-lines.ts';
import { BODY, STRONG } from './fonts.ts';
import { type Box, CHART_LETTERS, colours, type Document, MARGIN, seriesStyle, writable, write } from './page.ts';
import type { PageFlow } from './page-flow.ts';

const HEAD = 22;
const LEGEND = 14;
const BELOW = 12;
/** Between panels that stand side by side. */
const GUTTER = 16;
const KEY = 18;
/** Panels of bars beside each other: more have no room for their numbers. */
const MOST_ACROSS = 3;

/** How high the first panels of a chart are with their title, points: what should not be parted from what stands above it. */
export function firstPanelHeight(chart: ReportChart): number {
  const legend = hasLegend(chart) ? LEGEND : 0;
  return HEAD + legend + bodyHeight(chart, chart.panels.slice(0, acrossOf(chart)));
}

/** Draws a chart as lines and letters, so that it stays sharp and its words can be found: panels of bars side by side, of lines one below the other. */
export function drawChart(flow: PageFlow, chart: ReportChart): void {
  const across = acrossOf(chart);
  // Panels below each other have their points below each other.
  const labels = chart.kind === 'line' ? Math.max(...chart.panels.map((panel) => labelWidth(flow, chart, panel))) : 0;
  for (let at = 0; at < chart.panels.length; at += across) {
    const panels = chart.panels.slice(at, at + across);
    const legend = at === 0 && hasLegend(chart) ? LEGEND : 0; // once, as colours mean the same in all of them
    const height = HEAD + legend + bodyHeight(chart, panels);
    flow.makeRoom(height);
    if (legend > 0) drawLegend(flow.doc, chart, panels, { x: MARGIN, y: flow.y, width: flow.width });
    const y = flow.y + legend;
    for (const { panel, box } of placed(flow, chart, panels, across, y)) {
      const { x, width } = box;
      write(flow.doc, panel.title, { at: [x, y], width, size: 10, font: STRONG, single: true });
    }
    if (chart.kind === 'bars') drawBars(flow, chart, placed(flow, chart, panels, across, y + HEAD));
    else
      for (const { panel, box } of placed(flow, chart, panels, across, y + HEAD))
        drawLines(flow, chart, panel, box, labels);
    flow.y += height;
  }
  if (chart.leftOut !== '') {
    flow.y += write(flow.doc, chart.leftOut, {
      at: [MARGIN, flow.y],
      width: flow.width,
      size: CHART_LETTERS,
      colour: colours.quiet,
    });
  }
  flow.y += BELOW;
}

function acrossOf({ kind, panels }: ReportChart): number {
  return kind === 'bars' ? Math.min(MOST_ACROSS, panels.length) : 1;
}

function bodyHeight(chart: ReportChart, panels: readonly ReportPanel[]): number {
  return chart.kind === 'bars' ? barsHeight(chart, panels) : linesHeight(chart) + LINES_FOOT;
}

/** A panel of bars that is left alone in its row is as wide as those above it. */
function placed(
  flow: PageFlow,
  { kind, points }: ReportChart,
  panels: readonly ReportPanel[],
  across: number,
  y: number,
): { panel: ReportPanel; box: Box }[] {
  const names = kind === 'bars' ? nameWidth(flow, points) : 0;
  const width = (flow.width - names - (across - 1) * GUTTER) / across;
  return panels.map((panel, at) => ({ panel, box: { x: MARGIN + names + at * (width + GUTTER), y, width } }));
}

/** The room that the names of bars take at the left. */
function nameWidth({ doc, width }: PageFlow, points: readonly string[]): number {
  doc.font(BODY).fontSize(CHART_LETTERS);
  const widest = Math.max(0, ...points.map((name) => doc.widthOfString(writable(name))));
  return Math.min(width * 0.35, widest + 8);
}

function hasLegend({ panels, beforeName }: ReportChart): boolean {
  return beforeName !== '' || panels.some(({ series }) => series.length > 1);
}

/** Which line or bar is what, each name once, and how what is compared with is drawn. */
function drawLegend(doc: Document, { kind, beforeName }: ReportChart, panels: readonly ReportPanel[], box: Box): void {
  const [{ series } = { series: [] }] = panels;
  const isNamed = series.length > 1;
  const entries = [
    ...(isNamed ? series.map(({ name }, at) => ({ name, at, isBefore: false })) : []),
    ...(beforeName === '' ? [] : [{ name: beforeName, at: 0, isBefore: true }]),
  ];
  doc.font(BODY).fontSize(CHART_LETTERS);
  const widths = entries.map(({ name }) => KEY + 4 + doc.widthOfString(writable(name)) + GUTTER);
  const squeeze = Math.min(1, box.width / widths.reduce((sum, width) => sum + width, 0));
  let { x } = box;
  for (const [place, { name, at, isBefore }] of entries.entries()) {
    const width = (widths[place] ?? 0) * squeeze;
    drawKey(doc, { kind, at, isBefore, isOnly: !isNamed }, x, box.y + 5);
    write(doc, name, { at: [x + KEY + 4, box.y], width: width - KEY - 6, size: CHART_LETTERS, single: true });
    x += width;
  }
}

interface Key {
  kind: ReportChart['kind'];
  at: number;
  isBefore: boolean;
  isOnly: boolean;
}

function drawKey(doc: Document, { kind, at, isBefore, isOnly }: Key, x: number, y: number): void {
  const { colour } = seriesStyle(doc, at, isBefore);
  if (kind === 'line') {
    if (isBefore && !isOnly) doc.strokeColor(colours.quiet); // it stands for those of all series
    doc
      .moveTo(x, y)
      .lineTo(x + KEY, y)
      .stroke()
      .undash();
  } else if (isBefore) {
    doc
      .undash()
      .lineWidth(1.4)
      .strokeColor(colours.text)
      .moveTo(x + KEY / 2, y - 5)
      .lineTo(x + KEY / 2, y + 5)
      .stroke();
  } else doc.rect(x + KEY - 10, y - 4, 8, 8).fill(colour);
}
