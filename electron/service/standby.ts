/**
 * The standby of an open store: followed by a process of its own for as long as this program stays, and once at the end of a
 * command that changed something. Where it is stands in a file of the store, which is looked at now and then, as the command line
 * sets it as well.
 */
import { startBeside } from '../../db/backup/beside.ts';
import { readRestoreJournal } from '../../db/backup/place-restored.ts';
import { acknowledge, acknowledgeOpened } from '../../db/standby/acknowledged.ts';
import type { StandbyState } from '../../db/standby/follow.ts';
import { type Following, followBeside } from '../../db/standby/follow-beside.ts';
import { readStandbyPlan, type StandbyPlan, writeStandbyPlan } from '../../db/standby/standby-plan.ts';
import type { Job } from '../../shared/contract/schemas.ts';
import type { Standby } from '../../shared/contract/standby.ts';
import type { JobRunner } from './job-runner.ts';
import type { ServiceGround } from './service-parts.ts';
import {
  describeFailover,
  requiredStandby,
  secondsSince,
  setStandby,
  standbyApart,
  unsetStandby,
} from './standby-apart.ts';

export interface StandbyOptions {
  root: string;
  /** Whether this process stays, and follows all the while. */
  stays: boolean;
  jobs: JobRunner;
  /** What the store holds now. */
  holds: () => Promise<{ generation: number; records: number }>;
  onFailure: (what: string, error: unknown) => void;
}

const LOOK_EVERY_MS = 1_000;
/** A report that is older than this says nothing of now. */
const REPORT_HOLDS_MS = 5_000;
const END_WITHIN_MS = 30_000;
const GIVE_UP_WITHIN_MS = 3_000;
/** A command waits for the whole comparison, as nobody follows after it. */
const COMMAND_ENDS_WITHIN_MS = 30 * 60_000;
/** Jobs that change nothing which a copy could lack. */
const OF_NO_CHANGE = new Set<Job['kind']>(['export', 'backup', 'drill', 'restore', 'failover', 'integrity', 'advise']);

/** The standby of a store that is open; only its owner follows. */
export function openStandby(
  { engine, owns, log }: ServiceGround,
  { jobs, stays }: { jobs: JobRunner; stays: boolean },
): StoreStandby {
  const standby = new StoreStandby({
    root: engine.folder.root,
    stays: owns && stays,
    jobs,
    async holds() {
      const { generation, partitions } = await engine.catalog();
      const months = partitions.flatMap((partition) => partition.months);
      return { generation, records: months.reduce((sum, { records }) => sum + records, 0) };
    },
    onFailure: (what, error) => log.warn({ error }, what),
  });
  if (owns) standby.start();
  return standby;
}

interface Followed {
  plan: StandbyPlan;
  following: Following;
}

export class StoreStandby {
  readonly #options: StandbyOptions;
  #followed: Followed | null = null;
  #state: StandbyState | null = null;
  #reportedAtMs = 0;
  #timer: NodeJS.Timeout | null = null;
  #isFailingOver = false;
  #hasChanged = false;

  constructor(options: StandbyOptions) {
    this.#options = options;
  }

