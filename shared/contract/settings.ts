import { z } from 'zod';

/** A whole number that a person can set. */
export interface SettingDefinition {
  group: 'questions' | 'memory' | 'imports' | 'storage' | 'alerts';
  unit:
    | 'seconds'
    | 'milliseconds'
    | 'minutes'
    | 'days'
    | 'weeks'
    | 'years'
    | 'percent'
    | 'megabytes'
    | 'gigabytes'
    | 'times';
  least: number;
  most: number;
  byDefault: number;
  /** What 0 stands for; absent where 0 is a number like any other. */
  zero?: 'no limit' | 'never' | 'off';
}

const minutesOfAWeek = 7 * 24 * 60;
const megabytesOfATerabyte = 1_000_000;

/**
 * Everything that can be set for a store, as data: the schema, the dialog and the documentation are made from it.
 * - timeLimitSeconds: how long reading records for one question may take. A minute is more than the longest question over ten
 *   million records took by a half, and less than one waits for.
 * - slowQueryMilliseconds: what took longer is kept with its plan.
 * - keep...Minutes: how long an answer of that kind counts as fresh though nothing changed; what only sealed archives hold
 *   does not age.
 * - watch...Seconds: how often watched folders are looked at, and for how long a file must have stayed as it is.
 * - keep...InLive: what the roll-over leaves in live: so many finished years, and so much of what it holds.
 * - gatePlanFactor: how many times as much as planned, good or minutes, an import asks about.
 * - alert...: from where on the health screen speaks up.
 */
export const settingDefinitions = {
  timeLimitSeconds: { group: 'questions', unit: 'seconds', least: 0, most: 86_400, byDefault: 60, zero: 'no limit' },
  slowQueryMilliseconds: { group: 'questions', unit: 'milliseconds', least: 1, most: 600_000, byDefault: 100 },
  cacheMegabytes: { group: 'memory', unit: 'megabytes', least: 1, most: 4_096, byDefault: 64 },
  keepReportsMinutes: {
    group: 'memory',
    unit: 'minutes',
    least: 0,
    most: minutesOfAWeek,
    byDefault: 0,
    zero: 'never',
  },
  keepCountsMinutes: {
    group: 'memory',
    unit: 'minutes',
    least: 0,
    most: minutesOfAWeek,
    byDefault: 0,
    zero: 'never',
  },
  keepValuesMinutes: {
    group: 'memory',
    unit: 'minutes',
    least: 0,
    most: minutesOfAWeek,
    byDefault: 0,
    zero: 'never',
  },
  watchSeconds: { group: 'imports', unit: 'seconds', least: 1, most: 86_400, byDefault: 10 },
  watchQuietSeconds: { group: 'imports', unit: 'seconds', least: 0, most: 86_400, byDefault: 10 },
  keepYearsInLive: { group: 'storage', unit: 'years', least: 0, most: 100, byDefault: 0, zero: 'off' },
  keepGigabytesInLive: { group: 'storage', unit: 'gigabytes', least: 0, most: 10_000, byDefault: 0, zero: 'off' },
  gatePlanFactor: { group: 'imports', unit: 'times', least: 0, most: 1_000, byDefault: 3, zero: 'off' },
  alertSlowMilliseconds: {
    group: 'alerts',
    unit: 'milliseconds',
    least: 0,
    most: 600_000,
    byDefault: 200,
    zero: 'off',
  },
  alertHitRatioPercent: { group: 'alerts', unit: 'percent', least: 0, most: 100, byDefault: 50, zero: 'off' },
  alertLogMegabytes: {
    group: 'alerts',
    unit: 'megabytes',
    least: 0,
    most: megabytesOfATerabyte,
    byDefault: 512,
    zero: 'off',
  },
  alertDiskGigabytes: { group: 'alerts', unit: 'gigabytes', least: 0, most: 10_000, byDefault: 5, zero: 'off' },
  alertDiskWeeks: { group: 'alerts', unit: 'weeks', least: 0, most: 520, byDefault: 4, zero: 'off' },
  alertIntegrityDays: { group: 'alerts', unit: 'days', least: 0, most: 3_650, byDefault: 35, zero: 'off' },
  alertBackupDays: { group: 'alerts', unit: 'days', least: 0, most: 3_650, byDefault: 7, zero: 'off' },
  alertStandbySeconds: { group: 'alerts', unit: 'seconds', least: 0, most: 86_400, byDefault: 60, zero: 'off' },
} as const satisfies Record<string, SettingDefinition>;

export type SettingName = keyof typeof settingDefinitions;
export const settingNames = Object.keys(settingDefinitions) as SettingName[];

export type Settings = Record<SettingName, number>;

export const settingsSchema = z.strictObject(
  Object.fromEntries(
    settingNames.map((name) => [name, z.int().min(settingDefinitions[name].least).max(settingDefinitions[name].most)]),
  ) as Record<SettingName, z.ZodInt>,
);

export const defaultSettings = Object.fromEntries(
  settingNames.map((name) => [name, settingDefinitions[name].byDefault]),
) as Settings;
