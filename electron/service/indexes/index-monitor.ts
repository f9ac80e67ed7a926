/**
 * The indexes of a store over all its files, and advice on them.
 * 1. Sizes are read page by page, one index after the other, and kept until the file's records or the set of indexes change.
 * 2. Advice is for the shapes that were slow lately and read records. It is tried with the questions themselves, which are kept
 *    in memory for that, or with values of the store in their place.
 * 3. Nothing is made or taken away but when a person asks for it.
 */
import { LRUCache } from 'lru-cache';
import type { Engine } from '../../../db/engine/engine.ts';
import type { Overheard } from '../../../db/engine/explain/explain-overheard.ts';
import type { RanStatement } from '../../../db/engine/explain/explain-reads.ts';
import { readValues } from '../../../db/engine/pages/values.ts';
import { type AdvisedIndex, fieldsOfName } from '../../../db/indexes/advised.ts';
import type { SlowQuestion as Tried } from '../../../db/indexes/candidates.ts';
import { builtInIndexes, CONSTRAINT_PREFIX, SEARCH_INDEX } from '../../../db/indexes/definitions.ts';
import type { FileIndex } from '../../../db/indexes/file-indexes.ts';
import { type Catalog, extent, type Partition } from '../../../db/store/catalog.ts';
import type { SlowQuestion } from '../../../shared/contract/health.ts';
import type { Advice, StoreIndex, StoreIndexes } from '../../../shared/contract/indexes.ts';
import { AppError } from '../../../shared/lib/app-error.ts';
import type { FilterField } from '../../../shared/query/dimensions.ts';
import { filterFields } from '../../../shared/query/dimensions.ts';
import type { JobRunner } from '../job-runner.ts';
import type { Question } from '../monitor/question-run.ts';
import type { StoreJobs } from '../store-jobs.ts';
import { findingsOf } from './findings.ts';
import type { IndexUse } from './index-use.ts';
import { questionToTry, type Run, shapesToHelp } from './slow-shapes.ts';
import { standIn } from './stand-in.ts';

export interface IndexMonitorSource {
  engine: Engine;
  jobs: JobRunner;
  storeJobs: StoreJobs;
  use: IndexUse;
  /** The slow questions that are recorded, in any order. */
  slow(): Promise<readonly SlowQuestion[]>;
  /** The questions that are recorded, oldest first. */
  runs(): readonly Run[];
  now(): Date;
}

const QUESTIONS_KEPT = 100;
const SIZES_KEPT = 2_000;
const VALUES_LISTED = 200;

export class IndexMonitor {
  readonly #source: IndexMonitorSource;
  /** Bytes of each index of a file, with the statements that told them. */
  readonly #sizes = new LRUCache<string, Overheard<number>>({ max: SIZES_KEPT });
  /** The latest question of each slow shape, with its values: in memory and nowhere else. */
  readonly #questions = new LRUCache<string, Tried>({ max: QUESTIONS_KEPT });
  #advice: Advice | null = null;

  constructor(source: IndexMonitorSource) {
    this.#source = source;
  }

  /** Keeps a question that was slow, to try indexes with. */
  noteSlow(shape: string, asked: Question): void {
    const question = questionToTry(shape, asked);
    if (question) this.#questions.set(shape, question);
  }

  /** Every index of the store with its size and what goes by it, and the latest advice. */
  async list(signal?: AbortSignal): Promise<StoreIndexes> {
    return (await this.listHeard(signal)).result;
  }

