/** How long the program takes to open a store and to load what it holds in memory. */
import { rmSync } from 'node:fs';
import { Engine } from '../../db/engine/engine.ts';
import { storeFolder } from '../../db/store/folder.ts';

/** What is loaded after a store was opened, in its order. */
const loads = {
  rollups: (engine: Engine) => engine.loadRollups(),
  columns: (engine: Engine) => engine.loadColumns(),
};

export interface Loading {
  openMs: number;
  rollupsMs: number;
  /** The columnar copy read from its files. */
  columnsMs: number;
  /** The same built from the records, as after the first import. */
  builtColumnsMs: number;
}

/** Loads all that an engine holds in memory. */
export async function loadEverything(engine: Engine): Promise<void> {
  for (const load of Object.values(loads)) await load(engine);
}

/** Deletes the columnar copy of a store, opens it twice, and leaves it with a copy. */
export async function measureLoading(store: string): Promise<Loading> {
  rmSync(storeFolder(store).columns, { recursive: true, force: true });
  const first = await openAndLoad(store);
  const second = await openAndLoad(store);
  return { ...second, builtColumnsMs: first.columnsMs };
}

async function openAndLoad(store: string): Promise<Omit<Loading, 'builtColumnsMs'>> {
  const timed = async (work: () => Promise<unknown>) => {
    const startedAt = performance.now();
    await work();
    return performance.now() - startedAt;
  };
  const startedAt = performance.now();
  const engine = await Engine.open(store, 'own');
  try {
    const openMs = performance.now() - startedAt;
    const rollupsMs = await timed(() => loads.rollups(engine));
    return { openMs, rollupsMs, columnsMs: await timed(() => loads.columns(engine)) };
  } finally {
    await engine.close();
  }
}
