import type { ReadableDatabase, WritableDatabase } from '../../engine/sqlite/connection.ts';
import { restampTexts } from '../../store/stamps.ts';

const nameTables = ['sites', 'lines', 'shifts', 'operators', 'units', 'defect_reasons', 'downtime_reasons'] as const;
export type NameTable = (typeof nameTables)[number];

/** Texts with their keys, as plain data that can travel between threads. */
export interface Texts {
  names: [table: NameTable, key: number, name: string][];
  items: [key: number, code: string, name: string | null][];
}

/** All texts that the store has given keys. */
export function readTexts(live: ReadableDatabase): Texts {
  return {
    names: nameTables.flatMap((table) =>
      live
        .rows(`SELECT id, name FROM ${table}`)
        .map(([id, name]): Texts['names'][number] => [table, Number(id), String(name)]),
    ),
    items: live
      .rows('SELECT id, code, name FROM items')
      .map(([id, code, name]) => [Number(id), String(code), name == null ? null : String(name)]),
  };
}

/** Writes texts that are new, and items whose name is; belongs in the transaction that writes the records. */
export function saveTexts(live: WritableDatabase, { names, items }: Texts): void {
  let changed = names.length;
  for (const [table, id, name] of names) live.run(`INSERT INTO ${table} (id, name) VALUES (@id, @name)`, { id, name });
  for (const [id, code, name] of items) {
    changed += live.run(
      `INSERT INTO items (id, code, name) VALUES (@id, @code, @name)
       ON CONFLICT (id) DO UPDATE SET name = excluded.name WHERE name IS NOT excluded.name`,
      { id, code, name },
    );
  }
  if (changed > 0) restampTexts(live);
}

/** Gives every text its key: the one it has, or the next. What is new reaches the store only with `takeNew`. */
export class Dictionary {
  readonly #keys = new Map<NameTable, Map<string, number>>(nameTables.map((table) => [table, new Map()]));
  /** The largest key of each dictionary: their number would be less where another program removed one. */
  readonly #lastKeys = new Map<NameTable | 'items', number>();
  /** The way back, by key. */
  readonly #texts = new Map<NameTable, string[]>(nameTables.map((table) => [table, []]));
  readonly #itemCodes: string[] = [];
  readonly #items = new Map<string, number>();
  readonly #itemNames = new Map<number, string>();
  #newNames: Texts['names'] = [];
  readonly #changedItems = new Map<number, string>();

  constructor(texts: Texts) {
    for (const [table, key, name] of texts.names) {
      this.#learn(table, key, name);
      this.#note(table, key);
    }
    for (const [key, code, name] of texts.items) {
      this.#note('items', key);
      this.#learnItem(key, code);
      if (name !== null) this.#itemNames.set(key, name);
    }
  }

  /** Key of a text in one of the dictionaries, 0 for none. */
  key(table: NameTable, text: string | null): number {
    if (text === null) return 0;
    const keys = this.#keys.get(table);
    const known = keys?.get(text);
    if (known !== undefined || !keys) return known ?? 0;
    const next = this.#nextKey(table);
    this.#learn(table, next, text);
    this.#newNames.push([table, next, text]);
    return next;
  }

  /** Key of an item, 0 for none; a name other than the one it has replaces it. */
  itemKey(code: string | null, name: string | null): number {
    if (code === null) return 0;
    let key = this.#items.get(code);
    if (key === undefined) {
      key = this.#nextKey('items');
      this.#learnItem(key, code);
      this.#changedItems.set(key, code);
    }
    if (name !== null && this.#itemNames.get(key) !== name) {
      this.#itemNames.set(key, name);
      this.#changedItems.set(key, code);
    }
    return key;
  }

  /** The text that has a key; null for a key that none has. */
  text(table: NameTable, key: number): string | null {
    return this.#texts.get(table)?.[key] ?? null;
  }

  /** Code and newest name of an item; null for what it has not. */
  itemTexts(key: number): [code: string | null, name: string | null] {
    return [this.#itemCodes[key] ?? null, this.itemName(key)];
  }

  /** The newest name of an item; null when it has none. */
  itemName(key: number): string | null {
    return this.#itemNames.get(key) ?? null;
  }

  /** What is new since it was asked last. */
  takeNew(): Texts {
    const items = [...this.#changedItems].map(([key, code]): Texts['items'][number] => [
      key,
      code,
      this.#itemNames.get(key) ?? null,
    ]);
    const names = this.#newNames;
    this.#newNames = [];
    this.#changedItems.clear();
    return { names, items };
  }

  #learn(table: NameTable, key: number, name: string): void {
    this.#keys.get(table)?.set(name, key);
    const texts = this.#texts.get(table);
    if (texts) texts[key] = name;
  }

  #learnItem(key: number, code: string): void {
    this.#items.set(code, key);
    this.#itemCodes[key] = code;
  }

  #note(table: NameTable | 'items', key: number): void {
    this.#lastKeys.set(table, Math.max(key, this.#lastKeys.get(table) ?? 0));
  }

  #nextKey(table: NameTable | 'items'): number {
    const key = (this.#lastKeys.get(table) ?? 0) + 1;
    this.#lastKeys.set(table, key);
    return key;
  }
}
