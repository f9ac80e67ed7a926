import { NO_DATA } from '../../../shared/text/format.ts';
import type { ReportChart, ReportPanel } from '../report-content.ts';
import { cellText } from './cell-text.ts';
import { BODY } from './fonts.ts';
import { type Box, CHART_LETTERS, colours, MARGIN, rule, writable, write } from './page.ts';
import type { PageFlow } from './page-flow.ts';

const BAR = 9;
/** Where several stand below each other for one name. */
const THIN_BAR = 8;
const GAP = 5;
/** Between a bar and its number. */
const BESIDE = 4;

/** How high the bars of panels are, points. */
export function barsHeight({ points }: ReportChart, panels: readonly ReportPanel[]): number {
  return points.length * pitchOf(panels) + 6;
}

function pitchOf(panels: readonly ReportPanel[]): number {
  const most = Math.max(1, ...panels.map(({ series }) => series.length));
  return (most > 1 ? most * THIN_BAR : BAR) + GAP;
}

/** Bars of names from the top, each beginning at 0 with its number at its end, and a mark where that stood which it is compared with. */
export function drawBars(
  flow: PageFlow,
  { points }: ReportChart,
  placed: readonly { panel: ReportPanel; box: Box }[],
): void {
  const pitch = pitchOf(placed.map(({ panel }) => panel));
  const [first] = placed;
  if (!first) return;
  const names = first.box.x - MARGIN;
  for (const [at, name] of points.entries()) {
    const y = first.box.y + at * pitch + (pitch - GAP - BAR) / 2;
    write(flow.doc, name, { at: [MARGIN, y - 1], width: names - 8, size: CHART_LETTERS, align: 'right', single: true });
  }
  for (const { panel, box } of placed) drawPanel(flow, points.length, panel, box, pitch);
}

function drawPanel(
  { doc, format }: PageFlow,
  count: number,
  { series, type, spans }: ReportPanel,
  box: Box,
  pitch: number,
): void {
  const told = (value: number | null) => (value === null ? NO_DATA : cellText(format, type, value));
  const ends = spans?.flatMap(({ from, to }) => [from, to]) ?? [];
  const values = series.flatMap((each) => [...each.values, ...(each.before ?? [])]).map((value) => value ?? 0);
  const drawn = spans ? ends : values;
  const [least, most] = [Math.min(0, ...drawn), Math.max(0, ...drawn)];
  doc.font(BODY).fontSize(CHART_LETTERS);
  const words = series.flatMap((each) => each.values.map(told));
  const widest = Math.max(0, ...words.map((text) => doc.widthOfString(writable(text))));
  const scale = most > least ? (box.width - widest - BESIDE - 2) / (most - least) : 0;
  const zero = box.x - least * scale;
  const bar = series.length > 1 ? THIN_BAR : BAR;
  for (const [place, { values: own, before }] of series.entries()) {
    const colour = colours.series[place % colours.series.length] ?? colours.text;
    for (let at = 0; at < count; at++) {
      const value = own[at] ?? null;
      const y = box.y + at * pitch + place * bar;
      const { from, to } = spans?.[at] ?? { from: 0, to: value ?? 0 };
      doc.rect(zero + Math.min(from, to) * scale, y, Math.abs(to - from) * scale, bar - 1).fill(colour);
      const was = before?.[at] ?? null;
      if (was !== null) {
        const x = zero + was * scale;
        doc
          .undash()
          .lineWidth(1.4)
          .strokeColor(colours.text)
          .moveTo(x, y - 1)
          .lineTo(x, y + bar)
          .stroke();
      }
      const end = zero + Math.max(0, from, to, was ?? 0) * scale + BESIDE;
      write(doc, told(value), {
        at: [end, y + (bar - BAR) / 2 - 1],
        width: box.x + box.width - end + 2,
        size: CHART_LETTERS,
        colour: colours.quiet,
        single: true,
      });
    }
  }
  rule(doc, [zero, box.y - 2], [zero, box.y + count * pitch - GAP + 2]);
}
