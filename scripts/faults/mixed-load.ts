/**
 * Mixed load on one store: imports, corrections, undo, archiving, VACUUM, checks, backups and drills, some of them cancelled, while two
 * askers go on asking and giving up.
 * 1. The program runs in a process of its own, so that its memory is its own. This side gives the orders, knows what must be in the
 *    store after each (model.ts), and judges.
 * 2. What is answered while an order is carried out must be true of the records before it or of those after it; what is
 *    answered after it, of those after it. The oracle says what is true.
 * 3. The records themselves are read from the files, again and again and at the end, and compared one by one.
 */
import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual } from 'node:util';
import type { RecordDraft } from '../../db/import/rows/record-draft.ts';
import { createRandom, type Random } from '../../db/sample/random.ts';
import { samplePlant } from '../../db/sample/sample-plant.ts';
import { answerByBruteForce, type OracleAnswer } from '../../db/testing/oracle.ts';
import { queryFacts, randomQueries } from '../../db/testing/random-query.ts';
import { dayFromIso, isoFromDay } from '../../shared/domain/day.ts';
import type { ReportQuery } from '../../shared/query/report-query.ts';
import { corrected, recordsOfDay, writeDayFile } from '../analyst-hour/day-files.ts';
import { recordsOf } from '../analyst-hour/records-of.ts';
import { holdSame, ofSample, type Records, withFile } from './mixed-load/model.ts';
import type { Claim, MemorySample, Message, Order, Report } from './mixed-load/orders.ts';
import { type Trend, trendOf } from './mixed-load/trend.ts';

export interface MixedLoadOptions {
  /** A folder that is there and empty; what is made in it is left there. */
  folder: string;
  minutes: number;
  seed: number;
  records: number;
  /** Told how far it is, now and then. */
  say?: (line: string) => void;
}

export interface MixedLoadOutcome {
  orders: { name: Order['do']; done: number; cancelled: number }[];
  answers: number;
  givenUp: number;
  /** How often all records were compared one by one, and how many there were at the end. */
  compared: number;
  records: number;
  /** Wrong answers, records that are not as they must be, jobs and questions that failed, rejections that nobody looked after. */
  faults: string[];
  /** In bytes; null where it was too short to tell. */
  resident: Trend | null;
  heap: Trend | null;
  threadHeaps: Trend | null;
}

const FIRST_DAY = '2022-01-01';
const LAST_DAY = '2025-03-09';
/** Years that are archived, again and again as late records come for them. */
const ARCHIVED_YEARS = [2022, 2023, 2024];
const MOST_ARCHIVES = 8;
const QUESTIONS = 60;
const MOST_UNDOABLE = 5;
/** Of the files, how many hold records of a year that is archived or will be. */
const LATE = 0.2;
/** Files are of these many days, again and again. */
const DAYS_AFTER = 60;
const RECORDS_A_FILE = { least: 200, most: 3_000 };
const COMPARED_EVERY = 5;
const CANCELLED = 0.25;
const CANCELLED_WITHIN_MS = 250;
const FAULTS_KEPT = 20;

/** Loads a store for so many minutes and tells what came of it. Throws when the program under load dies. */
export async function runMixedLoad(options: MixedLoadOptions): Promise<MixedLoadOutcome> {
  const load = new MixedLoad(options);
  try {
    await load.run();
  } finally {
    await load.end();
  }
  return load.outcome();
}

/** An import that can be taken back: what was before it, and its file. */
interface Undoable {
  before: Records;
  date: string;
  drafts: RecordDraft[];
}

/** An order with what it must make of the records. */
interface Planned {
  order: Order;
  after: Records;
  /** What else is known to have happened once it is done. */
  whenDone(): void;
}

class MixedLoad {
  readonly #options: MixedLoadOptions;
  readonly #random: Random;
  readonly #store: string;
  readonly #files: string;
  readonly #program: ChildProcess;
  readonly #orders = new Map<Order['do'], { done: number; cancelled: number }>();
  readonly #memory: MemorySample[] = [];
  readonly #faults: string[] = [];
  #queries: ReportQuery[] = [];
  #records: Records = new Map();
  #undoable: Undoable[] = [];
  #archives = 0;
  #days = 0;
  #answers = 0;
  #givenUp = 0;
  #compared = 0;
  #hasBackup = false;
  /** There are records in live again of the year that is archived next. */
  #hasLate = false;

