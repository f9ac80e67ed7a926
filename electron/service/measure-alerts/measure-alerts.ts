/**
 * Watches measures as people asked for it.
 * 1. It looks after records changed, and each hour, while no job runs: it gives way to whatever a person waits for.
 * 2. What is found is listed while it lasts. It is told once, when a change of the records brings it; what was there when the
 *    program began is listed alone.
 * 3. One that cannot be looked at does not keep the others from it, and is listed with why.
 */
import type {
  FoundMeasureAlert,
  MeasureAlert,
  MeasureAlerts as Told,
} from '../../../shared/contract/measure-alerts.ts';
import type { Specification } from '../../../shared/contract/specifications.ts';
import { findMeasureAlert } from '../../../shared/quality/find-measure-alert.ts';
import type { Answer } from '../../../shared/query/answer.ts';
import type { ReportQueryInput } from '../../../shared/query/report-query.ts';

const EVERY_MS = 60 * 60 * 1_000;

export interface MeasureAlertsParts {
  /** What is watched; read each time, as another program may change it. */
  list(): Promise<MeasureAlert[]>;
  /** The limits of measures that are kept; read each time likewise. */
  specifications(): Promise<Specification[]>;
  ask(query: ReportQueryInput): Promise<Answer>;
  /** Whether nothing else is to be done now. */
  isIdle(): boolean;
  /** Told of what a change of the records brought. */
  onFound(found: FoundMeasureAlert): void;
  onFailure(what: string, error: unknown): void;
  /** Milliseconds of the day's clock. */
  now(): number;
}

type Looked = Pick<Told, 'found' | 'failed'>;

export class MeasureAlerts {
  readonly #parts: MeasureAlertsParts;
  #looked: Looked = { found: [], failed: [] };
  #lookedAtMs: number | null = null;
  #isChanged = false;
  #looking: Promise<void> | null = null;
  #isClosed = false;

  constructor(parts: MeasureAlertsParts) {
    this.#parts = parts;
  }

  /** What is watched and what was found. Throws in words where the file cannot be read. */
  async told(): Promise<Told> {
    const alerts = await this.#parts.list();
    const names = new Set(alerts.map(({ name }) => name));
    return {
      alerts,
      found: this.#looked.found.filter(({ alert }) => names.has(alert.name)),
      failed: this.#looked.failed.filter(({ name }) => names.has(name)),
      checkedAt: this.#lookedAtMs === null ? null : new Date(this.#lookedAtMs).toISOString(),
    };
  }

  /** Records changed: there is something to look at as soon as nothing else is to be done. */
  noteChange(): void {
    this.#isChanged = true;
  }

  /** Looks, where it is time to and nothing else is to be done. */
  async lookWhenDue(): Promise<void> {
    const isDue = this.#lookedAtMs === null || this.#isChanged || this.#parts.now() - this.#lookedAtMs >= EVERY_MS;
    if (isDue && this.#parts.isIdle()) await this.look();
  }

  /** Looks now; settles when that is over, whatever came of it. */
  async look(): Promise<void> {
    await this.#looking; // what is looked at may be of before
    if (this.#isClosed) return;
    this.#looking = this.#look().finally(() => {
      this.#looking = null;
    });
    await this.#looking;
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#looking;
  }

  async #look(): Promise<void> {
    const isTold = this.#isChanged && this.#lookedAtMs !== null;
    this.#isChanged = false;
    try {
      const looked = await this.#lookAt(await this.#parts.list());
      const before = this.#looked.found;
      this.#looked = looked;
      this.#lookedAtMs = this.#parts.now();
      const isNew = ({ alert }: FoundMeasureAlert) => !before.some((each) => each.alert.name === alert.name);
      if (isTold) for (const found of looked.found.filter(isNew)) this.#parts.onFound(found);
    } catch (error) {
      this.#parts.onFailure('what is watched of measures cannot be read', error);
    }
  }

  async #lookAt(alerts: readonly MeasureAlert[]): Promise<Looked> {
    const looked: Looked = { found: [], failed: [] };
    // One after the other: nobody waits for it.
    for (const alert of alerts) {
      if (this.#isClosed) break;
      try {
        const kept = alert.of === 'specification' ? await this.#parts.specifications() : [];
        const found = await findMeasureAlert(alert, (query) => this.#parts.ask(query), kept);
        if (found) looked.found.push(found);
      } catch (error) {
        this.#parts.onFailure(`'${alert.name}' cannot be looked at`, error);
        looked.failed.push({ name: alert.name, message: error instanceof Error ? error.message : String(error) });
      }
    }
    return looked;
  }
}
