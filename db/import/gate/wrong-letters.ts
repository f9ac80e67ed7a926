/**
 * Names whose letters were written in another encoding than the file is read in, as where a file was put together of several:
 * 'GrÃ¶ÃŸe' is 'Größe' in UTF-8, read as Western. Bytes are letters in nearly every encoding, so nothing stops such a file; but
 * 1. what is UTF-8 throughout is hardly ever anything else;
 * 2. what is Korean syllables throughout, and in Western letters has signs within its words, is no Western name.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import type { Encoding } from '../../../shared/import/encodings.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import type { Dictionary, NameTable } from '../dictionary.ts';
import { keyPlace, type StagedRow } from '../staged-row.ts';

const named = [
  ['sites', keyPlace.site_id],
  ['lines', keyPlace.line_id],
  ['shifts', keyPlace.shift_id],
  ['operators', keyPlace.operator_id],
  ['units', keyPlace.unit_id],
] as const satisfies [NameTable, number][];

const eastAsian: ReadonlySet<Encoding> = new Set(['cp949', 'shift_jis', 'gb18030', 'big5']);
const BEYOND_ASCII = /[^\0-\x7f]/;
/** Two such letters of East Asia can look like UTF-8 of two bytes, three hardly ever like one of three. */
const OF_THREE_BYTES = /[\u0800-\uffff]/;
const LETTERS_ONLY = /^[\0-\x7f\p{L}\p{M}\p{N}\p{P}\p{S}\p{Zs}]*$/u;
const SYLLABLES = /^[\0-\x7f가-힣]*[가-힣]{2}[\0-\x7f가-힣]*$/;
const SIGN = /[\u00a1-\u00bf×÷]/;
/** Rows of which it is kept what they say. */
const MEANINGS_KEPT = 100;

/** What a text says that was read in this encoding and is written in another; null where nothing tells that it is. */
export function meantBy(text: string, encoding: Encoding): string | null {
  if (encoding.startsWith('utf') || !BEYOND_ASCII.test(text)) return null;
  const bytes = iconv.encode(text, encoding);
  if (isUtf8(bytes)) {
    const meant = bytes.toString('utf8');
    const isTold = (eastAsian.has(encoding) ? OF_THREE_BYTES : BEYOND_ASCII).test(meant);
    return isTold && LETTERS_ONLY.test(meant) ? meant : null;
  }
  if (eastAsian.has(encoding) || !SIGN.test(text)) return null;
  const korean = iconv.decode(bytes, 'cp949');
  return SYLLABLES.test(korean) ? korean : null;
}

/** Rows with such names. */
export class LetterWatch {
  readonly found: number[] = [];
  /** Of the first of them, what the name says. */
  readonly meant: [id: number, text: string][] = [];
  readonly #dictionary: Dictionary;
  readonly #encoding: Encoding;
  /** By key, for each of the tables and then the items; null for a name that is as it should be. */
  readonly #known = Array.from({ length: named.length + 1 }, () => [] as (string | null)[]);

  constructor(profile: ImportProfile, dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#encoding = profile.encoding;
  }

  see({ keys }: StagedRow, id: number): void {
    for (let at = 0; at <= named.length; at += 1) {
      const key = keys[named[at]?.[1] ?? keyPlace.item_id] as number;
      if (key === 0) continue;
      const known = this.#known[at] as (string | null)[];
      const meant = known[key] === undefined ? this.#learn(known, at, key) : (known[key] as string | null);
      if (meant === null) continue;
      this.found.push(id);
      if (this.meant.length < MEANINGS_KEPT) this.meant.push([id, meant]);
      return;
    }
  }

  #learn(known: (string | null)[], at: number, key: number): string | null {
    const table = named[at]?.[0];
    const names = table ? [this.#dictionary.text(table, key)] : this.#dictionary.itemTexts(key);
    const meant = names.flatMap((name) => (name === null ? [] : (meantBy(name, this.#encoding) ?? []))).at(0) ?? null;
    known[key] = meant;
    return meant;
  }
}

/** A watch for files of which the letters are a guess, or were chosen; null where UTF-8 tells itself. */
export function createLetterWatch(profile: ImportProfile | null, dictionary: Dictionary): LetterWatch | null {
  return profile === null || profile.encoding.startsWith('utf') ? null : new LetterWatch(profile, dictionary);
}
