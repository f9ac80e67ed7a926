import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import type { Preview } from '../../../shared/contract/schemas.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { scratchFolder } from '../../testing/test-store.ts';
import { inspectFile, previewFile } from '../inspect.ts';

const folder = scratchFolder();
afterAll(folder.remove);
afterEach(() => vi.restoreAllMocks());

/** A machine whose clock is that of a zone. */
function machineIn(timeZone: string): void {
  const options = Intl.DateTimeFormat.prototype.resolvedOptions.call(new Intl.DateTimeFormat('en'));
  vi.spyOn(Intl.DateTimeFormat.prototype, 'resolvedOptions').mockReturnValue({ ...options, timeZone });
}

/** An hour a row, each stamp as `written` makes it of a date and an hour. */
function fileOf(
  written: (date: string, hour: string) => string,
  hours: readonly number[] = [...Array(24).keys()],
): string {
  const path = join(folder.path, 'log.csv');
  const rows = hours.flatMap((hour) =>
    [11, 12, 13].map((day) => `${written(`2024-03-${day}`, String(hour).padStart(2, '0'))},M1,${40 + hour}`),
  );
  writeFileSync(path, ['ts,machine,good', ...rows.sort(), ''].join('\n'));
  return path;
}

const aboutZones = ({ ambiguities }: Preview) => ambiguities.filter(({ field }) => field === 'timeZone');

async function zoneAsked(path: string) {
  return aboutZones((await inspectFile(path)).preview);
}

test.each([
  ['Z', (date: string, hour: string) => `${date}T${hour}:00:00Z`],
  ['+00:00', (date: string, hour: string) => `${date} ${hour}:00:00+00:00`],
])('days of stamps in UTC (%s) are asked about, with a stamp of another day here', async (_, written) => {
  machineIn('Asia/Seoul');
  expect(await zoneAsked(fileOf(written))).toMatchObject([
    { column: 'ts', sample: written('2024-03-11', '15'), choices: ['UTC', 'Asia/Seoul'] },
  ]);
});

test('they are asked about on a machine that goes by UTC, too, and not once a zone is named', async () => {
  machineIn('Etc/UTC');
  expect(await zoneAsked(fileOf((date, hour) => `${date}T${hour}:00:00Z`))).toHaveLength(1);
  machineIn('UTC');
  const path = fileOf((date, hour) => `${date}T${hour}:00:00Z`);
  expect(await zoneAsked(path)).toMatchObject([{ choices: ['UTC'] }]);
  const { profile } = await inspectFile(path);
  const inSeoul: ImportProfile = { ...profile, day: { ...profile.day, timeZone: 'Asia/Seoul' } };
  expect(aboutZones(await previewFile(path, inSeoul))).toEqual([]);
});

test('nobody is asked where the clock here gives the same days', async () => {
  machineIn('Europe/Berlin');
  expect(await zoneAsked(fileOf((date, hour) => `${date}T${hour}:00:00Z`, [5, 9, 13, 17]))).toEqual([]);
  expect(await zoneAsked(fileOf((date, hour) => `${date}T${hour}:00:00+01:00`))).toEqual([]);
});

test('another distance is the clock of the plant, unless the one here gives other days', async () => {
  const path = fileOf((date, hour) => `${date}T${hour}:00:00+09:00`);
  machineIn('Asia/Seoul');
  expect(await zoneAsked(path)).toEqual([]);
  machineIn('UTC');
  expect(await zoneAsked(path)).toEqual([]);
  machineIn('Europe/Berlin');
  expect(await zoneAsked(path)).toMatchObject([{ choices: ['asWritten', 'Europe/Berlin'] }]);
});

test('a distance that changes with summer time is that of a place, and a date beside the stamps stands', async () => {
  machineIn('Asia/Seoul');
  const changing = fileOf((date, hour) => `${date}T${hour}:00:00+0${date.endsWith('13') ? 2 : 1}:00`);
  expect(await zoneAsked(changing)).toEqual([]);
  const path = join(folder.path, 'dated.csv');
  const rows = [11, 12, 13, 14].map((day) => `2024-03-${day},2024-03-${day}T20:00:00Z,M1,${day}`);
  writeFileSync(path, ['date,started at,machine,good', ...rows, ''].join('\n'));
  expect(await zoneAsked(path)).toEqual([]);
});
