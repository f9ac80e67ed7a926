const MOST = 3;
const FIRST_SEEN = 0x20;

/** A delimiter as a person types it: what cannot be seen as its code, such as \x01. */
export function writtenDelimiter(delimiter: string): string {
  return Array.from(delimiter, (letter) => {
    const code = letter.charCodeAt(0);
    return code < FIRST_SEEN ? `\\x${code.toString(16).padStart(2, '0')}` : letter;
  }).join('');
}

/** The delimiter that a person typed: itself, or a code such as \x01 or \t; null for what cannot be one. */
export function typedDelimiter(typed: string): string | null {
  const delimiter = typed
    .replace(/\\x([0-9a-f]{2})/gi, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
    .replaceAll('\\t', '\t');
  const isUsable =
    delimiter !== '' && delimiter.length <= MOST && !/[\r\n"]/.test(delimiter) && !delimiter.includes('\0');
  return isUsable ? delimiter : null;
}
