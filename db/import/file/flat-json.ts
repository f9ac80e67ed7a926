/**
 * The values of a JSON object (RFC 8259) under the path that leads to each ('size.width'), as they are written: a number never
 * passes through a binary fraction, null is an empty cell, and a list stays JSON.
 */

/** What is wrong with a piece of JSON, in words that follow 'this line cannot be read as JSON:'. */
export class JsonTrouble extends Error {}

const BLANKS = /[ \t\n\r]*/y;
const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = ['true', 'false', 'null'] as const;
const DEEPEST = 100;
const QUOTE = 34;
const BACKSLASH = 92;

/** The values of an object by their paths. Throws JsonTrouble for what is no JSON object, or gives a value twice. */
export function flatObject(text: string): Map<string, string> {
  return plainObject(text) ?? new FlatReader(text).read();
}

const OPENED = /[ \t\n\r]*\{/y;
const PLAIN_MEMBER =
  /[ \t\n\r]*"([^"\\]*)"[ \t\n\r]*:[ \t\n\r]*(?:"([^"\\]*)"|(-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false)|null)[ \t\n\r]*([,}])/y;
const CLOSED = /^[ \t\n\r]*$/;

/**
 * The quick way for what most lines are: keys and values without backslashes, objects or lists within. Null where there is
 * anything else, which the careful way reads or refuses.
 */
function plainObject(text: string): Map<string, string> | null {
  OPENED.lastIndex = 0;
  if (!OPENED.test(text)) return null;
  const values = new Map<string, string>();
  PLAIN_MEMBER.lastIndex = OPENED.lastIndex;
  for (let end = ','; end === ','; ) {
    const found = PLAIN_MEMBER.exec(text);
    if (!found) return null;
    const [whole, key = '', letters, plain] = found;
    if (values.has(key)) return null;
    values.set(key, letters ?? plain ?? '');
    end = whole.at(-1) as string;
    if (end === '}' && !CLOSED.test(text.slice(PLAIN_MEMBER.lastIndex))) return null;
  }
  return values;
}

class FlatReader {
  readonly #values = new Map<string, string>();
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): Map<string, string> {
    this.#blanks();
    if (this.#text[this.#at] !== '{') throw new JsonTrouble('it is no object in braces');
    this.#flatten('');
    this.#blanks();
    if (this.#at < this.#text.length) throw this.#unexpected();
    return this.#values;
  }

  #flatten(prefix: string): void {
    this.#object((key) => {
      const path = prefix + key;
      if (this.#text[this.#at] === '{') {
        this.#flatten(`${path}.`);
        return;
      }
      const value = this.#value();
      if (this.#values.has(path)) throw new JsonTrouble(`it gives '${path}' twice`);
      this.#values.set(path, value);
    });
  }

  /** Reads an object; `member` reads what stands after each key. */
  #object(member: (key: string) => void): void {
    this.#inside('{', '}', () => {
      const key = this.#string();
      this.#blanks();
      this.#expect(':');
      this.#blanks();
      member(key);
    });
  }

  #inside(open: string, close: string, entry: () => void): void {
    this.#depth += 1;
    if (this.#depth > DEEPEST) throw new JsonTrouble(`it is nested more than ${DEEPEST} deep`);
    this.#expect(open);
    this.#blanks();
    if (!this.#take(close)) {
      do {
        this.#blanks();
        entry();
        this.#blanks();
      } while (this.#take(','));
      this.#expect(close);
    }
    this.#depth -= 1;
  }

  /** A value as the text of a cell. */
  #value(): string {
    const from = this.#at;
    const first = this.#text[from];
    if (first === '"') return this.#string();
    if (first === '[') this.#inside('[', ']', () => this.#value());
    else if (first === '{') this.#object(() => this.#value());
    else return this.#plain();
    return this.#text.slice(from, this.#at);
  }

  #plain(): string {
    for (const word of WORDS) {
      if (!this.#text.startsWith(word, this.#at)) continue;
      this.#at += word.length;
      return word === 'null' ? '' : word;
    }
    NUMBER.lastIndex = this.#at;
    const found = NUMBER.exec(this.#text);
    if (!found) throw this.#unexpected();
    this.#at = NUMBER.lastIndex;
    return found[0];
  }

  #string(): string {
    const from = this.#at;
    this.#expect('"');
    let isEscaped = false;
    for (let at = from + 1; at < this.#text.length; at += 1) {
      const code = this.#text.charCodeAt(at);
      if (code === BACKSLASH) {
        isEscaped = true;
        at += 1;
      } else if (code === QUOTE) {
        this.#at = at + 1;
        return isEscaped ? unescaped(this.#text.slice(from, at + 1)) : this.#text.slice(from + 1, at);
      }
    }
    throw new JsonTrouble('a quote is opened in it and never closed');
  }

  #expect(character: string): void {
    if (!this.#take(character)) throw this.#unexpected();
  }

  #take(character: string): boolean {
    if (this.#text[this.#at] !== character) return false;
    this.#at += 1;
    return true;
  }

  #blanks(): void {
    BLANKS.lastIndex = this.#at;
    BLANKS.exec(this.#text);
    this.#at = BLANKS.lastIndex;
  }

  #unexpected(): JsonTrouble {
    const found = this.#text[this.#at];
    if (found === undefined) return new JsonTrouble('it ends before it is complete');
    return new JsonTrouble(`'${found}' stands where JSON has none (character ${this.#at + 1})`);
  }
}

function unescaped(text: string): string {
  try {
    return JSON.parse(text) as string;
  } catch {
    throw new JsonTrouble(`what follows a backslash in ${text.slice(0, 40)} means nothing in JSON`);
  }
}