  /** Follows from now on, where this process stays. */
  start(): void {
    void this.#noteOpened();
    if (!this.#options.stays) return;
    this.#look();
    this.#timer = setInterval(() => this.#look(), LOOK_EVERY_MS).unref();
  }

  /** Where the standby is, what it does, and what would be missing. */
  status(): Standby {
    const { root, stays } = this.#options;
    const plan = readStandbyPlan(root);
    const status = standbyApart(root);
    if (plan.folder === null || status.now.state === 'failingOver') return status;
    if (!stays || !this.#followed) return status;
    const state = this.#state;
    if (state === null) return { ...status, now: { state: 'starting' } };
    if (state.state !== 'following') return { ...status, now: state };
    const { missing, missingArchives, inStepAt, facts } = state;
    const isInStep = Date.now() - this.#reportedAtMs < REPORT_HOLDS_MS && missing.batches + missing.records === 0;
    return {
      ...status,
      now: { state: 'following', missing, missingArchives },
      inStepAt,
      lagSeconds: isInStep ? 0 : secondsSince(inStepAt),
      holds: { records: facts.records, batches: facts.batches },
    };
  }

  /** Sets the folder of the standby. Throws in words. */
  set({ folder, takeOver }: { folder: string; takeOver: boolean }): Standby {
    setStandby(this.#options.root, { folder, takeOver });
    this.#look();
    return this.status();
  }

  off(): Standby {
    unsetStandby(this.#options.root);
    this.#look();
    return this.status();
  }

  followAnew(): Standby {
    const { folder } = readStandbyPlan(this.#options.root);
    writeStandbyPlan(this.#options.root, { folder: requiredStandby(folder), anewAt: new Date().toISOString() });
    this.#look();
    return this.status();
  }

  /** Lets the standby take the place of the store when that is opened the next time; nothing is followed from then on. */
  failOver(): string {
    const { root, jobs } = this.#options;
    const folder = requiredStandby(readStandbyPlan(root).folder);
    return jobs.start({
      kind: 'failover',
      subject: folder,
      lane: 'read',
      cancellable: true,
      run: async (control) => {
        this.#isFailingOver = true;
        try {
          await this.#stop(END_WITHIN_MS);
          const input = { store: root, standby: folder, now: new Date().toISOString() };
          const running = startBeside('prepareFailover', input, control.report);
          control.onCancel(running.cancel);
          return describeFailover(await running.result);
        } finally {
          this.#isFailingOver = false;
          this.#look();
        }
      },
    });
  }

  /** Seconds for which the standby has not held all that the store has; 0 in step, null without a standby. */
  lagSeconds(): number | null {
    const { folder, lagSeconds, inStepAt, now } = this.status();
    if (folder === null || now.state === 'failingOver') return null;
    const isFollowed = now.state !== 'trouble' && now.state !== 'stopped';
    if (isFollowed && inStepAt === null) return 0; // its first copy is on its way
    return (isFollowed ? lagSeconds : secondsSince(inStepAt)) ?? Number.POSITIVE_INFINITY;
  }

  /** Writes down what was said to be done, for as long as the standby may lack it. */
  async noteDone({ kind, subject, state, finishedAt }: Job): Promise<void> {
    const { root, holds, onFailure } = this.#options;
    if (state !== 'done' || finishedAt === null || OF_NO_CHANGE.has(kind)) return;
    this.#hasChanged = true;
    try {
      const { generation, records } = await holds();
      const held = this.#state?.state === 'following' ? this.#state.facts.generation : 0;
      acknowledge(root, { change: { generation, at: finishedAt, kind, subject }, records, held });
    } catch (error) {
      onFailure('what was done could not be written down', error);
    }
  }

  async #noteOpened(): Promise<void> {
    const { root, holds, onFailure } = this.#options;
    try {
      acknowledgeOpened(root, await holds());
    } catch (error) {
      onFailure('what the store holds could not be written down', error);
    }
  }

  /** Lets the standby have all that was done. */
  async close(): Promise<void> {
    if (this.#timer) clearInterval(this.#timer);
    if (this.#options.stays) {
      // A comparison that is under way can be killed like anything else, and begins anew at the next start.
      const isInReach = this.#state?.state === 'following';
      return this.#stop(isInReach ? END_WITHIN_MS : GIVE_UP_WITHIN_MS);
    }
    if (!this.#hasChanged) return;
    this.#follow(true);
    await this.#stop(COMMAND_ENDS_WITHIN_MS);
  }

  #look(): void {
    if (!this.#options.stays || this.#isFailingOver) return;
    const plan = readStandbyPlan(this.#options.root);
    const before = this.#followed?.plan;
    const isWanted = plan.folder !== null && readRestoreJournal(this.#options) === null;
    const isSame = before?.folder === plan.folder && before?.anewAt === plan.anewAt;
    if (isWanted ? isSame : !before) return;
    const ended = this.#stop(END_WITHIN_MS);
    if (isWanted) void ended.then(() => this.#follow(false));
  }

  #follow(once: boolean): void {
    const { root, onFailure } = this.#options;
    const plan = readStandbyPlan(root);
    if (plan.folder === null || this.#followed) return;
    const followed: Followed = {
      plan,
      following: followBeside({ store: root, folder: plan.folder, anewAt: plan.anewAt, once }, (state) => {
        if (this.#followed !== followed) return;
        this.#state = state;
        this.#reportedAtMs = Date.now();
        if (state.state === 'trouble' || state.state === 'stopped') onFailure(state.message, null);
      }),
    };
    this.#followed = followed;
    void followed.following.ended.then(() => {
      // One that has said why it stopped is left alone until a person has decided; any other is started again.
      if (this.#followed === followed && this.#state?.state !== 'stopped') this.#followed = null;
    });
  }

  async #stop(withinMs: number): Promise<void> {
    const followed = this.#followed;
    if (!followed) return;
    await followed.following.end(withinMs);
    if (this.#followed !== followed) return;
    this.#followed = null;
    this.#state = null;
  }
}
