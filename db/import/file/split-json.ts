/** JSON text in pieces: the lines of a file, or the objects of a list, each as it is written. */
import { JsonTrouble } from './flat-json.ts';
import { textsOf } from './texts.ts';

export interface JsonPiece {
  text: string;
  /** Why it cannot be read. */
  problem?: string;
}

/** A longer line, or object, is no record of a plant. */
const LONGEST = 1024 * 1024;

/** The lines of UTF-8 text, blank ones too. Throws for bytes that are no UTF-8. */
export async function* linesOfJson(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonPiece> {
  let kept = '';
  for await (const text of textsOf(chunks, stray)) {
    const lines = (kept + text).split('\n');
    kept = lines.pop() ?? '';
    if (kept.length > LONGEST) throw new JsonTrouble('a line of it is longer than a million characters');
    for (const line of lines) yield { text: line.endsWith('\r') ? line.slice(0, -1) : line };
  }
  if (kept !== '') yield { text: kept };
}

/**
 * The objects of a list, or of a text that holds one after the other. Throws JsonTrouble where something else stands between
 * them, or one is not closed.
 */
export async function* objectsOfJson(chunks: AsyncIterable<Buffer>): AsyncGenerator<JsonPiece> {
  const splitter = new ObjectSplitter();
  for await (const text of textsOf(chunks, stray)) yield* splitter.add(text);
  splitter.end();
}

function stray(): never {
  throw new JsonTrouble('it is not UTF-8 text; choose the encoding in which it is written');
}

/** What changes how deep a place is, or whether it stands in a text. */
const TELLING = /["\\{}]/g;
const BETWEEN = /^[\s,]*$/;

class ObjectSplitter {
  #kept = '';
  /** How far of what is kept was looked at. */
  #at = 0;
  #from = -1;
  #depth = 0;
  #isText = false;
  #isList: boolean | null = null;
  #isClosed = false;

  /** Takes more text; gives the objects that are complete. */
  *add(text: string): Generator<JsonPiece> {
    this.#kept += text;
    for (;;) {
      if (this.#from < 0 && !this.#findStart()) return;
      const end = this.#findEnd();
      if (end < 0) {
        if (this.#kept.length - this.#from > LONGEST)
          throw new JsonTrouble('an object of it is longer than a million characters');
        return;
      }
      yield { text: this.#kept.slice(this.#from, end) };
      this.#kept = this.#kept.slice(end);
      this.#at = 0;
      this.#from = -1;
    }
  }

  /** Throws JsonTrouble where something is left open. */
  end(): void {
    if (this.#from >= 0) throw new JsonTrouble('it ends within an object; it was cut short');
    if (this.#isList && !this.#isClosed) throw new JsonTrouble('its list is not closed; it was cut short');
  }

  /** Goes to where the next object begins; false when that has not come yet. */
  #findStart(): boolean {
    this.#from = this.#kept.indexOf('{', this.#at);
    const between = this.#from < 0 ? this.#kept : this.#kept.slice(0, this.#from);
    this.#passBetween(between);
    if (this.#from < 0) {
      this.#kept = '';
      this.#at = 0;
      return false;
    }
    this.#at = this.#from;
    return true;
  }

  /** What stands between objects: commas, and the brackets of the list. */
  #passBetween(text: string): void {
    let rest = text.trim();
    if (this.#isList === null && rest !== '') {
      this.#isList = rest.startsWith('[');
      if (this.#isList) rest = rest.slice(1);
    }
    if (this.#isList && !this.#isClosed && rest.endsWith(']')) {
      this.#isClosed = true;
      rest = rest.slice(0, -1);
    } else if (this.#isClosed && (rest !== '' || this.#from >= 0)) throw new JsonTrouble('more follows after its list');
    if (!BETWEEN.test(rest)) throw new JsonTrouble(`'${rest.trim().slice(0, 40)}' stands between its objects`);
  }

  /** After the brace that closes the object; -1 when that has not come yet. */
  #findEnd(): number {
    TELLING.lastIndex = this.#at;
    for (let found = TELLING.exec(this.#kept); found; found = TELLING.exec(this.#kept)) {
      const [character] = found;
      if (character === '\\') {
        TELLING.lastIndex += 1;
        if (TELLING.lastIndex > this.#kept.length) {
          this.#at = found.index; // what the backslash belongs to is still to come
          return -1;
        }
      } else if (character === '"') this.#isText = !this.#isText;
      else if (!this.#isText) {
        this.#depth += character === '{' ? 1 : -1;
        if (this.#depth === 0) return found.index + 1;
      }
    }
    this.#at = this.#kept.length;
    return -1;
  }
}
