import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { findingKinds, findingSchema, type GateDecisions } from '../../../shared/import/gate.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
import { isAppError } from '../../../shared/lib/app-error.ts';
import { createRandom } from '../../sample/random.ts';
import type { OwnedStore } from '../../store/open-store.ts';
import { createStore, unwatched } from '../../testing/test-store.ts';
import { csvSource } from '../csv-source.ts';
import { importRows } from '../import-rows.ts';
import { inspectFile } from '../inspect.ts';

let store: OwnedStore;
let path: string;
let remove: () => void;
beforeEach(() => {
  ({ store, path, remove } = createStore());
});
afterEach(() => {
  store.close();
  remove();
});

const gateWith = (ofRequest: GateDecisions) => ({
  today: dayFromIso('2024-12-31') ?? 0,
  planFactor: 3,
  ofProfile: Object.fromEntries(findingKinds.filter((kind) => kind !== 'otherClock').map((kind) => [kind, 'keep'])),
  ofRequest,
});
let files = 0;

/** Imports stamps, a row each, as they are guessed to be read; how many rows wait for a decision, and what came of it. */
async function read(
  stamps: readonly string[],
  change: (profile: ImportProfile) => ImportProfile = (profile) => profile,
  decisions: GateDecisions = {},
) {
  files += 1;
  const name = `stamps-${files}.csv`;
  const file = join(path, name);
  const rows = stamps.map((stamp, at) => `${stamp};L${files};${1 + ((at * 37) % 91)}`);
  writeFileSync(file, ['start;line;good', ...rows, ''].join('\n'));
  const { profile } = await inspectFile(file);
  const source = await csvSource(file, name, change(profile));
  try {
    const outcome = await importRows(store, source, unwatched, undefined, gateWith(decisions));
    const found = outcome.findings.filter(({ kind }) => kind === 'otherClock');
    return { waits: 0, found, inserted: outcome.inserted, rejected: outcome.rejected };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'HELD') throw error;
    const found = findingSchema.array().parse(JSON.parse(error.details.findings ?? '[]'));
    const mine = found.filter(({ kind }) => kind === 'otherClock');
    return { waits: mine[0]?.count ?? 0, found: mine, inserted: 0, rejected: 0 };
  }
}

const stampAt = (at: number, zone = '', lead = 'T') =>
  `2024-03-${String(1 + (Math.floor(at / 24) % 28)).padStart(2, '0')}${lead}${String(at % 24).padStart(2, '0')}:00${zone}`;
const stamps = (count: number, zone = '', from = 0) =>
  Array.from({ length: count }, (_, at) => stampAt(from + at, zone));
const inZone = (timeZone: string) => (profile: ImportProfile) => ({ ...profile, day: { ...profile.day, timeZone } });
const writtenIn = (zone: string) => (profile: ImportProfile) => ({
  ...profile,
  dates: { ...profile.dates, writtenIn: zone },
});

describe('Stamps of one file by several clocks', () => {
  test('wait for a decision where a distance from UTC begins after the rows that are asked about', async () => {
    for (const zone of ['+09:00', 'Z', ' KST']) {
      const late = await read([...stamps(1_200), ...stamps(7, zone, 1_200)]);
      expect(late).toMatchObject({ waits: 7, found: [{ examples: [{ line: 1_202 }, {}, {}, {}, {}] }] });
    }
    expect(await read([...stamps(1_200, ' KST'), ...stamps(7, '', 1_200)])).toMatchObject({ waits: 7 });
    // What was read with its distance from UTC, and says so, is no such moment without one.
    const ends = await read([...stamps(1_200, 'Z'), ...stamps(7, '', 1_200)]);
    expect(ends).toMatchObject({ waits: 0, inserted: 1_200, rejected: 7 });
  });

  test('wait for a decision where the distance changes by more than summer time does, and not by that', async () => {
    expect(await read([...stamps(50, '+09:00'), ...stamps(5, 'Z', 50)])).toMatchObject({ waits: 5 });
    expect(await read([...stamps(50, '+01:00'), ...stamps(50, '+02:00', 50)])).toMatchObject({
      waits: 0,
      inserted: 100,
    });
    const southwards = [...stamps(9, '+02:00'), ...stamps(9, '+01:00', 9), ...stamps(9, '+00:00', 18)];
    expect(await read(southwards)).toMatchObject({ waits: 9 });
  });

  test('are read without a word where the profile says by which clock days are counted and stamps written', async () => {
    const several = [...stamps(20, '+09:00'), ...stamps(20, 'Z', 20)];
    expect(await read(several, inZone('Asia/Seoul'))).toMatchObject({ waits: 0, inserted: 40 });
    const begins = [...stamps(20), ...stamps(20, '+09:00', 20)];
    expect(await read(begins, inZone('Asia/Seoul'))).toMatchObject({ waits: 20 });
    expect(await read(begins, writtenIn('Asia/Seoul'))).toMatchObject({ waits: 0, inserted: 40 });
    const [first] = store.live.rows(
      'SELECT started_at FROM records WHERE line_id = (SELECT id FROM lines WHERE name = @line) ORDER BY started_at',
      { line: `L${files}` },
    );
    expect(first).toEqual([Date.UTC(2024, 1, 29, 15) / 1_000]);
  });

  test('are left out or kept as somebody decides', async () => {
    const begins = [...stamps(20), ...stamps(3, 'Z', 20)];
    expect(await read(begins, undefined, { otherClock: 'leaveOut' })).toMatchObject({ inserted: 20, rejected: 3 });
    expect(await read(begins, undefined, { otherClock: 'keep' })).toMatchObject({ inserted: 23, rejected: 0 });
  });

  test('are found wherever they stand, as a count of them by hand says', async () => {
    const random = createRandom(9);
    const zones = ['', '', '', '+09:00', 'Z', '-04:30'];
    for (let file = 0; file < 40; file += 1) {
      const used = zones.filter(() => random.chance(0.5));
      const written = Array.from({ length: 30 }, () => used[random.below(Math.max(1, used.length))] ?? '');
      // With several distances from UTC these differ by more than an hour from each other.
      const lacking = written[0] === '' ? 0 : written.filter((zone) => zone === '').length;
      const waiting = written.filter((zone) => zone !== written[0]).length - lacking;
      const { waits, inserted } = await read(written.map((zone, at) => stampAt(at, zone)));
      expect({ written, waits, inserted }).toEqual({
        written,
        waits: waiting,
        inserted: waiting > 0 ? 0 : 30 - lacking,
      });
    }
  });
});
