/** The text of a PDF's pages, read another way than it was written: by its objects and the letters that its fonts say they hold. */
import { inflateSync } from 'node:zlib';

/** The text of each page, in the order in which it is drawn. */
export function pdfPages(file: Buffer): string[] {
  const objects = objectsOf(file.toString('latin1'));
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b/.test(object))
    .map((page) => textOfPage(page, objects));
}

/** What draws each page: the operators of its content, lines and text alike. */
export function pdfDrawing(file: Buffer): string[] {
  const objects = objectsOf(file.toString('latin1'));
  return [...objects.values()]
    .filter((object) => /\/Type \/Page\b/.test(object))
    .map((page) => drawingOf(page, objects));
}

function drawingOf(page: string, objects: ReadonlyMap<string, string>): string {
  return streamOf(objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? ''));
}

function objectsOf(text: string): Map<string, string> {
  return new Map(
    [...text.matchAll(/(?:^|\n)(\d+) 0 obj\n([\s\S]*?)\nendobj/g)].map(([, id = '', body = '']) => [id, body]),
  );
}

function streamOf(object = ''): string {
  const packed = /stream\r?\n([\s\S]*)\r?\nendstream/.exec(object)?.[1] ?? '';
  const bytes = Buffer.from(packed, 'latin1');
  return (object.includes('/FlateDecode') ? inflateSync(bytes) : bytes).toString('latin1');
}

function textOfPage(page: string, objects: ReadonlyMap<string, string>): string {
  const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? page;
  const fonts = new Map(
    [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => {
      const unicode = /\/ToUnicode (\d+) 0 R/.exec(objects.get(id) ?? '')?.[1] ?? '';
      return [name, lettersOf(streamOf(objects.get(unicode)))];
    }),
  );
  const drawn = drawingOf(page, objects);
  let letters = new Map<string, string>();
  let text = '';
  for (const [, font, glyphs] of drawn.matchAll(/\/(F\d+) [\d.]+ Tf|\[([^\]]*)\] TJ/g)) {
    if (font !== undefined) letters = fonts.get(font) ?? letters;
    for (const [, hex = ''] of (glyphs ?? '').matchAll(/<([0-9a-f]+)>/gi))
      for (const glyph of hex.match(/.{4}/g) ?? []) text += letters.get(glyph.toLowerCase()) ?? '?';
  }
  return text;
}

/** Glyphs and the letters they stand for, by a font's own table. */
function lettersOf(table: string): Map<string, string> {
  const letters = new Map<string, string>();
  for (const [, from = '', listed = ''] of table.matchAll(/<([0-9a-f]+)> <[0-9a-f]+> \[([^\]]*)\]/gi)) {
    for (const [at, [, hex = '']] of [...listed.matchAll(/<([0-9a-f]*)>/gi)].entries()) {
      const glyph = (Number.parseInt(from, 16) + at).toString(16).padStart(4, '0');
      letters.set(glyph, Buffer.from(hex, 'hex').swap16().toString('utf16le'));
    }
  }
  return letters;
}
