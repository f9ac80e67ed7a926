/** A panel as a picture that can be handed on: what it shows, with its question, range, filters and as of when written in it. */
import { resolveColour } from './colours.ts';
import { paint, textMeasure } from './paint.ts';
import { element, escaped, px, wrapped } from './svg-text.ts';

export interface Caption {
  title: string;
  /** Lines below the title: unit and range, filters. */
  lines: readonly string[];
  /** The last line: as of when. */
  foot: string;
}

export interface Picture {
  svg: string;
  width: number;
  height: number;
}

const SVG_NAMESPACE = 'http://www.w3.org/2000/svg';
const MARGIN = 24;
const TITLE = 16;
const SMALL = 12;
const LEADING = 1.45;
/** Nothing is readable in less. */
const LEAST_WIDTH = 360;
/** What browsers paint at most, px along a side and in all. */
const MOST_SIDE = 16_000;
const MOST_PIXELS = 64_000_000;
/** Pixels of the picture for one of the window, so that it is sharp on paper. */
const SCALE = 2;

/** Draws a part of the window with its caption. */
export function pictureOf(part: HTMLElement, { title, lines, foot }: Caption): Picture {
  const style = getComputedStyle(part);
  const face = style.fontFamily;
  const painted = paint(part);
  const inner = Math.max(LEAST_WIDTH, painted.width);
  const small = textMeasure({ font: `${SMALL}px ${face}` });
  const large = textMeasure({ font: `600 ${TITLE}px ${face}` });
  const colour = (name: string) => resolveColour(style.getPropertyValue(name).trim()).hex;
  let y = MARGIN;
  const written: string[] = [];
  const write = (text: string, size: number, measure: typeof small, attributes: Record<string, string>) => {
    for (const line of wrapped(text, inner, (words) => measure(words).width)) {
      y += size * LEADING;
      written.push(
        element('text', { x: MARGIN, y: px(y - size * 0.3), 'font-size': size, ...attributes }, escaped(line)),
      );
    }
  };
  write(title, TITLE, large, { 'font-weight': '600', fill: colour('--tl-text') });
  for (const line of lines) write(line, SMALL, small, { fill: colour('--tl-text-quiet') });
  y += 12;
  const body = element('g', { transform: `translate(${MARGIN} ${px(y)})` }, painted.marks);
  y += painted.height + 8;
  write(foot, SMALL, small, { fill: colour('--tl-text-quiet') });
  const [width, height] = [inner + 2 * MARGIN, Math.ceil(y + MARGIN)];
  const ground = element('rect', { width, height, fill: colour('--tl-surface') });
  const svg = element(
    'svg',
    { xmlns: SVG_NAMESPACE, width, height, viewBox: `0 0 ${width} ${height}`, 'font-family': face },
    [ground, ...written, body].join('\n'),
  );
  return { svg, width, height };
}

/** The picture in pixels. Rejects where the browser cannot paint it. */
export async function toPng({ svg, width, height }: Picture): Promise<Blob> {
  const scale = Math.min(SCALE, MOST_SIDE / Math.max(width, height), Math.sqrt(MOST_PIXELS / (width * height)));
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  canvas.getContext('2d')?.drawImage(image, 0, 0, canvas.width, canvas.height);
  return new Promise((resolve, reject) => {
    canvas.toBlob(
      (blob) => (blob ? resolve(blob) : reject(new Error('The browser did not paint the picture'))),
      'image/png',
    );
  });
}
