/** File systems take names of 255 bytes; a prefix and an ending of ours go with what is kept of one. */
const LONGEST_BYTES = 200;

/** The end of a file's name that fits into a name of ours: whole characters, none that a terminal would obey. */
export function shortName(name: string): string {
  let short = '';
  for (const character of [...name.replace(/\p{Cc}/gu, ' ')].reverse()) {
    if (Buffer.byteLength(character + short) > LONGEST_BYTES) break;
    short = character + short;
  }
  return short;
}
