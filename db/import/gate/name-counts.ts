import type { TextBytes } from '../rows/row-bytes.ts';
import { totalLabel } from '../shape/total-words.ts';
import type { Dictionary, NameTable } from '../stage/dictionary.ts';
import { keyPlace, type StagedRow } from '../stage/staged-row.ts';

const named = [
  ['sites', keyPlace.site_id],
  ['lines', keyPlace.line_id],
  ['shifts', keyPlace.shift_id],
] as const satisfies [NameTable, number][];

const ITEMS = named.length;

/** How many rows name each line and each item, and which rows call themselves a total. */
export class NameCounts {
  readonly totals: number[] = [];
  readonly #dictionary: Dictionary;
  /** By key, for each of the tables and then the items: 2 for a name that says total, 1 for any other, 0 for one not met yet. */
  readonly #saysTotal = Array.from({ length: ITEMS + 1 }, () => [] as number[]);
  #lines = new Uint32Array(64);
  #items = new Uint32Array(256);

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  see(row: StagedRow, id: number): void {
    const { keys } = row;
    const line = keys[keyPlace.line_id] as number;
    const item = keys[keyPlace.item_id] as number;
    if (line >= this.#lines.length) this.#lines = grown(this.#lines, line);
    if (item >= this.#items.length) this.#items = grown(this.#items, item);
    (this.#lines[line] as number) += 1;
    (this.#items[item] as number) += 1;
    if (this.#isTotal(row)) this.totals.push(id);
  }

  /** Rows of each key, 0 standing for none. */
  rowsOfLines(): Uint32Array {
    return this.#lines;
  }

  rowsOfItems(): Uint32Array {
    return this.#items;
  }

  #isTotal({ keys, lotNumber, orderNumber }: StagedRow): boolean {
    for (let at = 0; at <= ITEMS; at += 1) {
      const key = keys[named[at]?.[1] ?? keyPlace.item_id] as number;
      if (key === 0) continue;
      const known = this.#saysTotal[at] as number[];
      const says = known[key] ?? this.#learn(known, at, key);
      if (says === 2) return true;
    }
    return textSaysTotal(lotNumber) || textSaysTotal(orderNumber);
  }

  #learn(known: number[], at: number, key: number): number {
    const table = named[at]?.[0];
    const names = table ? [this.#dictionary.text(table, key)] : this.#dictionary.itemTexts(key);
    // 'Total care' may be what is made; a line of that name is none.
    const isTotal = (label: ReturnType<typeof totalLabel>) => label === 'is' || (label === 'names' && at !== ITEMS);
    const says = names.some((name) => name !== null && isTotal(totalLabel(name))) ? 2 : 1;
    known[key] = says;
    return says;
  }
}

function textSaysTotal(text: string | TextBytes | null): boolean {
  if (text === null) return false;
  if (typeof text === 'string') {
    const last = text.length - 1;
    return mayTotal(text.charCodeAt(0), text.charCodeAt(1), text.charCodeAt(last)) && totalLabel(text) !== null;
  }
  const { bytes, from, to } = text;
  const mayBe = mayTotal(bytes[from] as number, bytes[from + 1] as number, bytes[to - 1] as number);
  return mayBe && totalLabel(bytes.toString('utf8', from, to)) !== null;
}

/** Of lots and orders nearly every row has another; one with a digit among these characters of it is not worth a look. */
function mayTotal(first: number, second: number, last: number): boolean {
  return !isDigit(first) && !isDigit(second) && !isDigit(last);
}

function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

function grown(counts: Uint32Array<ArrayBuffer>, key: number): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(2 ** Math.ceil(Math.log2(key + 1)));
  larger.set(counts);
  return larger;
}
