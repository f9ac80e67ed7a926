import type { ReadableDatabase, WritableDatabase } from '../engine/sqlite/connection.ts';

const nameTables = ['sites', 'lines', 'shifts', 'operators', 'units', 'defect_reasons', 'downtime_reasons'] as const;
export type NameTable = (typeof nameTables)[number];

/** Gives every text its key: the one it has, or the next. New texts reach the store only with `save`. */
export class Dictionary {
  readonly #keys = new Map<NameTable | 'items', Map<string, number>>();
  readonly #added = new Map<NameTable | 'items', string[]>();
  readonly #itemNames = new Map<number, string>();
  readonly #changedItemNames = new Map<number, string>();

  constructor(live: ReadableDatabase) {
    for (const table of nameTables) this.#load(table, live.rows(`SELECT id, name FROM ${table}`));
    const items = live.rows('SELECT id, code, name FROM items');
    this.#load('items', items);
    for (const [id, , name] of items) if (name != null) this.#itemNames.set(Number(id), String(name));
  }

  /** Key of a text in one of the dictionaries; null stays null. */
  key(table: NameTable | 'items', text: string | null): number | null {
    if (text === null) return null;
    const keys = this.#keys.get(table) ?? new Map<string, number>();
    const known = keys.get(text);
    if (known !== undefined) return known;
    const next = keys.size + 1; // keys are never deleted, so that their number is the last one given
    keys.set(text, next);
    this.#added.get(table)?.push(text);
    return next;
  }

  /** Key of an item; a name other than the one it has replaces it. */
  itemKey(code: string | null, name: string | null): number | null {
    const key = this.key('items', code);
    if (key !== null && name !== null && this.#itemNames.get(key) !== name) {
      this.#itemNames.set(key, name);
      this.#changedItemNames.set(key, name);
    }
    return key;
  }

  /** Writes what was added; belongs in the transaction that writes the records. */
  save(live: WritableDatabase): void {
    for (const [table, added] of this.#added) {
      const column = table === 'items' ? 'code' : 'name';
      for (const text of added)
        live.run(`INSERT INTO ${table} (id, ${column}) VALUES (@id, @text)`, { id: this.key(table, text), text });
    }
    for (const [id, name] of this.#changedItemNames)
      live.run('UPDATE items SET name = @name WHERE id = @id', { id, name });
  }

  #load(table: NameTable | 'items', rows: unknown[][]): void {
    this.#keys.set(table, new Map(rows.map(([id, text]) => [String(text), Number(id)])));
    this.#added.set(table, []);
  }
}
