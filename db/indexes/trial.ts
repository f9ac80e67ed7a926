/**
 * Tries indexes on a copy of some days of one file. Nothing of the store changes.
 * 1. The copy is there twice, with the index and without. Each question is planned for both, as the store itself would plan it,
 *    and both ways are run in turn several times; the medians are compared, and the answers have to be the same.
 * 2. What an index takes is what it took in the copy, for all records; what writing costs is measured with the newest
 *    thousand records, which are written again and taken back.
 * 3. It is worth it where a question takes a good part less and none takes longer (verdict.ts).
 */
import { setImmediate as breathe } from 'node:timers/promises';
import type { Proposal } from '../../shared/contract/indexes.ts';
import { sortLevels } from '../../shared/query/records-query.ts';
import { pageStatement } from '../dialects/sqlite/records.ts';
import { type SqlStatement, statementsOf } from '../dialects/sqlite/report.ts';
import { rangeOf } from '../engine/slices/over-files.ts';
import type { WritableDatabase } from '../engine/sqlite/connection.ts';
import type { JobContext } from '../engine/threads/job-context.ts';
import { choosePageIndex } from '../planner/choose-page-index.ts';
import { type DayRange, planReport } from '../planner/plan.ts';
import { type Catalog, extent } from '../store/catalog.ts';
import type { StoreFolder } from '../store/folder.ts';
import { recordColumns } from '../store/record-columns.ts';
import { advisedDefinition } from './advised.ts';
import { candidatesFor, type SlowQuestion } from './candidates.ts';
import { countKeys } from './count-keys.ts';
import { type AdvisableField, advisableColumns, createIndexSql } from './definitions.ts';
import { indexBytes } from './index-bytes.ts';
import { type SampleCopy, withSampleCopy } from './sample-copy.ts';
import { verdictOn, weighed } from './verdict.ts';

export interface TrialInput {
  folder: StoreFolder;
  questions: SlowQuestion[];
  /** Indexes of advice that nothing uses, to be told what they cost. */
  unused: string[];
}

/** How often each way is run; the median of an odd number is one of them. */
const RUNS = 5;
const INSERTED = 1_000;
/** Proposals of every index that is worth trying for these questions, and of each that is unused. Throws CANCELLED and DISK_FULL. */
export async function tryIndexes(
  { folder, questions, unused }: TrialInput,
  catalog: Catalog,
  context: JobContext,
  cancel: SharedArrayBuffer | null = null,
): Promise<Proposal[]> {
  const candidates = candidatesFor(questions, catalog);
  const toDrop = catalog.indexes.filter(({ name }) => unused.includes(name));
  if (candidates.length + toDrop.length === 0) return [];
  const range = unionOf(questions.map(({ query }) => rangeOf(query)));
  return withSampleCopy({ folder, catalog, range }, context, async (copy) => {
    const trial = new Trial(copy, catalog);
    const proposals: Proposal[] = [];
    const total = candidates.length + toDrop.length;
    const step = async (name: string, work: () => Proposal) => {
      context.checkCancelled();
      context.report({ phase: `trying ${name}`, done: proposals.length, total, unit: 'steps' });
      await breathe(); // lets the report out
      proposals.push(copy.changed.cancellable(cancel, () => copy.asItIs.cancellable(cancel, work)));
    };
    for (const fields of candidates) {
      await step(advisedDefinition(fields).name, () => trial.create(fields, questions));
    }
    for (const { name, fields } of toDrop) await step(name, () => trial.drop(name, fields));
    return weighed(proposals, trial.growth);
  });
}

class Trial {
  readonly #copy: SampleCopy;
  readonly #catalog: Catalog;
  /** How many times the records of the copy the store has. */
  readonly growth: number;

  constructor(copy: SampleCopy, catalog: Catalog) {
    this.#copy = copy;
    const { partition, days, records } = copy;
    const all = extent(catalog.partitions.flatMap(({ months }) => months)).records;
    this.growth = all / Math.max(1, records);
    const months = partition.months.filter(({ firstDay }) => firstDay >= days.from && firstDay <= days.to);
    this.#catalog = { ...catalog, partitions: [{ ...partition, months }] };
    prepareInserts(copy.changed);
    prepareInserts(copy.asItIs);
  }