  /** The same with the statements that told the sizes, each as it ran when its size was read. */
  async listHeard(signal?: AbortSignal): Promise<Overheard<StoreIndexes>> {
    const { engine, use, now } = this.#source;
    const catalog = await engine.catalog();
    const advised = await engine.ask('advisedIndexes', engine.folder);
    const files = await Promise.all(
      catalog.partitions.map(async (partition) => ({
        partition,
        indexes: await engine.ask('indexes', { file: partition.file }),
      })),
    );
    const found = new Map(files.flatMap(({ indexes }) => indexes).map((index) => [index.name, index]));
    const heard: RanStatement[] = [];
    const looked: (Omit<StoreIndex, 'findings'> & { missing: string[]; createdAt: string | null })[] = [];
    for (const index of [...found.values()].sort(byOriginAndName)) {
      const holders = files.filter(({ indexes }) => indexes.some(({ name }) => name === index.name));
      let bytes = 0;
      for (const { partition } of holders) {
        const size = await this.#size(catalog, partition, index.name, signal);
        bytes += size.result;
        heard.push(...size.heard);
      }
      const listed = advised.find(({ name }) => name === index.name);
      looked.push({
        ...index,
        bytes,
        ...kindOf(index, listed),
        usedBy: use.of(index.name),
        missing: isInEvery(index, listed) ? namesWithout(files, holders) : [],
        createdAt: listed?.createdAt ?? null,
      });
    }
    const findings = findingsOf(looked, use.since, now());
    const indexes = looked.map(({ missing: _, createdAt: __, ...index }, at): StoreIndex => {
      return { ...index, findings: findings[at] ?? [] };
    });
    return { result: { since: use.since, indexes, advice: this.#advice }, heard };
  }

  /** Starts trying indexes for what was slow, on a copy; returns the job's id. */
  advise(): string {
    const { engine, jobs, now } = this.#source;
    return jobs.start({
      kind: 'advise',
      subject: 'store',
      lane: 'read',
      cancellable: true,
      run: async (control) => {
        const questions = await this.#slowQuestions();
        control.checkCancelled();
        const { indexes } = await this.list();
        const unused = indexes.filter(({ origin, findings }) => origin === 'advised' && findings.length > 0);
        const running = engine.tryIndexes(
          questions,
          unused.map(({ name }) => name),
          control.report,
        );
        control.onCancel(running.cancel);
        const proposals = await running.result;
        this.#advice = { at: now().toISOString(), shapes: questions.map(({ shape }) => shape), proposals };
        const worthIt = proposals.filter((proposal) => proposal.worthIt).length;
        return {
          message: adviceMessage(questions.length, proposals.length, worthIt),
          result: { shapes: questions.length, proposals: proposals.length, worthIt },
        };
      },
    });
  }

  /** Starts making an index of advice; returns the job's id. Throws INVALID_ARGUMENT for a name that none would bear. */
  apply(name: string): string {
    const fields = fieldsOfName(name);
    if (!fields) {
      throw new AppError(
        'INVALID_ARGUMENT',
        `${name} is no name of an index that could be made: it is records_by_ and the fields it is by. Nothing was changed.`,
      );
    }
    const tried = this.#advice?.proposals.find((proposal) => proposal.name === name)?.tried ?? [];
    const [best] = tried.toSorted((a, b) => b.beforeMs - b.afterMs - (a.beforeMs - a.afterMs));
    this.#forget(name);
    return this.#source.storeJobs.applyIndex(name, fields, best?.shape ?? '');
  }

  /** Starts taking an index of advice away; returns the job's id. */
  revert(name: string): string {
    this.#forget(name);
    return this.#source.storeJobs.revertIndex(name);
  }

  /** A proposal that was taken is none any more. */
  #forget(name: string): void {
    if (!this.#advice) return;
    const proposals = this.#advice.proposals.filter((proposal) => proposal.name !== name);
    this.#advice = { ...this.#advice, proposals };
  }

  async #size({ version }: Catalog, { name, file, months }: Partition, index: string, signal?: AbortSignal) {
    const key = JSON.stringify([name, index, version, months.map(({ stamp }) => stamp)]);
    const known = this.#sizes.get(key);
    if (known !== undefined) return known;
    const size = await this.#source.engine.indexBytes(file, index, signal);
    this.#sizes.set(key, size);
    return size;
  }

  async #slowQuestions(): Promise<Tried[]> {
    const { engine, slow, runs } = this.#source;
    const shapes = shapesToHelp(await slow(), runs());
    const { partitions } = await engine.catalog();
    const { firstDay, lastDay } = extent(partitions.flatMap(({ months }) => months));
    if (firstDay === null || lastDay === null) return [];
    const values = new Map<FilterField, string[]>();
    const filtered = filterFields.filter((field) => shapes.some((shape) => shape.includes(`${field} is`)));
    for (const field of filtered) {
      const listed = await readValues(engine, { field, search: '', limit: VALUES_LISTED });
      values.set(
        field,
        listed.values.flatMap(({ value }) => value ?? []),
      );
    }
    const standIns = { first: firstDay, last: lastDay, values: (field: FilterField) => values.get(field) ?? [] };
    return shapes.flatMap((shape) => this.#questions.get(shape) ?? standIn(shape, standIns) ?? []);
  }
}

function kindOf(
  { name }: FileIndex,
  listed: AdvisedIndex | undefined,
): Pick<StoreIndex, 'origin' | 'serves' | 'shape'> {
  if (name.startsWith(CONSTRAINT_PREFIX)) return { origin: 'constraint', serves: 'constraint', shape: null };
  if (listed) return { origin: 'advised', serves: null, shape: listed.shape };
  const builtIn = builtInIndexes[name];
  if (builtIn) return { origin: 'built-in', serves: builtIn.serves ?? null, shape: null };
  return { origin: name === SEARCH_INDEX ? 'built-in' : 'other', serves: null, shape: null };
}

function isInEvery({ name }: FileIndex, listed: AdvisedIndex | undefined): boolean {
  return listed !== undefined || name === SEARCH_INDEX || builtInIndexes[name]?.files === 'every';
}

function namesWithout(
  files: readonly { partition: Partition }[],
  holders: readonly { partition: Partition }[],
): string[] {
  return files.filter((file) => !holders.includes(file)).map(({ partition }) => partition.name);
}

/** What the program made for records first, the keys of tables last. */
function byOriginAndName(a: FileIndex, b: FileIndex): number {
  const rank = ({ name, table }: FileIndex) => (name.startsWith(CONSTRAINT_PREFIX) ? 2 : table === 'records' ? 0 : 1);
  return rank(a) - rank(b) || a.name.localeCompare(b.name);
}

function adviceMessage(shapes: number, proposals: number, worthIt: number): string {
  if (proposals === 0) {
    return shapes === 0
      ? 'No question that reads records was slow, so that no index was tried. Nothing was changed.'
      : 'No index would help the questions that were slow. Nothing was changed.';
  }
  return `${proposals === 1 ? 'One index was' : `${proposals} indexes were`} tried on a copy; ${worthIt === 0 ? 'none is' : worthIt === 1 ? 'one is' : `${worthIt} are`} worth it. The store was not changed.`;
}
