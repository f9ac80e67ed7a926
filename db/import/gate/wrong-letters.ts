/**
 * Names, lots, orders and notes whose letters were written in another encoding than the file is read in, as where a file was put together of several:
 * 'GrÃ¶ÃŸe' is 'Größe' in UTF-8, read as Western. Bytes are letters in nearly every encoding, so nothing stops such a file; but
 * 1. what is UTF-8 throughout is hardly ever anything else;
 * 2. what is Korean syllables throughout, and in Western letters has signs within its words, is no Western name.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Encoding } from '../../../shared/import/encodings.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { TextBytes } from '../rows/row-bytes.ts';
import type { Dictionary, NameTable } from '../stage/dictionary.ts';
import { type KeyedAmount, keyPlace, type StagedRow } from '../stage/staged-row.ts';

const named = [
  ['sites', keyPlace.site_id],
  ['lines', keyPlace.line_id],
  ['shifts', keyPlace.shift_id],
  ['operators', keyPlace.operator_id],
  ['units', keyPlace.unit_id],
] as const satisfies [NameTable, number][];

const eastAsian: ReadonlySet<Encoding> = new Set(['cp949', 'shift_jis', 'gb18030', 'big5']);
const BEYOND_ASCII = /[^\0-\x7f]+/;
/** Two such letters of East Asia can look like UTF-8 of two bytes, three hardly ever like one of three. */
const OF_THREE_BYTES = /[\u0800-\uffff]/;
const LETTERS_ONLY = /^[\0-\x7f\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]*$/u;
const SYLLABLES = /^[\0-\x7f가-힣]*[가-힣]{2}[\0-\x7f가-힣]*$/;
const SIGN = /[\u00a1-\u00bf×÷]/;
/** Rows of which it is kept what they say. */
const MEANINGS_KEPT = 100;

/** What a text says that was read in this encoding and is written in another; null where nothing tells that it is. */
export function meantBy(text: string, encoding: Encoding): string | null {
  const [letters] = BEYOND_ASCII.exec(text) ?? [];
  if (encoding.startsWith('utf') || letters === undefined) return null;
  // Of a long note its first word tells mostly that it is none.
  const bytes = isUtf8(iconv.encode(letters, encoding)) ? iconv.encode(text, encoding) : null;
  if (bytes !== null && isUtf8(bytes)) {
    const meant = bytes.toString('utf8');
    const isTold = (eastAsian.has(encoding) ? OF_THREE_BYTES : BEYOND_ASCII).test(meant);
    return isTold && LETTERS_ONLY.test(meant) ? meant : null;
  }
  if (eastAsian.has(encoding) || !SIGN.test(text)) return null;
  const korean = iconv.decode(iconv.encode(text, encoding), 'cp949');
  return SYLLABLES.test(korean) ? korean : null;
}

/** Rows with such texts. */
export class LetterWatch {
  readonly found: number[] = [];
  /** Of the first of them, what the text says. */
  readonly meant: [id: number, text: string][] = [];
  readonly #dictionary: Dictionary;
  readonly #encoding: Encoding;
  /** By key, what names say that are not as they should be; null for the others. */
  readonly #known = new Map<NameTable | 'items', (string | null)[]>();

  constructor(profile: ImportProfile, dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#encoding = profile.encoding;
  }

  see(row: StagedRow, id: number): void {
    const meant = this.#ofNames(row) ?? this.#ofReasons(row) ?? this.#ofTexts(row);
    if (meant === null) return;
    this.found.push(id);
    if (this.meant.length < MEANINGS_KEPT) this.meant.push([id, meant]);
  }

  #ofNames({ keys }: StagedRow): string | null {
    for (const [table, place] of named) {
      const meant = this.#ofKey(table, keys[place] as number);
      if (meant !== null) return meant;
    }
    return this.#ofKey('items', keys[keyPlace.item_id] as number);
  }

  #ofReasons({ defects, downtimes }: StagedRow): string | null {
    return this.#ofList('defect_reasons', defects) ?? this.#ofList('downtime_reasons', downtimes);
  }

  #ofList(table: NameTable, list: readonly KeyedAmount[]): string | null {
    for (const [key] of list) {
      const meant = this.#ofKey(table, key);
      if (meant !== null) return meant;
    }
    return null;
  }

  #ofTexts({ lotNumber, orderNumber, note }: StagedRow): string | null {
    return this.#ofText(lotNumber) ?? this.#ofText(orderNumber) ?? this.#ofText(note);
  }

  #ofText(text: string | TextBytes | null): string | null {
    if (text === null) return null;
    if (typeof text === 'string') return meantBy(text, this.#encoding);
    return isPlain(text) ? null : meantBy(text.bytes.toString('utf8', text.from, text.to), this.#encoding);
  }

  #ofKey(table: NameTable | 'items', key: number): string | null {
    if (key === 0) return null;
    const known = this.#known.get(table) ?? [];
    if (known.length === 0) this.#known.set(table, known);
    const before = known[key];
    if (before !== undefined) return before;
    const names = table === 'items' ? this.#dictionary.itemTexts(key) : [this.#dictionary.text(table, key)];
    const meant = names.flatMap((name) => (name === null ? [] : (meantBy(name, this.#encoding) ?? []))).at(0) ?? null;
    known[key] = meant;
    return meant;
  }
}

function isPlain({ bytes, from, to }: TextBytes): boolean {
  for (let at = from; at < to; at += 1) if ((bytes[at] as number) > 0x7f) return false;
  return true;
}

/** A watch for files of which the letters are a guess, or were chosen; null where UTF-8 tells itself. */
export function createLetterWatch(profile: ImportProfile | null, dictionary: Dictionary): LetterWatch | null {
  return profile === null || profile.encoding.startsWith('utf') ? null : new LetterWatch(profile, dictionary);
}