  constructor(options: MixedLoadOptions) {
    this.#options = options;
    this.#random = createRandom(options.seed);
    this.#store = join(options.folder, 'store');
    this.#files = join(options.folder, 'files');
    mkdirSync(this.#files);
    this.#program = fork(
      fileURLToPath(new URL('./mixed-load/program.ts', import.meta.url)),
      [this.#store, join(options.folder, 'backups'), String(options.seed)],
      { execArgv: ['--expose-gc'], serialization: 'advanced' },
    );
  }

  async run(): Promise<void> {
    await this.#heard();
    const { records, seed, minutes, say } = this.#options;
    const options = { records, from: FIRST_DAY, to: LAST_DAY, seed };
    await this.#carryOut({
      order: { do: 'sample', options },
      after: ofSample([...samplePlant(options)].flat()),
      whenDone() {},
    });
    this.#queries = randomQueries(createRandom(seed), queryFacts([...this.#records.values()]), QUESTIONS);
    this.#tell({ ask: this.#queries });
    const endsAt = performance.now() + minutes * 60_000;
    for (let nth = 1; performance.now() < endsAt && this.#faults.length < FAULTS_KEPT; nth++) {
      await this.#carryOut(this.#plan(1 - (endsAt - performance.now()) / (minutes * 60_000)));
      if (nth % COMPARED_EVERY === 0) this.#compareRecords(`order ${nth}`);
      if (nth % 100 === 0) say?.(`${nth} orders, ${this.#answers} answers, ${this.#faults.length} faults`);
    }
    await this.#carryOut(this.#same({ do: 'integrity' }));
    this.#compareRecords('the end');
  }

  async end(): Promise<void> {
    if (this.#program.exitCode !== null || this.#program.signalCode !== null) return;
    const exited = once(this.#program, 'exit');
    this.#tell({ do: 'end' });
    const [code, signal] = await exited;
    if (code !== 0) this.#fault(`the program ended with ${signal ?? code}`);
  }

  outcome(): MixedLoadOutcome {
    const trend = (key: 'residentBytes' | 'heapBytes' | 'threadHeapBytes') =>
      trendOf(this.#memory.map(({ atMs, [key]: value }) => ({ atMs, value })));
    return {
      orders: [...this.#orders].map(([name, counts]) => ({ name, ...counts })),
      answers: this.#answers,
      givenUp: this.#givenUp,
      compared: this.#compared,
      records: this.#records.size,
      faults: this.#faults,
      resident: trend('residentBytes'),
      heap: trend('heapBytes'),
      threadHeaps: trend('threadHeapBytes'),
    };
  }

  /** What to do next; `share` is how much of the time is over. */
  #plan(share: number): Planned {
    const isArchiveDue = this.#archives < Math.floor(share * (MOST_ARCHIVES + 1));
    if (isArchiveDue) return this.#archive();
    const undoable = this.#undoable.at(-1);
    const all = ['import', 'import', 'correct', 'undo', 'undo', 'vacuum', 'backup', 'drill', 'integrity'] as const;
    const pick = this.#random.pick(all);
    if (pick === 'vacuum' || pick === 'integrity') return this.#same({ do: pick });
    if (pick === 'backup' || (pick === 'drill' && !this.#hasBackup)) return this.#backUp();
    if (pick === 'drill') return this.#same({ do: 'drill' });
    if (undoable && (pick === 'undo' || this.#undoable.length >= MOST_UNDOABLE)) return this.#undo(undoable);
    return undoable && pick === 'correct' ? this.#correct(undoable) : this.#import();
  }

  #import(year = this.#random.chance(LATE) ? this.#nextYear() : null): Planned {
    const first = dayFromIso(year === null ? LAST_DAY : `${year}-06-01`) ?? 0;
    this.#days++;
    const date = isoFromDay(first + 1 + (this.#days % DAYS_AFTER));
    const { least, most } = RECORDS_A_FILE;
    const drafts = recordsOfDay(date, { records: least + this.#random.below(most - least), seed: this.#options.seed });
    const numbered = drafts.map((draft, at) => ({ ...draft, orderNumber: `file ${this.#days} row ${at}` }));
    return this.#file(date, numbered);
  }

  #correct({ date, drafts }: Undoable): Planned {
    return this.#file(date, corrected(drafts));
  }

  #file(date: string, drafts: RecordDraft[]): Planned {
    const before = this.#records;
    return {
      order: {
        do: 'import',
        path: writeDayFile(this.#files, `${date}.csv`, drafts),
        cancelAfterMs: this.#cancelAfter(),
      },
      after: withFile(before, drafts),
      whenDone: () => this.#undoable.push({ before, date, drafts }),
    };
  }

  #undo({ before }: Undoable): Planned {
    return { order: { do: 'undo' }, after: before, whenDone: () => void this.#undoable.pop() };
  }

  /** A year that was archived before gets late records first. What was imported before it can no longer be taken back. */
  #archive(): Planned {
    const year = this.#nextYear();
    if (this.#archives >= ARCHIVED_YEARS.length && !this.#hasLate) {
      const { order, after } = this.#import(year);
      const whenDone = () => {
        this.#hasLate = true;
      };
      return { order, after, whenDone };
    }
    return {
      ...this.#same({ do: 'archive', year, cancelAfterMs: this.#cancelAfter() }),
      whenDone: () => {
        this.#archives++;
        this.#hasLate = false;
        this.#undoable = [];
      },
    };
  }

  #nextYear(): number {
    return ARCHIVED_YEARS[this.#archives % ARCHIVED_YEARS.length] ?? 0;
  }

  #backUp(): Planned {
    const whenDone = () => {
      this.#hasBackup = true;
    };
    return { ...this.#same({ do: 'backup', cancelAfterMs: this.#cancelAfter() }), whenDone };
  }

  #same(order: Order): Planned {
    return { order, after: this.#records, whenDone() {} };
  }

  #cancelAfter(): number | null {
    return this.#random.chance(CANCELLED) ? this.#random.below(CANCELLED_WITHIN_MS) : null;
  }

  async #carryOut({ order, after, whenDone }: Planned): Promise<void> {
    this.#tell(order);
    const report = (await this.#heard()) as Report;
    const before = this.#records;
    const { state, message } = report.job;
    const counts = this.#orders.get(order.do) ?? { done: 0, cancelled: 0 };
    this.#orders.set(order.do, counts);
    if (state === 'done') {
      this.#records = after;
      counts.done++;
      whenDone();
    } else if (state === 'cancelled' && 'cancelAfterMs' in order && order.cancelAfterMs !== null) counts.cancelled++;
    else this.#fault(`${order.do} ${state}: ${message}`);
    if (order.do === 'integrity' && !message.startsWith('All is sound')) this.#fault(`the check says: ${message}`);
    for (const failure of report.failures) this.#fault(failure);
    const now = new Moment(this.#records, this.#queries);
    const either = before === this.#records ? [now] : [now, new Moment(before, this.#queries)];
    this.#judge(report.during, either, order);
    this.#judge(report.after, [now], order);
    this.#answers += report.answers;
    this.#givenUp += report.givenUp;
    this.#memory.push(report.memory);
  }

  #judge(claims: readonly Claim[], moments: readonly Moment[], order: Order): void {
    for (const claim of claims) {
      if (moments.some((moment) => moment.bears(claim))) continue;
      this.#fault(
        JSON.stringify({
          order,
          query: this.#queries[claim.query],
          claim,
          true: moments.map((at) => at.truthOf(claim.query)),
        }),
      );
    }
  }

  #compareRecords(when: string): void {
    this.#compared++;
    const found = recordsOf(this.#store);
    if (!holdSame(found, [...this.#records.values()])) {
      this.#fault(
        `${when}: the store holds ${found.length} records that are not the ${this.#records.size} it must hold`,
      );
    }
  }

  #fault(what: string): void {
    this.#faults.push(what);
    this.#options.say?.(what.slice(0, 1_000));
  }

  #tell(message: Message): void {
    this.#program.send(message);
  }

  /** What the program says next. Throws when it ended instead. */
  async #heard(): Promise<unknown> {
    const listening = new AbortController();
    const { signal } = listening;
    const died = once(this.#program, 'exit', { signal }).then(([code, killedBy]) => {
      throw new Error(`The program under load ended with ${killedBy ?? code}.`);
    });
    try {
      const [message] = await Promise.race([once(this.#program, 'message', { signal }), died]);
      return message;
    } finally {
      died.catch(() => {}); // the one that was not waited for any more
      listening.abort();
    }
  }
}

/** The records at one moment, and what the oracle found in them. */
class Moment {
  readonly #records: readonly RecordDraft[];
  readonly #queries: readonly ReportQuery[];
  readonly #found = new Map<number, OracleAnswer>();

  constructor(records: Records, queries: readonly ReportQuery[]) {
    this.#records = [...records.values()];
    this.#queries = queries;
  }

  bears({ query, rows, groups }: Claim): boolean {
    const truth = this.truthOf(query);
    return truth.groups === groups && isDeepStrictEqual(truth.rows, rows);
  }

  truthOf(nth: number): OracleAnswer {
    const query = this.#queries[nth];
    if (!query) throw new Error(`There is no question ${nth}.`);
    const known = this.#found.get(nth) ?? answerByBruteForce(this.#records, query);
    this.#found.set(nth, known);
    return known;
  }
}
