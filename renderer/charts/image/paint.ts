/**
 * What a part of the window shows, as SVG that any program draws: charts are taken as they are with their styles written out, and
 * tables, legends and titles around them are drawn where the browser laid them out.
 *
 * 1. Positions come from the browser: boxes of elements, boxes of words. Nothing is laid out again.
 * 2. What is cut off on the screen because it scrolls is drawn in full: for as long as it is painted, it is as long as what is in it, and what
 *    sticks to its edges stands where it belongs. What is cut with an ellipsis stays so.
 * 3. What is for a moment or for assistive technology only is left out: readouts, buttons that are icons alone.
 */
import { resolveColour } from './colours.ts';
import { element, escaped, px } from './svg-text.ts';

export interface Painted {
  /** The marks, from 0, 0. */
  marks: string;
  width: number;
  height: number;
}

interface Origin {
  left: number;
  top: number;
}

const LEFT_OUT = '.visually-hidden, [data-picture="none"], [role="status"], .mantine-Select-root, title';
const svgStyles = [
  ...['fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin'],
  ...['stroke-linecap', 'opacity', 'font-size', 'font-weight', 'text-anchor', 'visibility'],
] as const;
const colourStyles: readonly string[] = ['fill', 'stroke'];

/** Paints an element with all that is in it. */
export function paint(root: HTMLElement): Painted {
  const layOutAsBefore = unroll(root);
  try {
    const box = root.getBoundingClientRect();
    const extent = { right: 0, bottom: 0 };
    const { paddingLeft, paddingTop } = getComputedStyle(root);
    const [inset, head] = [Number.parseFloat(paddingLeft), Number.parseFloat(paddingTop)];
    const marks = paintIn(root, { left: box.left + inset, top: box.top + head }, extent);
    return { marks: marks.join('\n'), width: Math.ceil(extent.right), height: Math.ceil(extent.bottom) };
  } finally {
    layOutAsBefore();
  }
}

/** Lays out in full what scrolls, and returns what takes that back; the browser shows nothing of it in between. */
function unroll(root: HTMLElement): () => void {
  const parts = [root, ...root.querySelectorAll<HTMLElement>('*')].filter((part) => part instanceof HTMLElement);
  const changed = parts.flatMap((part) => {
    const { overflowY, overflowX, position } = getComputedStyle(part);
    const scrolls = [overflowX, overflowY].some((overflow) => overflow === 'auto' || overflow === 'scroll');
    const isCut = scrolls && (part.scrollHeight > part.clientHeight || part.scrollLeft > 0);
    const style: Partial<CSSStyleDeclaration> = {
      ...(isCut ? { overflow: 'visible', height: 'auto', maxHeight: 'none', flex: 'none' } : {}),
      ...(position === 'sticky' ? { position: 'static' } : {}),
    };
    return Object.keys(style).length === 0 ? [] : { part, style, before: part.getAttribute('style') ?? '' };
  });
  const scrolled = changed.map(({ part }) => ({ part, left: part.scrollLeft, top: part.scrollTop }));
  for (const { part, style } of changed) Object.assign(part.style, style);
  return () => {
    for (const { part, before } of changed) part.setAttribute('style', before);
    for (const { part, left, top } of scrolled) part.scrollTo({ left, top, behavior: 'instant' });
  };
}

type Extent = { right: number; bottom: number };

function reach(extent: Extent, box: DOMRect, { left, top }: Origin): void {
  extent.right = Math.max(extent.right, box.right - left);
  extent.bottom = Math.max(extent.bottom, box.bottom - top);
}

function paintIn(part: Element, origin: Origin, extent: Extent): string[] {
  if (part.matches(LEFT_OUT)) return [];
  const style = getComputedStyle(part);
  if (style.display === 'none' || style.visibility === 'hidden' || style.opacity === '0') return [];
  const box = part.getBoundingClientRect();
  if (part instanceof SVGSVGElement) {
    reach(extent, box, origin);
    return [paintSvg(part, box, origin)];
  }
  const ground = paintBox(box, style, origin);
  const inner = [...part.childNodes].flatMap((child) => {
    if (child instanceof Element) return paintIn(child, origin, extent);
    return child instanceof Text ? paintText(child, part, style, origin) : [];
  });
  if (ground.length > 0 || [...part.childNodes].some((child) => child instanceof Text)) reach(extent, box, origin);
  return [...ground, ...inner];
}

/** A chart with what the style sheets say of its marks written into them. */
function paintSvg(svg: SVGSVGElement, box: DOMRect, { left, top }: Origin): string {
  const copy = svg.cloneNode(true) as SVGSVGElement;
  const originals = [svg, ...svg.querySelectorAll('*')];
  const copies = [copy, ...copy.querySelectorAll('*')];
  copies.forEach((each, at) => {
    const original = originals[at];
    if (original) writeStyles(each, getComputedStyle(original));
  });
  for (const hint of copy.querySelectorAll('title, desc')) hint.remove();
  copy.setAttribute('x', String(px(box.left - left)));
  copy.setAttribute('y', String(px(box.top - top)));
  copy.setAttribute('width', String(px(box.width)));
  copy.setAttribute('height', String(px(box.height)));
  copy.setAttribute('overflow', 'visible');
  return new XMLSerializer().serializeToString(copy);
}