  /** Makes an index, asks the questions with it and without, and drops it again. */
  create(fields: AdvisableField[], questions: readonly SlowQuestion[]): Proposal {
    const { changed, asItIs } = this.#copy;
    const { name, definition } = advisedDefinition(fields);
    changed.exec(createIndexSql(name, definition));
    try {
      const insertMsPerThousand = moreToInsert(changed, asItIs);
      const index = { name, fields, distinctKeys: countKeys(changed, name, fields) };
      const withIndex = { ...this.#catalog, indexes: [...this.#catalog.indexes, index] };
      const tried = questions.flatMap((question) => this.#compare(question, withIndex) ?? []);
      return {
        ...this.#facts(name, fields),
        action: 'create',
        tried,
        insertMsPerThousand,
        ...verdictOn(tried, this.growth),
      };
    } finally {
      changed.exec(`DROP INDEX ${name}`);
    }
  }

  /** What the store would be spared without an index that nothing uses. */
  drop(name: string, fields: AdvisableField[]): Proposal {
    const { changed, asItIs } = this.#copy;
    const facts = this.#facts(name, fields);
    changed.exec(`DROP INDEX ${name}`);
    const insertMsPerThousand = moreToInsert(asItIs, changed);
    return { ...facts, action: 'drop', tried: [], insertMsPerThousand, verdict: 'unused', worthIt: true, better: null };
  }

  #facts(name: string, fields: readonly AdvisableField[]) {
    return {
      name,
      table: 'records',
      columns: fields.map((field) => advisableColumns[field]),
      recordsTried: this.#copy.records,
      megabytes: (indexBytes(this.#copy.changed, name) * this.growth) / 1e6,
    };
  }

  /** Null where the question would not go by the index, or has no days in the copy. */
  #compare(question: SlowQuestion, withIndex: Catalog): Proposal['tried'][number] | null {
    const { changed, asItIs } = this.#copy;
    const [before, after] = [statements(question, this.#catalog), statements(question, withIndex)];
    if (before.length === 0 || after.every(({ sql }, at) => sql === before[at]?.sql)) return null;
    const answers = [before.map((each) => rowsInOrder(asItIs, each)), after.map((each) => rowsInOrder(changed, each))];
    if (JSON.stringify(answers[0]) !== JSON.stringify(answers[1])) {
      throw new Error(`With the index the answer to '${question.shape}' is another. No index was made.`);
    }
    const [beforeMs = 0, afterMs = 0] = inTurn([() => runAll(asItIs, before), () => runAll(changed, after)]);
    return { shape: question.shape, beforeMs, afterMs };
  }
}

/** What the store would ask of the one file of a catalogue; nothing where it has no day of the question. */
function statements(question: SlowQuestion, catalog: Catalog): SqlStatement[] {
  if (question.kind === 'report') {
    const plan = planReport(question.query, catalog);
    return plan.rollup === null && plan.arms.length > 0 ? statementsOf(plan) : [];
  }
  const { query } = question;
  const asked = { scope: query, levels: sortLevels(query), proposed: false };
  const page = { toward: 'after', edge: null, limit: query.limit } as const;
  return [pageStatement({ ...asked, ...page, range: rangeOf(query), index: choosePageIndex(catalog, asked) })];
}

function runAll(database: WritableDatabase, way: readonly SqlStatement[]): void {
  for (const { sql, parameters } of way) database.rows(sql, parameters);
}

/** Groups come in the order of the index they were read by. */
function rowsInOrder(database: WritableDatabase, { sql, parameters }: SqlStatement): string[] {
  return database
    .rows(sql, parameters)
    .map((row) => JSON.stringify(row))
    .sort();
}

/** The median time of each way in milliseconds, run in turn so that what else the machine does meets all alike. */
function inTurn(ways: readonly (() => void)[]): number[] {
  const times = ways.map((): number[] => []);
  for (let run = 0; run < RUNS; run++) {
    ways.forEach((way, at) => {
      const startedAt = performance.now();
      way();
      times[at]?.push(performance.now() - startedAt);
    });
  }
  return times.map((each) => each.sort((a, b) => a - b)[(RUNS - 1) / 2] ?? 0);
}

/** The newest thousand records of the copy, to be inserted again and again: what comes is mostly of the latest days. */
function prepareInserts(database: WritableDatabase): void {
  const columns = recordColumns.filter((column) => column !== 'id').join(', ');
  database.exec(`CREATE TEMP TABLE inserted AS SELECT ${columns} FROM main.records
    ORDER BY production_date DESC, id DESC LIMIT ${INSERTED}`);
}

/** How much longer the same records take to be inserted into one database than into another, in milliseconds. */
function moreToInsert(into: WritableDatabase, other: WritableDatabase): number {
  const [ms = 0, otherMs = 0] = inTurn([() => insertAndTakeBack(into), () => insertAndTakeBack(other)]);
  return Math.max(0, ms - otherMs);
}

function insertAndTakeBack(database: WritableDatabase): void {
  const columns = recordColumns.filter((column) => column !== 'id').join(', ');
  database.exec(`BEGIN; INSERT INTO main.records (${columns}) SELECT ${columns} FROM temp.inserted; ROLLBACK`);
}

function unionOf(ranges: readonly DayRange[]): DayRange {
  const from = ranges.map((range) => range.from);
  const to = ranges.map((range) => range.to);
  return {
    from: from.includes(null) || from.length === 0 ? null : Math.min(...from.map(Number)),
    to: to.includes(null) || to.length === 0 ? null : Math.max(...to.map(Number)),
  };
}
