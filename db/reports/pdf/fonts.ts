import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

/** The names by which a page asks for its fonts. */
export const BODY = 'body';
export const STRONG = 'strong';

const FONTS = '@expo-google-fonts/noto-sans-kr';
/**
 * Tables of a font that move and join letters. Numbers and syllables that are written as one letter need none of it, and looking
 * them up for each word takes most of the time of a page.
 */
const SHAPING = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'kern'];
const DIRECTORY_HEAD = 12;
const DIRECTORY_ENTRY = 16;

/** The fonts, Latin and Korean letters in one, found through their package on every host and without what shapes words. */
export function readFonts(): Record<typeof BODY | typeof STRONG, Buffer> {
  const folder = dirname(createRequire(import.meta.url).resolve(`${FONTS}/package.json`));
  return {
    [BODY]: withoutShaping(readFileSync(join(folder, '400Regular', 'NotoSansKR_400Regular.ttf'))),
    [STRONG]: withoutShaping(readFileSync(join(folder, '600SemiBold', 'NotoSansKR_600SemiBold.ttf'))),
  };
}

/** Gives tables another name in the font's own directory (OpenType, 'Table directory'), so that nobody finds them. */
function withoutShaping(font: Buffer): Buffer {
  const tables = font.readUInt16BE(4);
  for (let at = DIRECTORY_HEAD; at < DIRECTORY_HEAD + tables * DIRECTORY_ENTRY; at += DIRECTORY_ENTRY)
    if (SHAPING.includes(font.toString('latin1', at, at + 4))) font.write('none', at, 'latin1');
  return font;
}