function writeStyles(mark: Element, style: CSSStyleDeclaration): void {
  for (const name of ['class', 'style', 'tabindex', 'role', 'aria-label', 'aria-hidden']) mark.removeAttribute(name);
  for (const name of [...mark.getAttributeNames()].filter((each) => each.startsWith('data-')))
    mark.removeAttribute(name);
  for (const name of svgStyles) {
    const value = style.getPropertyValue(name);
    if (value === '' || value === 'normal') continue;
    if (!colourStyles.includes(name) || value === 'none' || value.startsWith('url(')) mark.setAttribute(name, value);
    else {
      const { hex, alpha } = resolveColour(value);
      mark.setAttribute(name, hex);
      if (alpha < 1) mark.setAttribute(`${name}-opacity`, String(alpha));
    }
  }
}

/** The ground and the edges of an element. */
function paintBox(box: DOMRect, style: CSSStyleDeclaration, origin: Origin): string[] {
  const [x, y] = [px(box.left - origin.left), px(box.top - origin.top)];
  const ground = resolveColour(style.backgroundColor);
  const marks: string[] = [];
  if (ground.alpha > 0 && box.width > 0 && box.height > 0) {
    const rx = Number.parseFloat(style.borderTopLeftRadius) || undefined;
    const size = { x, y, width: px(box.width), height: px(box.height), rx };
    marks.push(
      element('rect', { ...size, fill: ground.hex, 'fill-opacity': ground.alpha < 1 ? ground.alpha : undefined }),
    );
  }
  const [right, bottom] = [px(x + box.width), px(y + box.height)];
  const edges = [
    { side: 'top', x1: x, y1: y, x2: right, y2: y },
    { side: 'bottom', x1: x, y1: bottom, x2: right, y2: bottom },
    { side: 'left', x1: x, y1: y, x2: x, y2: bottom },
    { side: 'right', x1: right, y1: y, x2: right, y2: bottom },
  ];
  for (const { side, ...line } of edges) {
    const width = Number.parseFloat(style.getPropertyValue(`border-${side}-width`));
    const colour = resolveColour(style.getPropertyValue(`border-${side}-color`));
    if (width > 0 && colour.alpha > 0) {
      marks.push(
        element('line', { ...line, stroke: colour.hex, 'stroke-width': width, 'stroke-opacity': colour.alpha }),
      );
    }
  }
  return marks;
}

/** Words where the browser put them, a text for each line. */
function paintText(node: Text, part: Element, style: CSSStyleDeclaration, origin: Origin): string[] {
  const range = document.createRange();
  const lines: { text: string; box: DOMRect }[] = [];
  for (const { 0: word, index } of node.data.matchAll(/\S+/g)) {
    range.setStart(node, index);
    range.setEnd(node, index + word.length);
    const box = range.getBoundingClientRect();
    const last = lines.at(-1);
    if (last && Math.abs(last.box.top - box.top) < 2) last.text += ` ${word}`;
    else if (box.width > 0) lines.push({ text: word, box });
  }
  const { hex, alpha } = resolveColour(style.color);
  const measure = textMeasure(style);
  return lines.map(({ text, box }) =>
    element(
      'text',
      {
        x: px(box.left - origin.left),
        y: px(box.bottom - origin.top - measure(text).fontBoundingBoxDescent),
        'font-size': style.fontSize,
        'font-weight': style.fontWeight === '400' ? undefined : style.fontWeight,
        fill: hex,
        'fill-opacity': alpha < 1 ? alpha : undefined,
      },
      escaped(cutAsShown(text, box, part, (words) => measure(words).width)),
    ),
  );
}

export function textMeasure({ font }: { font: string }): (text: string) => TextMetrics {
  const context = document.createElement('canvas').getContext('2d');
  if (!context) throw new Error('The browser does not paint');
  context.font = font;
  return (text) => context.measureText(text);
}

/** A text that is cut with an ellipsis on the screen is cut so here. */
function cutAsShown(text: string, { left }: DOMRect, part: Element, widthOf: (text: string) => number): string {
  const cutting = ellipsisOver(part);
  if (cutting === null || cutting.scrollWidth <= cutting.clientWidth) return text;
  const room = cutting.getBoundingClientRect().right - Number.parseFloat(getComputedStyle(cutting).paddingRight) - left;
  if (widthOf(text) <= room + 1) return text;
  let kept = text;
  while (kept !== '' && widthOf(`${kept}…`) > room) kept = kept.slice(0, -1);
  return `${kept.trimEnd()}…`;
}

function ellipsisOver(part: Element): Element | null {
  let each: Element | null = part;
  for (let levels = 0; each && levels < 3; levels++, each = each.parentElement) {
    if (getComputedStyle(each).textOverflow === 'ellipsis') return each;
  }
  return null;
}
