/**
 * Which bytes are which letters. Marks and UTF-8 tell themselves; what is left is guessed by a detector and shown as a
 * guess, as the bytes of one encoding are nearly always letters in another.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { type Encoding, encodings } from '../../../shared/import/encodings.ts';

export interface DetectedEncoding {
  encoding: Encoding;
  /** What told it; 'bytesOfMany' is a guess, from bytes that could be other letters as well. */
  how: 'mark' | 'zeros' | 'declared' | 'plainLetters' | 'allUtf8' | 'startUtf8' | 'bytesOfMany';
}

/** The detector's names of what ours stand for; an encoding that holds another reads it as well. */
const detectorNames: Record<string, Encoding> = {
  'euc-kr': 'cp949',
  cp949: 'cp949',
  johab: 'cp949',
  shift_jis: 'shift_jis',
  cp932: 'shift_jis',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  gb18030: 'gb18030',
  big5: 'big5',
  'windows-1252': 'windows-1252',
  'iso-8859-1': 'windows-1252',
  'iso8859-15': 'windows-1252',
  'windows-1250': 'windows-1250',
  'iso-8859-2': 'windows-1250',
  'windows-1251': 'windows-1251',
  'windows-1253': 'windows-1253',
  'iso-8859-7': 'windows-1253',
  'windows-1254': 'windows-1254',
  'iso-8859-9': 'windows-1254',
  'windows-1257': 'windows-1257',
  'windows-1258': 'windows-1258',
  'koi8-r': 'koi8-r',
  ibm866: 'cp866',
  ibm850: 'cp850',
  cp850: 'cp850',
};

const LINE_FEED = 10;
/** So much of a file is looked through for letters beyond ASCII: a second of reading at most. */
const BYTES_LOOKED_AT = 128 * 1024 * 1024;
/** Lines with such letters that a detector is shown. */
const BYTES_SHOWN = 64 * 1024;
/** Decodes to this where bytes are no letter. */
const REPLACEMENT = '\uFFFD';

/** The encoding of the text in these chunks; null for what is no text at all. */
export async function detectEncoding(chunks: AsyncIterable<Buffer>): Promise<DetectedEncoding | null> {
  let seen = 0;
  let rest: Buffer = Buffer.alloc(0);
  const telling: Buffer[] = [];
  let told = 0;
  let isWhole = true;
  let declared: Encoding | null = null;
  for await (const chunk of chunks) {
    if (seen === 0) {
      const marked = encodingOfMark(chunk);
      if (marked) return { encoding: marked, how: 'mark' };
      const wide = encodingOfNulls(chunk);
      if (wide) return { encoding: wide, how: 'zeros' };
      declared = declaredIn(chunk);
    }
    if (chunk.includes(0)) return null;
    seen += chunk.length;
    const text = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    const end = text.lastIndexOf(LINE_FEED) + 1 || text.length;
    if (!isAscii(text.subarray(0, end)) && told < BYTES_SHOWN) {
      const lines = tellingLines(text.subarray(0, end), BYTES_SHOWN - told);
      telling.push(lines);
      told += lines.length;
    }
    rest = Buffer.from(text.subarray(end));
    if (seen >= BYTES_LOOKED_AT || told >= BYTES_SHOWN) {
      isWhole = false;
      break;
    }
  }
  if (rest.length > 0 && told < BYTES_SHOWN) telling.push(rest);
  const sample = Buffer.concat(telling);
  if (!isUtf8(sample)) {
    if (declared !== null && isWritten(sample, declared)) return { encoding: declared, how: 'declared' };
    return { encoding: await guessEncoding(sample), how: 'bytesOfMany' };
  }
  if (!isWhole) return { encoding: 'utf-8', how: 'startUtf8' };
  return { encoding: 'utf-8', how: isAscii(sample) ? 'plainLetters' : 'allUtf8' };
}

