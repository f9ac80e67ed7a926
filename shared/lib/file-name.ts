/** Names that a file can have on every system. */

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const UNFIT = /[\\/:*?"<>|\u0000-\u001f\u007f]/g;
const EDGES = /^[\s.]+|[\s.]+$/g;
/** What Windows takes for a device, whatever the ending. */
const DEVICE = /^(con|prn|aux|nul|conin\$|conout\$|(com|lpt)[\d¹²³])(?=\.|$| +\.)/i;

/** The most that a name may have on the disks in use, bytes in UTF-8. */
export const MOST_NAME_BYTES = 255;

/** A text as the name of a file, or part of one, cut to so many bytes between letters; empty where nothing of it can stand in a name. */
export function fitFileName(text: string, mostBytes: number): string {
  const fit = text.toWellFormed().replaceAll(UNFIT, '-').replaceAll(EDGES, '').replace(DEVICE, '_$1');
  return cutToBytes(fit, mostBytes).replaceAll(EDGES, '');
}

function cutToBytes(text: string, most: number): string {
  let cut = '';
  let bytes = 0;
  for (const letter of text) {
    bytes += bytesOf(letter);
    if (bytes > most) break;
    cut += letter;
  }
  return cut;
}

/** How many bytes a text has in UTF-8 (RFC 3629). */
export function bytesOf(text: string): number {
  let bytes = 0;
  for (const letter of text) {
    const point = letter.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4;
  }
  return bytes;
}
