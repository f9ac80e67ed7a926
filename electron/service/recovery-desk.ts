import type { Engine } from '../../db/engine/engine.ts';
import { readStandbyPlan } from '../../db/standby/standby-plan.ts';
import { extent, type Partition } from '../../db/store/catalog.ts';
import type { Flaw } from '../../db/store/flaws.ts';
import type { FlawedArchive, FlawedLive, Rebuilt, Recovery } from '../../shared/contract/recovery.ts';
import { isoFromDay } from '../../shared/domain/day.ts';
import { BackupPlanFile } from './backup-plan.ts';
import type { StoreJobs } from './store-jobs.ts';

interface RecoveryDeskParts {
  engine: Engine;
  storeJobs: StoreJobs;
  /** Whether live could not be read or written as it should since the program was started. */
  isLiveFailing(): boolean;
  /** Told when less is to be said of a file. */
  onChange(): Promise<void>;
}

/** Files that are not as they should be, and what can be done for them. */
export class RecoveryDesk {
  readonly #parts: RecoveryDeskParts;

  constructor(parts: RecoveryDeskParts) {
    this.#parts = parts;
  }

  async status(): Promise<Recovery> {
    const { partitions, setAside, flaws } = await this.#parts.engine.catalog();
    const flawsOf = (partition: Partition) =>
      flaws.filter((flawed) => flawed.partition.name === partition.name).map(({ flaw }) => flaw);
    const ofLive = partitions
      .filter(({ kind }) => kind === 'live')
      .map((live) => flawedLive(live, flawsOf(live), this.#parts.isLiveFailing()));
    const aside = setAside.map(({ partition, because }) => flawedArchive(partition, [], because));
    const read = partitions
      .filter((partition) => partition.kind === 'archive' && flawsOf(partition).length > 0)
      .map((partition) => flawedArchive(partition, flawsOf(partition), null));
    return { live: ofLive[0] ?? null, archives: [...aside, ...read], folders: await this.#folders() };
  }

  /** Starts to rebuild an archive; copies are looked for in these folders first, then where backups and standby are. */
  async rebuild(archive: string, folders: readonly string[]): Promise<string> {
    const { backups, standby } = await this.#folders();
    const known = [backups, standby].filter((folder) => folder !== null);
    return this.#parts.storeJobs.rebuildArchive(archive, [...folders, ...known]);
  }

  accept(archive: string): string {
    return this.#parts.storeJobs.acceptArchive(archive);
  }

  async acknowledge(name: string): Promise<boolean> {
    const acknowledged = await this.#parts.engine.acknowledgeRebuilt(name);
    await this.#parts.onChange();
    return acknowledged;
  }

  async #folders(): Promise<Recovery['folders']> {
    const { root, backupPlan } = this.#parts.engine.folder;
    const { folder: backups } = await new BackupPlanFile(backupPlan).read();
    const { folder: standby } = readStandbyPlan(root);
    return { backups, standby };
  }
}

/** Null where there is nothing to tell of it. */
function flawedLive(live: Partition, flaws: readonly Flaw[], isFailing: boolean): FlawedLive | null {
  if (flaws.length === 0 && !isFailing) return null;
  const damaged = flaws.find((flaw) => flaw.code === 'damaged');
  return {
    ...contentOf(live),
    isFailing,
    damage: damaged?.because ?? null,
    found: damaged?.found ?? null,
    isDecayed: damaged?.isDecay ?? false,
    rebuilt: rebuiltOf(flaws),
  };
}

function flawedArchive(archive: Partition, flaws: readonly Flaw[], setAside: string | null): FlawedArchive {
  const doubted = flaws.find((flaw) => flaw.code === 'doubted');
  return {
    name: archive.name,
    ...contentOf(archive),
    setAside,
    doubt: doubted?.because ?? null,
    isChanged: flaws.some(({ code }) => code === 'changed'),
    rebuilt: rebuiltOf(flaws),
  };
}

function contentOf({ file, months }: Partition): Pick<FlawedLive, 'file' | 'records' | 'firstDate' | 'lastDate'> {
  const { records, firstDay, lastDay } = extent(months);
  return {
    file,
    records,
    firstDate: firstDay === null ? null : isoFromDay(firstDay),
    lastDate: lastDay === null ? null : isoFromDay(lastDay),
  };
}

function rebuiltOf(flaws: readonly Flaw[]): Rebuilt | null {
  const rebuilt = flaws.find((flaw) => flaw.code === 'rebuilt');
  return rebuilt ? { at: rebuilt.at, source: rebuilt.source, months: rebuilt.months } : null;
}
