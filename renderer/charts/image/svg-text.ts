/** Pieces of SVG as text. Pure. */

/** Text that stands in markup as it is. */
export function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}

/** An element; attributes without a value are left out. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | number | undefined>>,
  inner = '',
): string {
  const written = Object.entries(attributes)
    .flatMap(([key, value]) => (value === undefined ? [] : `${key}="${escaped(String(value))}"`))
    .join(' ');
  return inner === '' ? `<${name} ${written}/>` : `<${name} ${written}>${inner}</${name}>`;
}

/** A number of pixels with no more digits than can be seen. */
export function px(value: number): number {
  return Math.round(value * 100) / 100;
}

/** Words on as many lines as they need in so much room; a word that is wider alone has a line of its own. */
export function wrapped(text: string, room: number, widthOf: (text: string) => number): string[] {
  const lines: string[] = [];
  for (const word of text.split(/\s+/).filter((each) => each !== '')) {
    const last = lines.at(-1);
    if (last !== undefined && widthOf(`${last} ${word}`) <= room) lines[lines.length - 1] = `${last} ${word}`;
    else lines.push(word);
  }
  return lines;
}

/** A name that every system takes for a file: words with hyphens, the ending after it. */
export function fileNameOf(title: string, ending: string): string {
  const words = title
    .normalize('NFC')
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .replace(/^-+|-+$/g, '');
  return `${words.slice(0, 80) || 'chart'}.${ending}`;
}
