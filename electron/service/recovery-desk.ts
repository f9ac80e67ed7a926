import type { Engine } from '../../db/engine/engine.ts';
import { readStandbyPlan } from '../../db/standby/standby-plan.ts';
import { extent, type Partition } from '../../db/store/catalog.ts';
import type { Flaw } from '../../db/store/flaws.ts';
import type { FlawedArchive, Recovery } from '../../shared/contract/recovery.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { BackupPlanFile } from './backup-plan.ts';
import type { StoreJobs } from './store-jobs.ts';

/** Archives that are not as they should be, and what can be done for them. */
export class RecoveryDesk {
  readonly #engine: Engine;
  readonly #storeJobs: StoreJobs;
  readonly #onChange: () => Promise<void>;

  constructor(engine: Engine, storeJobs: StoreJobs, onChange: () => Promise<void>) {
    this.#engine = engine;
    this.#storeJobs = storeJobs;
    this.#onChange = onChange;
  }

  async status(): Promise<Recovery> {
    const { setAside, flaws } = await this.#engine.catalog();
    const aside = setAside.map(({ partition, because }) => flawed(partition, [], because));
    const ofArchives = flaws.filter(({ partition }) => partition.kind === 'archive');
    const read = [...Map.groupBy(ofArchives, ({ partition }) => partition)].map(([partition, found]) =>
      flawed(
        partition,
        found.map(({ flaw }) => flaw),
        null,
      ),
    );
    return { archives: [...aside, ...read], folders: await this.#folders() };
  }

  /** Starts to rebuild an archive; copies are looked for in these folders first, then where backups and standby are. */
  async rebuild(archive: string, folders: readonly string[]): Promise<string> {
    return this.#storeJobs.rebuildArchive(archive, [...folders, ...(await this.#folders())]);
  }

  accept(archive: string): string {
    return this.#storeJobs.acceptArchive(archive);
  }

  async acknowledge(archive: string): Promise<boolean> {
    const acknowledged = await this.#engine.acknowledgeRebuilt(archive);
    await this.#onChange();
    return acknowledged;
  }

  async #folders(): Promise<string[]> {
    const { root, backupPlan } = this.#engine.folder;
    const { folder: backups } = await new BackupPlanFile(backupPlan).read();
    const { folder: standby } = readStandbyPlan(root);
    return [backups, standby].filter((folder) => folder !== null);
  }
}

function flawed({ name, file, months }: Partition, flaws: readonly Flaw[], setAside: string | null): FlawedArchive {
  const { records, firstDay, lastDay } = extent(months);
  const doubted = flaws.find((flaw) => flaw.code === 'doubted');
  const rebuilt = flaws.find((flaw) => flaw.code === 'rebuilt');
  return {
    name,
    file,
    records,
    firstDate: firstDay === null ? null : isoFromDay(firstDay),
    lastDate: lastDay === null ? null : isoFromDay(lastDay),
    setAside,
    doubt: doubted?.because ?? null,
    isChanged: flaws.some(({ code }) => code === 'changed'),
    rebuilt: rebuilt ? { at: rebuilt.at, source: rebuilt.source, months: rebuilt.months } : null,
  };
}
