import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayFromIso, isoFromDay } from '../../../shared/domain/day.ts';
import type { Encoding } from '../../../shared/import/encodings.ts';
import { findingSchema, type GateDecisions } from '../../../shared/import/gate.ts';
import { isAppError } from '../../../shared/lib/app-error.ts';
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

const FIRST = 1_500;
const ALL = 1_800;
const dateOf = (at: number) => isoFromDay((dayFromIso('2024-01-01') ?? 0) + Math.floor(at / 20));
const amountOf = (at: number) => 100 + ((at * 37) % 91);

/** Imports a file as it is guessed to be; what was found in all of its rows, where it waits, with what the first stands out from. */
async function read(lines: readonly (string | Buffer)[], decisions: GateDecisions = {}) {
  const file = join(path, 'plant.csv');
  writeFileSync(file, Buffer.concat(lines.flatMap((line) => [Buffer.from(line), Buffer.from('\n')])));
  const { profile } = await inspectFile(file);
  const source = await csvSource(file, 'plant.csv', profile);
  const gate = { today: dayFromIso('2024-12-31') ?? 0, planFactor: 3, ofProfile: {}, ofRequest: decisions };
  try {
    const { inserted, rejected } = await importRows(store, source, unwatched, undefined, gate);
    return { inserted, rejected, held: [] };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'HELD') throw error;
    const findings = findingSchema.array().parse(JSON.parse(error.details.findings ?? '[]'));
    return { held: findings.map(({ kind, count, examples: [first] }) => [kind, count, first?.line, first?.beside]) };
  }
}

describe('Rows between others that say what follows, of which the first rows have none', () => {
  const rowOf = (at: number) => `${dateOf(at)};A;${amountOf(at)}`;
  const rows = (from: number, to: number) => Array.from({ length: to - from }, (_, at) => rowOf(from + at));

  test.each([
    ['Line: L1;;', 'Line: L2;;'],
    ['라인;L1;', '라인;L2;'],
    ['L1;;', 'L2;;'],
  ])('leave those below %s to a decision', async (one, other) => {
    const lines = ['Date;Item;Good', ...rows(0, FIRST), one, ...rows(FIRST, 1_600), other, ...rows(1_600, ALL)];
    const text = one.split(';').filter(Boolean).join(' ');
    expect((await read(lines)).held).toEqual([['lateBlock', ALL - FIRST, FIRST + 3, text]]);
    expect(await read(lines, { lateBlock: 'leaveOut' })).toMatchObject({ inserted: FIRST, rejected: 2 + ALL - FIRST });
  });

  test('leave rows to a decision that would go on with what was said before in other words', async () => {
    const lines = ['Date;Item;Good', 'Line: L1;;', ...rows(0, FIRST), 'Linie: L2;;', ...rows(FIRST, ALL)];
    expect((await read(lines)).held).toEqual([['lateBlock', ALL - FIRST, FIRST + 4, 'Linie: L2']]);
  });

  test('are nothing to decide where the rows below say it themselves', async () => {
    const own = (from: number, to: number) => rows(from, to).map((row) => `${row};L1`);
    const lines = ['Date;Item;Good;Line', ...own(0, FIRST), 'Line: L1;;;', ...own(FIRST, ALL)];
    expect(await read(lines)).toMatchObject({ inserted: ALL, rejected: 1 });
  });

  test('are remarks where there is but one, or nothing below them', async () => {
    const lines = ['Date;Item;Good', ...rows(0, FIRST), 'power cut;;', ...rows(FIRST, ALL), 'Kim;;', 'Lee;;'];
    expect((await read(lines.slice(0, -2))).held).toEqual([]);
    store.close();
    remove();
    ({ store, path, remove } = createStore());
    expect((await read([...lines.slice(0, FIRST + 1), ...lines.slice(-2)])).held).toEqual([]);
  });
});

describe('Names written in another encoding than those before', () => {
  const rowOf = (at: number, name: string, encoding: Encoding) =>
    iconv.encode(`${dateOf(at)};${name};${amountOf(at)}`, encoding);
  const rows = (first: [string, Encoding], late: [string, Encoding]) => [
    'Date;Line;Good',
    ...Array.from({ length: ALL }, (_, at) => rowOf(at, ...(at < FIRST ? first : late))),
  ];

  test.each<[what: string, first: [string, Encoding], late: [string, Encoding]]>([
    ['UTF-8 after Western', ['Größe', 'windows-1252'], ['Größe', 'utf-8']],
    ['UTF-8 after Korean', ['포장1', 'cp949'], ['조립1', 'utf-8']],
    ['Korean after Western', ['Größe', 'windows-1252'], ['조립1', 'cp949']],
  ])('wait for a decision: %s', async (_, first, late) => {
    expect((await read(rows(first, late))).held).toEqual([['wrongLetters', ALL - FIRST, FIRST + 2, late[0]]]);
  });

  test.each(['Lot', 'Order', 'Note', 'Downtime reason'])(
    'wait for a decision also in a column of %s',
    async (heading) => {
      const line = (at: number, encoding: Encoding) =>
        iconv.encode(`${dateOf(at)};L1;${amountOf(at)};${heading === 'Lot' ? `Größe ${at}` : 'Größe'};5`, encoding);
      const all = Array.from({ length: ALL }, (_, at) => line(at, at < FIRST ? 'windows-1252' : 'utf-8'));
      const { held } = await read([`Date;Line;Good;${heading};Downtime (min)`, ...all]);
      expect(held.map(([kind, count, first]) => [kind, count, first])).toEqual([
        ['wrongLetters', ALL - FIRST, FIRST + 2],
      ]);
    },
  );

  test('are found in a file of UTF-8 with a broken letter, whatever it is taken for', async () => {
    const names = ['조립 1라인', '포장 2라인', '도장 3라인'];
    const all = Array.from({ length: ALL }, (_, at) => `${dateOf(at)};${names[at % 3]};${amountOf(at)}`);
    const broken = Buffer.concat([Buffer.from('2024-01-01;'), Buffer.from([0xea, 0xb0]), Buffer.from(';100')]);
    const { held } = await read(['Date;Line;Good', broken, ...all]);
    expect(held.map(([kind, count]) => [kind, count])).toContainEqual(['wrongLetters', ALL]);
  });

  test('are nothing to decide where letters come late and are of one encoding', async () => {
    expect(await read(rows(['L1', 'utf-8'], ['조립1', 'cp949']))).toMatchObject({ inserted: ALL, held: [] });
  });
});

describe('Weeks', () => {
  const weekOf = (at: number) => `2024-W${String(1 + Math.floor(at / 60)).padStart(2, '0')}`;

  test('without a day are dated on their Mondays once somebody agrees', async () => {
    const lines = ['Week;Line;Good', ...Array.from({ length: ALL }, (_, at) => `${weekOf(at)};L1;${amountOf(at)}`)];
    expect((await read(lines)).held).toEqual([['wholeWeek', ALL, 2, null]]);
    expect(await read(lines, { wholeWeek: 'keep' })).toMatchObject({ inserted: ALL });
  });

  test('with a day are days', async () => {
    const lines = ['Date;Line;Good', ...Array.from({ length: ALL }, (_, at) => `${weekOf(at)}-3;L1;${amountOf(at)}`)];
    expect(await read(lines)).toMatchObject({ inserted: ALL, held: [] });
  });
});