const DECLARATION = /<\?xml\b[^>]*\bencoding=["']([\w-]+)|<meta\b[^>]*\bcharset=["']?([\w-]+)/i;
/** Names by which documents call what the detector calls otherwise. */
const declaredNames: Record<string, Encoding> = {
  'ks_c_5601-1987': 'cp949',
  'windows-949': 'cp949',
  'windows-31j': 'shift_jis',
  'x-sjis': 'shift_jis',
  'iso-8859-15': 'windows-1252',
};

/** What a page or an XML document says of its letters itself; null where it says nothing that is known. */
function declaredIn(start: Buffer): Encoding | null {
  const beginning = start.toString('latin1', 0, 4_096);
  if (!beginning.trimStart().startsWith('<')) return null;
  const [, xml, page] = DECLARATION.exec(beginning) ?? [];
  const name = (xml ?? page ?? '').toLowerCase();
  return declaredNames[name] ?? detectorNames[name] ?? encodings.find((known) => known === name) ?? null;
}

function encodingOfMark(start: Buffer): Encoding | null {
  if (start[0] === 0xef && start[1] === 0xbb && start[2] === 0xbf) return 'utf-8';
  if (start[0] === 0xff && start[1] === 0xfe) return 'utf-16le';
  if (start[0] === 0xfe && start[1] === 0xff) return 'utf-16be';
  return null;
}

/** Every second byte of a table in UTF-16 is zero, wherever it is delimiters, digits and line breaks. */
function encodingOfNulls(start: Buffer): Encoding | null {
  const looked = start.subarray(0, 4_096);
  const zeros = [0, 0];
  looked.forEach((byte, at) => {
    if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  const many = looked.length / 8;
  if (odd > many && even < odd / 16) return 'utf-16le';
  if (even > many && odd < even / 16) return 'utf-16be';
  return null;
}

function isAscii(bytes: Buffer): boolean {
  for (let at = 0; at < bytes.length; at += 1) if ((bytes[at] ?? 0) > 0x7f) return false;
  return true;
}

/** The lines that hold more than ASCII. */
function tellingLines(text: Buffer, most: number): Buffer {
  const lines: Buffer[] = [];
  let length = 0;
  for (let from = 0; from < text.length && length < most; ) {
    const found = text.indexOf(LINE_FEED, from);
    const end = found < 0 ? text.length : found + 1;
    const line = text.subarray(from, end);
    if (!isAscii(line)) {
      lines.push(line);
      length += line.length;
    }
    from = end;
  }
  return Buffer.concat(lines);
}

/** Of the letters of a table in another encoding hardly one in twenty is such a syllable by chance alone. */
const KOREAN_SHARE = 0.95;

/**
 * What the detector holds likeliest of what we know, and of that the first in which every byte is a letter. Korean is looked
 * for first, as the detector takes syllables that are rare for Chinese.
 */
async function guessEncoding(sample: Buffer): Promise<Encoding> {
  if (isKorean(iconv.decode(sample, 'cp949'))) return 'cp949';
  const { detectAll } = await import('jschardet'); // a tenth of a second and its tables, for the few files that need it
  const names = detectAll(sample).map(({ encoding }) => detectorNames[encoding?.toLowerCase() ?? '']);
  const likely = [...new Set([...names, 'windows-1252' as const, ...encodings])].filter((name) => name !== undefined);
  return likely.find((name) => isWritten(sample, name)) ?? 'windows-1252';
}

function isKorean(text: string): boolean {
  const letters = text.match(/[^\0-\x7f]/g) ?? [];
  const syllables = letters.filter((letter) => letter >= '가' && letter <= '힣');
  return syllables.length >= KOREAN_SHARE * letters.length && 2 * syllables.filter(isCommon).length > syllables.length;
}

/** Whether a syllable is one of the 2,350 that Korean is written with; Japanese read as Korean is made of others. */
function isCommon(syllable: string): boolean {
  return iconv.encode(syllable, 'cp949').every((byte) => byte > 0xa0);
}

const eastAsian: ReadonlySet<Encoding> = new Set(['cp949', 'shift_jis', 'gb18030', 'big5']);

function isWritten(sample: Buffer, encoding: Encoding): boolean {
  if (encoding.startsWith('utf')) return false;
  const text = iconv.decode(sample, encoding);
  return !text.includes(REPLACEMENT) && !(eastAsian.has(encoding) && isWestern(text));
}

/**
 * Whether letters of East Asia stand alone within words of Latin ones, as where the accents of 'Março' are taken for them; the
 * detector prefers those in short tables.
 */
function isWestern(text: string): boolean {
  const alone = text.match(/(?<=[A-Za-z])[^\0-\x7f](?![^\0-\x7f])|(?<![^\0-\x7f])[^\0-\x7f](?=[A-Za-z])/g) ?? [];
  const letters = text.match(/[^\0-\x7f]/g) ?? [];
  return 2 * alone.length > letters.length;
}

/** Text of an encoding as chunks of UTF-8. `onStray` hears once that bytes are no letters of it. */
export async function* toUtf8(
  chunks: AsyncIterable<Buffer>,
  encoding: Encoding,
  onStray: () => void,
): AsyncGenerator<Buffer> {
  const decoder = iconv.getDecoder(encoding, { stripBOM: true });
  const toBytes = (text: string) => {
    // Half of a pair would become a replacement as well, without having been one.
    if (text.includes(REPLACEMENT) || !text.isWellFormed()) onStray();
    return Buffer.from(text, 'utf8');
  };
  let half = '';
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    const text = half + decoder.write(chunk);
    half = endsInHalf(text) ? text.slice(-1) : '';
    const whole = half === '' ? text : text.slice(0, -1);
    if (whole !== '') yield toBytes(whole);
  }
  // The decoder says nothing of the half of a unit at which a file was cut.
  if (encoding.startsWith('utf-16') && length % 2 === 1) onStray();
  const end = half + (decoder.end() ?? '');
  if (end !== '') yield toBytes(end);
}

/** Whether the last letter of a text is one of two units, of which the second has not come yet. */
function endsInHalf(text: string): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last >= 0xd800 && last <= 0xdbff;
}
