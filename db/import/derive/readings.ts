import { type RecordField, recordFieldNames } from '../../../shared/domain/fields.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { openTemporary, type Value } from '../../engine/sqlite/connection.ts';
import { type CounterReadings, countersOf } from './counters.ts';

/**
 * The readings of a file's counters, in a database that is gone when it is closed, so that memory stays flat: first all are
 * added, then `settle` puts them in the order of time, and each row takes its own, row by row.
 */
export class TimedReadings implements CounterReadings {
  isComplete = false;
  readonly #database = openTemporary();
  readonly #insert;
  readonly #fields: readonly { place: number; isMaximum: boolean }[];
  #differences: IterableIterator<Value[]> | null = null;
  #next: Value[] | null = null;
  /** What the readings of one row come to, by place of their fields. */
  readonly #ofRow = new Map<number, number | null>();
  #row = 0;

  constructor(profile: ImportProfile) {
    this.#fields = countersOf(profile).map(({ field, counter }) => ({
      place: recordFieldNames.indexOf(field),
      isMaximum: counter.take === 'maximum',
    }));
    this.#database.exec(
      'CREATE TABLE readings (row INTEGER, field INTEGER, counter TEXT, at INTEGER, value INTEGER); BEGIN',
    );
    this.#insert = this.#database.prepare('INSERT INTO readings VALUES (?, ?, ?, ?, ?)');
  }

  add({ row, field, key, at, value }: Parameters<CounterReadings['add']>[0]): void {
    this.#insert.run(row, recordFieldNames.indexOf(field), key, at, value);
  }

  /** Ends the adding; from now on rows ask for what their readings come to. */
  settle(): void {
    const maxima = this.#fields.filter(({ isMaximum }) => isMaximum).map(({ place }) => place);
    this.#database.exec(`
      COMMIT;
      CREATE TABLE differences AS
        SELECT row, field, CASE
            WHEN field IN (${maxima.join(', ')}) THEN max(0, value - coalesce(highest, 0))
            WHEN last IS NULL THEN NULL
            WHEN value < last THEN value
            ELSE value - last END AS difference
        FROM (SELECT row, field, value, lag(value) OVER inTime AS last,
                max(value) OVER (PARTITION BY field, counter ORDER BY at, row ROWS BETWEEN UNBOUNDED PRECEDING AND 1 PRECEDING) AS highest
              FROM readings WINDOW inTime AS (PARTITION BY field, counter ORDER BY at, row));
      DROP TABLE readings;
      CREATE INDEX differences_in_file ON differences (row, field)`);
    this.#differences = this.#database.iterate('SELECT row, field, difference FROM differences ORDER BY row, field');
    this.#step();
    this.isComplete = true;
  }

  /** Rows ask in their order; undefined for a reading that did not count. */
  differenceOf(row: number, field: RecordField): number | null | undefined {
    while (this.#next !== null && Number(this.#next[0]) <= row) {
      if (Number(this.#next[0]) !== this.#row) this.#ofRow.clear();
      const [atRow, place, difference] = this.#next;
      this.#row = Number(atRow);
      this.#ofRow.set(Number(place), difference === null ? null : Number(difference));
      this.#step();
    }
    return this.#row === row ? this.#ofRow.get(recordFieldNames.indexOf(field)) : undefined;
  }

  close(): void {
    this.#differences?.return?.();
    this.#database.close();
  }

  #step(): void {
    const { done, value } = this.#differences?.next() ?? { done: true, value: null };
    this.#next = done ? null : value;
  }
}
