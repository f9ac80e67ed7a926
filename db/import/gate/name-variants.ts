/**
 * New names that are almost those of others: the same but for case, blanks and full-width letters, or but for one letter.
 * 1. Digits are never taken for slips: Line 1 and Line 2 are two lines.
 * 2. One letter counts within a word of five letters (four syllables), in the name that is rarer by ten times; shorter words
 *    differ by a letter as they differ by a digit.
 */

export interface CountedName {
  text: string;
  /** Rows of the file that have it. */
  rows: number;
  /** The store had it before this file. */
  isKnown: boolean;
}

export interface NameVariant {
  text: string;
  like: string;
  rows: number;
}

const RARER = 10;
/** With more new names than this they are a list of codes, in which neighbours are alike. */
const MOST_NEW_NAMES = 5_000;
const LONG_WORD = /\p{Script=Hangul}{4,}|[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]{4,}|\p{L}{5,}/gu;

/** The variants among the names of one kind (lines, or items), in order of rows. */
export function nameVariants(names: readonly CountedName[]): NameVariant[] {
  const fresh = names.filter(({ isKnown, rows }) => !isKnown && rows > 0);
  if (fresh.length === 0) return [];
  const found = new Map<string, NameVariant>();
  const take = (name: CountedName, like: CountedName) => {
    if (!found.has(name.text)) found.set(name.text, { text: name.text, like: like.text, rows: name.rows });
  };
  for (const [name, like] of sameButForWriting(names, fresh)) take(name, like);
  if (fresh.length <= MOST_NEW_NAMES) for (const [name, like] of sameButForOneLetter(names, fresh)) take(name, like);
  return [...found.values()].sort((a, b) => b.rows - a.rows);
}

function plain(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/(?<!\d)\s+|\s+(?!\d)/g, '');
}

function sameButForWriting(names: readonly CountedName[], fresh: readonly CountedName[]): [CountedName, CountedName][] {
  const wanted = new Map<string, CountedName[]>(fresh.map(({ text }) => [plain(text), []]));
  for (const name of names) wanted.get(plain(name.text))?.push(name);
  return [...wanted.values()].flatMap((alike) => {
    const [usual, ...others] = alike.toSorted((a, b) => Number(b.isKnown) - Number(a.isKnown) || b.rows - a.rows);
    return usual
      ? others
          .filter(({ isKnown, rows }) => !isKnown && rows > 0)
          .map((name) => [name, usual] as [CountedName, CountedName])
      : [];
  });
}

function sameButForOneLetter(
  names: readonly CountedName[],
  fresh: readonly CountedName[],
): [CountedName, CountedName][] {
  const near = new Map<string, CountedName[]>();
  for (const name of fresh) {
    for (const key of nearby(name.text)) {
      const there = near.get(key);
      if (there) there.push(name);
      else near.set(key, [name]);
    }
  }
  return names.flatMap((like) =>
    nearby(like.text).flatMap((key) =>
      (near.get(key) ?? [])
        .filter((name) => name !== like && (like.isKnown || name.rows * RARER <= like.rows))
        .map((name): [CountedName, CountedName] => [name, like]),
    ),
  );
}

/** A name, and what it is without one letter of a long word: two names that share one of them differ by one letter at most. */
function nearby(text: string): string[] {
  const name = plain(text);
  const keys = [name];
  for (const { 0: word, index } of name.matchAll(LONG_WORD)) {
    for (let at = index; at < index + word.length; at += 1) keys.push(`${name.slice(0, at)}\0${name.slice(at + 1)}`);
  }
  return keys;
}
