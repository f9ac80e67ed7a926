/** A page and what is drawn on it: sizes in points, 72 to the inch. */
import PDFDocument from 'pdfkit';
import { markOfView, VIEW_MARK } from '../../../shared/domain/view-mark.ts';
import { cutMiddle } from '../../../shared/text/cut-middle.ts';
import type { ReportContent } from '../report-content.ts';
import { BODY, readFonts, STRONG } from './fonts.ts';

export type Document = InstanceType<typeof PDFDocument>;

export const MARGIN = 40;
/** Between the edge of the content and the line at the foot of each page. */
export const FOOT = 28;

export const colours = {
  text: '#1b1f24',
  quiet: '#57606a',
  rule: '#c8d0d8',
  band: '#f2f5f8',
  /** Okabe and Ito: told apart by people who see few colours. The dashes tell them apart without any. */
  series: ['#0072b2', '#d55e00', '#007a59', '#a0487a', '#8a5a00', '#3a3f46'],
} as const;
/** Length of a dash and of the gap behind it; null for an unbroken line. */
export const dashes: readonly ({ length: number; space: number } | null)[] = [
  null,
  { length: 6, space: 2 },
  { length: 2, space: 2 },
  { length: 10, space: 3 },
  { length: 1, space: 3 },
  { length: 4, space: 4 },
];

/** Of the letters of a chart, points. */
export const CHART_LETTERS = 8;

/** Where something is drawn, and how wide; points. */
export interface Box {
  x: number;
  y: number;
  width: number;
}

/** Sizes of pages that tables are tried on, the most usual first. */
export const pageSizes = [
  { size: 'A4', layout: 'portrait', width: 595.28, height: 841.89 },
  { size: 'A4', layout: 'landscape', width: 841.89, height: 595.28 },
  { size: 'A3', layout: 'landscape', width: 1190.55, height: 841.89 },
] as const;
export type PageSize = (typeof pageSizes)[number];

/** What a document says of itself. */
type DocumentFacts = Pick<ReportContent, 'title' | 'language' | 'view' | 'writtenAt'>;

/** A document without pages. Fonts are embedded with the letters that are used and no others. */
export function openDocument({ title, language, view, writtenAt }: DocumentFacts): Document {
  const fonts = readFonts();
  const doc = new PDFDocument({
    autoFirstPage: false,
    bufferPages: true, // how many there are is told on each
    font: '', // none until those below are there
    lang: language,
    displayTitle: true,
    pdfVersion: '1.7',
    info: {
      Title: title,
      Creator: 'Throughline',
      Producer: 'Throughline',
      CreationDate: new Date(writtenAt),
      ...(view && { [VIEW_MARK]: markOfView(view).join('') }),
    },
  });
  doc.registerFont(BODY, fonts[BODY]);
  doc.registerFont(STRONG, fonts[STRONG]);
  return doc;
}

export function addPage(doc: Document, { size, layout }: PageSize): void {
  doc.addPage({ size, layout, margin: 0 }); // places are ours; a margin would begin pages by itself
}

interface WrittenText {
  at: [x: number, y: number];
  width: number;
  size: number;
  align?: 'left' | 'right' | 'center';
  font?: typeof BODY | typeof STRONG;
  colour?: string;
  /** On one line; what does not fit is cut before its end, as names often differ only there. */
  single?: boolean;
}

/** What a width may lack that others were added to and taken from again, points. */
const ROUNDED = 0.01;

/** Writes text into a width, over as many lines as it takes; gives their height. */
export function write(doc: Document, text: string, options: WrittenText): number {
  const { at, width, size, align = 'left', font = BODY, colour = colours.text, single = false } = options;
  doc.font(font).fontSize(size).fillColor(colour);
  const lineHeight = doc.currentLineHeight(true);
  const all = writable(text);
  const shown = single ? cutMiddle(all, width + ROUNDED, (part) => doc.widthOfString(part)) : all;
  const height = single ? lineHeight : Math.max(lineHeight, doc.heightOfString(shown, { width, lineGap: 0 }));
  doc.text(shown, at[0], at[1], { width, align, lineGap: 0, ...(single && { height: lineHeight, ellipsis: true }) });
  return height;
}

/** The narrow spaces between a number and its unit, and about the dash of a range, are letters that the fonts lack. */
export function writable(text: string): string {
  return text.replaceAll('\u202f', '\u00a0').replaceAll(/[\r\n\t\u2000-\u200a]+/g, ' ');
}

export function rule(doc: Document, from: [number, number], to: [number, number], colour: string = colours.rule): void {
  doc.undash().lineWidth(0.6).strokeColor(colour).moveTo(from[0], from[1]).lineTo(to[0], to[1]).stroke();
}

const LINE = 1.4;
const LINE_BEFORE = 0.8;
const DASH_BEFORE = { length: 3, space: 2.5 };

/** Sets how the line of a series is drawn; that of what it is compared with is thinner, dashed and of the same hue. */
export function seriesStyle(doc: Document, series: number, isBefore: boolean): { colour: string; width: number } {
  const colour = colours.series[series % colours.series.length] ?? colours.text;
  const width = isBefore ? LINE_BEFORE : LINE;
  const dash = isBefore ? DASH_BEFORE : dashes[series % dashes.length];
  if (dash) doc.dash(dash.length, { space: dash.space });
  else doc.undash();
  doc.lineWidth(width).lineJoin('round').strokeColor(colour);
  return { colour, width };
}
