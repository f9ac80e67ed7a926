import type { AboutSection } from '../report-content.ts';
import { cellTexts } from './cell-text.ts';
import { STRONG } from './fonts.ts';
import { colours, MARGIN, rule, write } from './page.ts';
import type { PageFlow } from './page-flow.ts';

/** Letters of a section that the first page tells. */
const MOST_ON_COVER = 600;

/**
 * Draws the title and what it is of: the first section as it stands, those after it with their names. Gives those that are too
 * long for the first page, to be told whole at the end.
 */
export function drawCover(flow: PageFlow, title: string, sections: readonly AboutSection[]): AboutSection[] {
  const { doc, width } = flow;
  flow.y += write(doc, title, { width, at: [MARGIN, flow.y], size: 18, font: STRONG }) + 6;
  for (const [at, section] of sections.entries()) {
    const text = inOneLine(flow, section.lines);
    const told = text.length > MOST_ON_COVER ? `${text.slice(0, MOST_ON_COVER)} […]` : text;
    const words = at === 0 ? told : `${section.title}: ${told}`;
    flow.y += write(doc, words, { width, at: [MARGIN, flow.y], size: 9, colour: colours.quiet }) + 2;
  }
  flow.y += 6;
  rule(doc, [MARGIN, flow.y], [MARGIN + width, flow.y]);
  flow.y += 12;
  return sections.filter(({ lines }) => inOneLine(flow, lines).length > MOST_ON_COVER);
}

/** Names and what is said of them, one after the other. */
export function inOneLine(flow: PageFlow, lines: AboutSection['lines']): string {
  return lines.map(({ name, cells }) => [name, ...cellTexts(flow.format, cells)].join(': ')).join('  ·  ');
}
