/**
 * The view that a report file carries: of a workbook in its properties, of a PDF in what it says of itself. Only so much of a file is
 * read as that takes, however large it is, and what it says is believed no more than an address that somebody typed.
 */
import type { ViewAddress } from '../../shared/contract/reports.ts';
import { VIEW_MARK, viewOfMark } from '../../shared/domain/view-mark.ts';

/** A PDF says what it is at its end, before the list of its objects. */
const PDF_TAIL = 1_000_000;
/** The directory of an archive ends with a head of 22 bytes and a remark of 64 KB at most. */
const ZIP_TAIL = 22 + 65_535;
const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const MOST_DIRECTORY = 1_000_000;
const MOST_PROPERTIES = 200_000;
const PROPERTIES = 'docProps/custom.xml';

/** The view to open for a file; null for any that is no report of ours. */
export async function viewInFile(file: Pick<File, 'name' | 'size' | 'slice'>): Promise<ViewAddress | null> {
  const name = file.name.toLowerCase();
  try {
    if (name.endsWith('.pdf')) return viewOfMark(pieceOfPdf(await textFrom(file, file.size - PDF_TAIL)));
    if (name.endsWith('.xlsx')) return viewOfMark(piecesOfXml(await propertiesOf(file)));
  } catch {
    return null; // a file that is damaged is for the import to tell of
  }
  return null;
}

async function textFrom(file: Pick<File, 'slice'>, from: number): Promise<string> {
  return new TextDecoder('latin1').decode(await file.slice(Math.max(0, from)).arrayBuffer());
}

/** The mark stands where it is named, or in an object of its own. */
function pieceOfPdf(text: string): string[] {
  const [, mark, object] = new RegExp(`/${VIEW_MARK} ?(?:\\(([^()\\\\]*)\\)|(\\d+) 0 R)`).exec(text) ?? [];
  const apart = object && new RegExp(`[\r\n]${object} 0 obj\\s*\\(([^()\\\\]*)\\)`).exec(text)?.[1];
  const found = mark ?? apart;
  return found ? [found] : [];
}

function piecesOfXml(xml: string): string[] {
  const found = xml.matchAll(new RegExp(`name="${VIEW_MARK}(\\d+)"[^>]*>\\s*<[\\w:]*lpwstr>([^<]*)<`, 'g'));
  return [...found].sort(([, a], [, b]) => Number(a) - Number(b)).map(([, , piece = '']) => piece);
}

/** The properties within a workbook, as XML; empty where it has none. */
async function propertiesOf(file: Pick<File, 'size' | 'slice'>): Promise<string> {
  const bytes = async (from: number, to: number) => new DataView(await file.slice(Math.max(0, from), to).arrayBuffer());
  const tail = await bytes(file.size - ZIP_TAIL, file.size);
  let end = tail.byteLength - 22;
  while (end >= 0 && tail.getUint32(end, true) !== DIRECTORY_END) end--;
  if (end < 0) return '';
  const [length, start] = [tail.getUint32(end + 12, true), tail.getUint32(end + 16, true)];
  if (length > MOST_DIRECTORY) return '';
  const entry = findEntry(await bytes(start, start + length));
  if (!entry || entry.packed > MOST_PROPERTIES) return '';
  const head = await bytes(entry.at, entry.at + 30);
  const content = entry.at + 30 + head.getUint16(26, true) + head.getUint16(28, true);
  const packed = file.slice(content, content + entry.packed);
  if (!entry.isDeflated) return packed.text();
  return textOf(packed.stream().pipeThrough(new DecompressionStream('deflate-raw')));
}

interface Entry {
  /** Where its head begins, bytes. */
  at: number;
  packed: number;
  isDeflated: boolean;
}

function findEntry(directory: DataView): Entry | null {
  for (let at = 0; at + 46 <= directory.byteLength && directory.getUint32(at, true) === DIRECTORY_ENTRY; ) {
    const name = directory.getUint16(at + 28, true);
    const rest = directory.getUint16(at + 30, true) + directory.getUint16(at + 32, true);
    if (new TextDecoder().decode(directory.buffer.slice(at + 46, at + 46 + name)) === PROPERTIES) {
      return {
        at: directory.getUint32(at + 42, true),
        packed: directory.getUint32(at + 20, true),
        isDeflated: directory.getUint16(at + 10, true) !== 0,
      };
    }
    at += 46 + name + rest;
  }
  return null;
}

/** Unpacked text, as far as properties can be long: a small file may unpack into any amount. */
async function textOf(stream: ReadableStream<Uint8Array>): Promise<string> {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = '';
  while (text.length < MOST_PROPERTIES) {
    const { done, value } = await reader.read();
    if (done) return text;
    text += decoder.decode(value, { stream: true });
  }
  await reader.cancel();
  return '';
}
