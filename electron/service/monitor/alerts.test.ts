import { expect, test } from 'vitest';
import { type AlertKind, alertKinds } from '../../../shared/contract/health.ts';
import { defaultSettings, type Settings, settingNames } from '../../../shared/contract/settings.ts';
import { type AlertMemory, FEWEST_QUESTIONS, type Measured, nextAlerts } from './alerts.ts';

const HOUR_MS = 3_600_000;
const nowMs = Date.parse('2026-03-02T12:00:00.000Z');
const daysAgo = (days: number) => new Date(nowMs - days * 24 * HOUR_MS).toISOString();

const sound: Measured = {
  nowMs,
  questions: { count: 1_000, p95Ms: 20 },
  cache: { asked: 1_000, hitRatio: 0.95 },
  logBytes: 4e6,
  freeDiskBytes: 200e9,
  growthBytesADay: 1e6,
  logHeldBy: null,
  storeSince: daysAgo(400),
  lastIntegrity: daysAgo(3),
  lastBackup: daysAgo(1),
  standbyLagSeconds: 0,
  isLiveDamaged: false,
  failedReports: [],
  failedFiles: [],
  unwatched: [],
};
const failed = { name: 'shift.csv', why: 'No file with these headings was imported before.' };
const away = { name: '/exports', why: '/exports is not there.' };
const settings: Settings = {
  ...defaultSettings,
  alertSlowMilliseconds: 200,
  alertHitRatioPercent: 50,
  alertLogMegabytes: 512,
  alertDiskGigabytes: 5,
  alertDiskWeeks: 4,
  alertIntegrityDays: 35,
  alertBackupDays: 7,
  alertStandbySeconds: 60,
};
const alertsOf = (changes: Partial<Measured>, set: Settings = settings) =>
  nextAlerts({ ...sound, ...changes }, set, [], true).alerts.map(({ kind, value, threshold }) => [
    kind,
    value,
    threshold,
  ]);

test('a sound store has none', () => {
  expect(alertsOf({})).toEqual([]);
});

test.each<[AlertKind, Partial<Measured>, Partial<Measured>, number | null, number]>([
  ['slow', { questions: { count: 50, p95Ms: 201 } }, { questions: { count: 50, p95Ms: 200 } }, 201, 200],
  ['hitRatio', { cache: { asked: 50, hitRatio: 0.25 } }, { cache: { asked: 50, hitRatio: 0.5 } }, 25, 50],
  ['log', { logBytes: 513e6 }, { logBytes: 512e6 }, 513, 512],
  ['disk', { freeDiskBytes: 4e9 }, { freeDiskBytes: 5e9 }, 4, 5],
  ['diskSoon', { growthBytesADay: 1e9, freeDiskBytes: 14e9 }, { growthBytesADay: 1e9, freeDiskBytes: 28e9 }, 2, 4],
  ['diskSoon', { growthBytesADay: 20e9, freeDiskBytes: 140e9 }, { growthBytesADay: null }, 1, 4],
  ['integrity', { lastIntegrity: daysAgo(36) }, { lastIntegrity: daysAgo(35) }, 36, 35],
  ['integrity', { lastIntegrity: null }, { lastIntegrity: null, storeSince: daysAgo(35) }, null, 35],
  ['backup', { lastBackup: daysAgo(8) }, { lastBackup: daysAgo(7) }, 8, 7],
  ['backup', { lastBackup: null }, { lastBackup: null, storeSince: daysAgo(7) }, null, 7],
  ['standby', { standbyLagSeconds: 61 }, { standbyLagSeconds: 60 }, 61, 60],
  ['standby', { standbyLagSeconds: Number.POSITIVE_INFINITY }, { standbyLagSeconds: null }, null, 60],
  ['damage', { isLiveDamaged: true }, { isLiveDamaged: false }, null, 0],
  ['reports', { failedReports: ['Scrap', 'Yield'] }, { failedReports: [] }, 2, 0],
  ['reports', { failedReports: null }, { failedReports: [] }, null, 0],
  ['watchedFile', { failedFiles: [failed, failed] }, { failedFiles: [] }, 2, 0],
  ['watchedFolder', { unwatched: [away] }, { unwatched: [] }, 1, 0],
])('%s begins beyond its threshold, and not at it', (kind, beyond, atIt, value, threshold) => {
  expect(alertsOf(beyond)).toEqual([[kind, value, threshold]]);
  expect(alertsOf(atIt)).toEqual([]);
});

test('of a log that is large it is told who holds it', () => {
  const { alerts } = nextAlerts({ ...sound, logBytes: 513e6, logHeldBy: 'other' }, settings, [], true);
  expect(alerts).toMatchObject([{ kind: 'log', heldBy: 'other' }]);
});

