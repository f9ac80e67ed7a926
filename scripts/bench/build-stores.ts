/**
 * The same plant in the store of every peer, in a folder that is reused.
 * 1. The program's own store goes the way of the product: the records are imported, four years archived, live compacted.
 *    That is the work of its writer's thread, while this one fills the tables of the peers.
 * 2. A store is built beside its place and moved there when it is whole, with a stamp of the sources that made it: one
 *    without the stamp of today's sources is made anew.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Engine } from '../../db/engine/engine.ts';
import type { JobInput, JobName } from '../../db/engine/threads/worker-tasks.ts';
import { samplePlant } from '../../db/sample/sample-plant.ts';
import { sourceHash } from '../source-stamp.ts';
import { importedSources } from './imported-sources.ts';
import type { PeerName } from './peer.ts';
import { plantOf, years } from './plant.ts';
import { duckdbSink, sqliteSink, type TableSink } from './table-sinks.ts';

/** Where each peer finds its records. */
export type Stores = Record<PeerName, string>;

export type StorePart = 'own' | 'duckdb' | 'sqlite';

const STAMP = 'stamp.txt';
/** What is only shown changes no record. */
const WORDS = 'shared/text/';

const tableMakers = ['scripts/bench/{plant,table-sinks}.ts', 'db/sample/sample-plant.ts'];
/** What fills each part; a change of it, or of what it imports, makes the part anew. */
const makers: Record<StorePart, readonly string[]> = {
  own: ['scripts/bench/plant.ts', 'db/engine/sqlite/writer-worker.ts', 'db/import/stage/staging-worker.ts'],
  duckdb: tableMakers,
  sqlite: tableMakers,
};

/** Builds what is missing of the parts, or reuses what is there; `say` hears what is being built. */
export async function buildStores(
  folder: string,
  records: number,
  say: (line: string) => void,
  parts: readonly StorePart[] = ['own', 'duckdb', 'sqlite'],
): Promise<Stores> {
  const missing = parts.map((part) => new Site(folder, part)).filter((site) => !site.isBuilt());
  if (missing.length > 0) {
    say(`Building with ${records} records: ${missing.map(({ part }) => part).join(', ')}…`);
    for (const site of missing) site.begin();
    const own = missing.find(({ part }) => part === 'own');
    await Promise.all([own && buildOwnStore(own.path, records), fillTables(missing, records)]);
    for (const site of missing) site.finish();
  }
  const own = join(folder, 'own', 'store');
  return {
    throughline: own,
    files: own,
    duckdb: join(folder, 'duckdb', 'plant.duckdb'),
    indexed: join(folder, 'sqlite', 'indexed'),
    plain: join(folder, 'sqlite', 'plain'),
  };
}

/** The place of a part, and where it is being built. */
class Site {
  readonly part: StorePart;
  readonly path: string;
  readonly #place: string;
  readonly #hash: string;

  constructor(folder: string, part: StorePart) {
    this.part = part;
    this.#place = join(folder, part);
    this.path = `${this.#place}.${process.pid}`;
    this.#hash = sourceHash(importedSources(makers[part]).filter((path) => !path.startsWith(WORDS)));
  }

  isBuilt(): boolean {
    const stamp = join(this.#place, STAMP);
    return existsSync(stamp) && readFileSync(stamp, 'utf8') === this.#hash;
  }

  /** Makes room to build, and removes what builds that were ended have left. */
  begin(): void {
    rmSync(this.path, { recursive: true, force: true });
    mkdirSync(this.path, { recursive: true });
    const building = new RegExp(`^${this.part}\\.(\\d+)$`);
    for (const name of readdirSync(dirname(this.path))) {
      const [, processId] = building.exec(name) ?? [];
      if (processId !== undefined && !isRunning(Number(processId))) {
        rmSync(join(dirname(this.path), name), { recursive: true });
      }
    }
  }

  finish(): void {
    writeFileSync(join(this.path, STAMP), this.#hash);
    rmSync(this.#place, { recursive: true, force: true });
    renameSync(this.path, this.#place);
  }
}

function isRunning(processId: number): boolean {
  try {
    return process.kill(processId, 0); // asks only
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

async function buildOwnStore(path: string, records: number): Promise<void> {
  const store = join(path, 'store');
  mkdirSync(store);
  const engine = await Engine.open(store, 'own');
  const run = <Name extends JobName>(name: Name, input: JobInput<Name>) => engine.start(name, input, () => {}).result;
  try {
    await run('sample', plantOf(records));
    for (const year of years.slice(0, -1)) await run('archive', { year });
    await run('compact', {});
  } finally {
    await engine.close();
  }
}

const sinks: Partial<Record<StorePart, (path: string) => TableSink>> = { duckdb: duckdbSink, sqlite: sqliteSink };

async function fillTables(sites: readonly Site[], records: number): Promise<void> {
  const filled = sites.flatMap(({ part, path }) => sinks[part]?.(path) ?? []);
  if (filled.length === 0) return;
  for (const batch of samplePlant(plantOf(records))) {
    for (const draft of batch) for (const sink of filled) sink.write(draft);
  }
  for (const sink of filled) await sink.finish();
}
