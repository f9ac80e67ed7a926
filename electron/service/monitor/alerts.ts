/**
 * Alerts as a pure function of what was measured.
 * 1. What is beyond its threshold is listed; a threshold of 0 is off.
 * 2. It is told when it begins, or once somebody listens. One that comes back soon after it had gone is the same one, so that
 *    a value that swings around its threshold is told once.
 * 3. Shares and percentiles of a few questions say nothing, and a store that is younger than a threshold of days has missed
 *    nothing yet.
 */
import { type Alert, type AlertKind, alertKinds, type LogHolder } from '../../../shared/contract/health.ts';
import type { SettingName, Settings } from '../../../shared/contract/settings.ts';

const DAY_MS = 24 * 60 * 60 * 1_000;
const DAYS_A_WEEK = 7;
const SAME_AGAIN_MS = 60 * 60 * 1_000;
/** Fewer questions in the hour than these make neither a percentile nor a share. */
export const FEWEST_QUESTIONS = 50;

/** What alerts go by. Instants are in ISO form. */
export interface Measured {
  nowMs: number;
  /** Of the last hour. */
  questions: { count: number; p95Ms: number } | null;
  /** Of the last hour: what was asked of the cache, and the share it had, 0 to 1. */
  cache: { asked: number; hitRatio: number | null } | null;
  logBytes: number;
  freeDiskBytes: number;
  /** Null while it is not known. */
  growthBytesADay: number | null;
  /** Who keeps a large log from being cut; null where nobody does, or that is not known. */
  logHeldBy: LogHolder | null;
  /** The first import; null for a store that has nothing to lose yet. */
  storeSince: string | null;
  lastIntegrity: string | null;
  lastBackup: string | null;
  /** Seconds for which the standby has lacked something; infinite where it never was in step, null without a standby. */
  standbyLagSeconds: number | null;
  /** The live file could not be read or written, as it is damaged or gone, or the last full check found damage in it. */
  isLiveDamaged: boolean;
  /** Scheduled reports whose newest run failed, by name; null where the list of reports cannot be read. */
  failedReports: readonly string[] | null;
  /** Files of watched folders that failed and nobody has seen to since, newest first. */
  failedFiles: readonly About[];
  /** Folders that cannot be watched at the moment. */
  unwatched: readonly About[];
}

export type About = NonNullable<Alert['about']>;

/** What is remembered of an alert; `goneAtMs` is null while it lasts. */
export interface AlertMemory {
  kind: AlertKind;
  since: string;
  told: boolean;
  goneAtMs: number | null;
}

export interface AlertState {
  alerts: Alert[];
  /** Those to be told of now. */
  begun: Alert[];
  memory: AlertMemory[];
}

type Reading = Pick<Alert, 'value' | 'threshold' | 'heldBy' | 'names' | 'about'>;

/** Null for what is told in any case. */
const settingOf: Record<AlertKind, SettingName | null> = {
  damage: null,
  slow: 'alertSlowMilliseconds',
  hitRatio: 'alertHitRatioPercent',
  log: 'alertLogMegabytes',
  disk: 'alertDiskGigabytes',
  diskSoon: 'alertDiskWeeks',
  integrity: 'alertIntegrityDays',
  backup: 'alertBackupDays',
  standby: 'alertStandbySeconds',
  reports: null,
  watchedFile: null,
  watchedFolder: null,
};

/** The reading of a kind that is beyond a threshold; null where it is not. */
const beyond: Record<AlertKind, (measured: Measured, threshold: number) => Reading | null> = {
  damage: ({ isLiveDamaged }, threshold) => (isLiveDamaged ? { value: null, threshold } : null),
  slow: ({ questions }, threshold) =>
    questions !== null && questions.count >= FEWEST_QUESTIONS && questions.p95Ms > threshold
      ? { value: questions.p95Ms, threshold }
      : null,
  hitRatio: ({ cache }, threshold) => {
    if (cache === null || cache.hitRatio === null || cache.asked < FEWEST_QUESTIONS) return null;
    const percent = cache.hitRatio * 100;
    return percent < threshold ? { value: percent, threshold } : null;
  },
  log: ({ logBytes, logHeldBy }, threshold) =>
    logBytes / 1e6 > threshold
      ? { value: logBytes / 1e6, threshold, ...(logHeldBy === null ? {} : { heldBy: logHeldBy }) }
      : null,
  disk: ({ freeDiskBytes }, threshold) =>
    freeDiskBytes / 1e9 < threshold ? { value: freeDiskBytes / 1e9, threshold } : null,
  diskSoon: ({ freeDiskBytes, growthBytesADay: growth }, threshold) => {
    if (growth === null || growth <= 0) return null;
    const weeks = freeDiskBytes / growth / DAYS_A_WEEK;
    return weeks < threshold ? { value: weeks, threshold } : null;
  },
  integrity: ({ lastIntegrity, storeSince, nowMs }, threshold) => overdue(lastIntegrity, storeSince, nowMs, threshold),
  backup: ({ lastBackup, storeSince, nowMs }, threshold) => overdue(lastBackup, storeSince, nowMs, threshold),
  standby: ({ standbyLagSeconds: lag }, threshold) =>
    lag !== null && lag > threshold ? { value: Number.isFinite(lag) ? lag : null, threshold } : null,
  reports: ({ failedReports }, threshold) => {
    if (failedReports === null) return { value: null, threshold };
    return failedReports.length > 0 ? { value: failedReports.length, threshold, names: [...failedReports] } : null;
  },
  watchedFile: ({ failedFiles }, threshold) => anyOf(failedFiles, threshold),
  watchedFolder: ({ unwatched }, threshold) => anyOf(unwatched, threshold),
};

/** What to list and, where somebody listens, to tell now, with what is to be remembered until the next time. */
export function nextAlerts(
  measured: Measured,
  settings: Settings,
  before: readonly AlertMemory[],
  isHeard: boolean,
): AlertState {
  const { nowMs } = measured;
  const state: AlertState = { alerts: [], begun: [], memory: [] };
  for (const kind of alertKinds) {
    const setting = settingOf[kind];
    const threshold = setting === null ? 0 : settings[setting];
    const isOff = setting !== null && threshold === 0;
    const reading = isOff ? null : beyond[kind](measured, threshold);
    const known = before.find((memory) => memory.kind === kind);
    const same = known && (known.goneAtMs === null || nowMs - known.goneAtMs <= SAME_AGAIN_MS) ? known : null;
    if (reading) {
      const alert: Alert = { kind, since: same?.since ?? new Date(nowMs).toISOString(), ...reading };
      state.alerts.push(alert);
      const wasTold = same?.told ?? false;
      if (isHeard && !wasTold) state.begun.push(alert);
      state.memory.push({ kind, since: alert.since, told: wasTold || isHeard, goneAtMs: null });
    } else if (same) {
      state.memory.push({ ...same, goneAtMs: same.goneAtMs ?? nowMs });
    }
  }
  return state;
}

/** How many there are, and the first of them. */
function anyOf([first, ...others]: readonly About[], threshold: number): Reading | null {
  return first ? { value: 1 + others.length, threshold, about: first } : null;
}

/** Days since something was last done; where it never was, it is overdue once the store is old enough for it. */
function overdue(last: string | null, storeSince: string | null, nowMs: number, threshold: number): Reading | null {
  const daysSince = (instant: string) => (nowMs - Date.parse(instant)) / DAY_MS;
  if (last !== null) return daysSince(last) > threshold ? { value: daysSince(last), threshold } : null;
  return storeSince !== null && daysSince(storeSince) > threshold ? { value: null, threshold } : null;
}