test('of reports that failed it is told which', () => {
  const { alerts } = nextAlerts({ ...sound, failedReports: ['Scrap', 'Yield'] }, settings, [], true);
  expect(alerts).toMatchObject([{ kind: 'reports', names: ['Scrap', 'Yield'] }]);
});

test('of files that failed the newest is told with its reason', () => {
  const { alerts } = nextAlerts({ ...sound, failedFiles: [failed, away] }, settings, [], true);
  expect(alerts).toMatchObject([{ kind: 'watchedFile', value: 2, about: failed }]);
});

test('a disk that the store does not fill is full at no time', () => {
  expect(alertsOf({ growthBytesADay: -1e9, freeDiskBytes: 6e9 })).toEqual([]);
});

test('a store that nothing was imported into yet has missed nothing', () => {
  expect(alertsOf({ storeSince: null, lastIntegrity: null, lastBackup: null })).toEqual([]);
});

test('a few questions are neither slow nor missed', () => {
  const few = FEWEST_QUESTIONS - 1;
  expect(alertsOf({ questions: { count: few, p95Ms: 9_000 }, cache: { asked: few, hitRatio: 0 } })).toEqual([]);
  expect(alertsOf({ questions: null, cache: null })).toEqual([]);
});

test('a threshold of 0 is off; what has none is told in any case', () => {
  const off = { ...settings };
  for (const name of settingNames) if (name.startsWith('alert')) off[name] = 0;
  const everything: Partial<Measured> = {
    questions: { count: 999, p95Ms: 9_999 },
    cache: { asked: 999, hitRatio: 0 },
    logBytes: 1e12,
    freeDiskBytes: 0,
    lastIntegrity: null,
    lastBackup: null,
    standbyLagSeconds: 61,
    isLiveDamaged: true,
    failedReports: ['Scrap'],
    failedFiles: [failed],
    unwatched: [away],
  };
  expect(alertsOf(everything).map(([kind]) => kind)).toEqual([...alertKinds]);
  expect(alertsOf(everything, off).map(([kind]) => kind)).toEqual([
    'damage',
    'reports',
    'watchedFile',
    'watchedFolder',
  ]);
});

/** What is told and listed of a full disk, step by step; each step is hours after the one before. */
function follow(
  steps: readonly [hours: number, isShort: boolean, isHeard?: boolean][],
): { told: boolean; since: string | null }[] {
  let memory: AlertMemory[] = [];
  let at = nowMs;
  return steps.map(([hours, isShort, isHeard = true]) => {
    at += hours * HOUR_MS;
    const now: Measured = { ...sound, nowMs: at, lastIntegrity: null, storeSince: null, lastBackup: null };
    const state = nextAlerts({ ...now, freeDiskBytes: isShort ? 1e9 : 90e9 }, settings, memory, isHeard);
    memory = state.memory;
    return { told: state.begun.length > 0, since: state.alerts[0]?.since ?? null };
  });
}

test('it is told once, listed while it lasts since it began, and told again only after it had gone', () => {
  const [first, again] = ['2026-03-02T12:00:00.000Z', '2026-03-02T20:00:00.000Z'];
  const steps: [number, boolean][] = [
    [0, true],
    [1, true],
    [1, true],
    [1, false],
    [2, false],
    [3, true],
    [1, true],
  ];
  expect(follow(steps)).toEqual([
    { told: true, since: first },
    { told: false, since: first },
    { told: false, since: first },
    { told: false, since: null },
    { told: false, since: null },
    { told: true, since: again },
    { told: false, since: again },
  ]);
});

test('one that swings around its threshold is the same one', () => {
  const first = '2026-03-02T12:00:00.000Z';
  const steps: [number, boolean][] = [
    [0, true],
    [0.5, false],
    [0.4, false],
    [0.5, true],
    [0.5, false],
    [1, true],
    [0.1, false],
    [1.1, true],
  ];
  expect(follow(steps).map(({ told, since }) => [told, since])).toEqual([
    [true, first],
    [false, null],
    [false, null],
    [false, first],
    [false, null],
    [false, first],
    [false, null],
    [true, '2026-03-02T16:06:00.000Z'],
  ]);
});

test('one that nobody could hear is told once somebody can, of when it began', () => {
  const first = '2026-03-02T12:00:00.000Z';
  const steps: [number, boolean, boolean][] = [
    [0, true, false],
    [5, true, false],
    [5, true, true],
    [5, true, false],
    [5, true, true],
  ];
  expect(follow(steps).map(({ told, since }) => [told, since])).toEqual([
    [false, first],
    [false, first],
    [true, first],
    [false, first],
    [false, first],
  ]);
});
