import type { Catalog, Partition } from '../store/catalog.ts';
import type { LoadedRollup, Texts } from './column-table.ts';
import { type RollupName, rollupNames } from './definitions.ts';

/** What loading asks of the engine. */
export interface RollupLoader {
  /** A rollup, null when it is too large or the store is no longer as the catalogue says. */
  rollup(partition: Partition, name: RollupName, catalog: Catalog): Promise<LoadedRollup | null>;
  texts(): Promise<Texts>;
}

interface LoadedFile {
  state: string;
  rollups: Map<RollupName, LoadedRollup>;
}

/**
 * The rollups of a store in memory. They are taken only while the store is as it was when they were loaded; until a
 * change is loaded, the rollups in the files answer.
 */
export class RollupMemory {
  readonly #loader: RollupLoader;
  readonly #files = new Map<string, LoadedFile>();
  #texts: { generation: number; texts: Texts } | null = null;
  #loading: Promise<void> = Promise.resolve();

  constructor(loader: RollupLoader) {
    this.#loader = loader;
  }

  /** Loads what is missing or out of date, one load after another. Settles when it is done; never throws. */
  load(catalog: Catalog): Promise<void> {
    this.#loading = this.#loading.then(() => this.#load(catalog)).catch(() => {}); // without memory the files answer
    return this.#loading;
  }

  /** A rollup of these files, in their order, and the dictionaries; null unless all are loaded and current. */
  rollups(
    catalog: Catalog,
    partitions: readonly Partition[],
    name: RollupName,
  ): { rollups: LoadedRollup[]; texts: Texts } | null {
    if (this.#texts?.generation !== catalog.generation) return null;
    const rollups: LoadedRollup[] = [];
    for (const partition of partitions) {
      const loaded = this.#files.get(partition.name);
      const rollup = loaded?.state === stateOf(partition, catalog) ? loaded.rollups.get(name) : undefined;
      if (!rollup) return null;
      rollups.push(rollup);
    }
    return { rollups, texts: this.#texts.texts };
  }

  async #load(catalog: Catalog): Promise<void> {
    this.#texts = { generation: catalog.generation, texts: await this.#loader.texts() };
    for (const partition of catalog.partitions) {
      const state = stateOf(partition, catalog);
      if (this.#files.get(partition.name)?.state === state) continue;
      const rollups = new Map<RollupName, LoadedRollup>();
      for (const name of rollupNames) {
        const rollup = await this.#loader.rollup(partition, name, catalog);
        if (rollup) rollups.set(name, rollup);
      }
      this.#files.set(partition.name, { state, rollups });
    }
  }
}

/** What a loaded file depends on: live on every change, a sealed one only on a change of the set of files. */
function stateOf(partition: Partition, { generation, version }: Catalog): string {
  return partition.kind === 'live' ? `${version}.${generation}` : String(version);
}
