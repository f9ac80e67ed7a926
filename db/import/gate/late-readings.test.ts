import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { findingSchema, type GateDecisions } from '../../../shared/import/gate.ts';
import type { ImportProfile } from '../../../shared/import/profile.ts';
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
const ALL = 2_400;
const dateOf = (at: number) => `2024-0${1 + Math.floor((at % 240) / 28 / 3)}-${String(1 + (at % 28)).padStart(2, '0')}`;
const amountOf = (at: number) => 100 + ((at * 37) % 91);
const isLate = (at: number) => at >= FIRST;

/** Imports a file as it is guessed to be; what was asked of its first rows, and what was found in all of them. */
async function read(
  headings: string,
  rowOf: (at: number) => readonly (string | number)[],
  decisions: GateDecisions = {},
  change = (profile: ImportProfile) => profile,
) {
  const file = join(path, 'plant.csv');
  const rows = Array.from({ length: ALL }, (_, at) => rowOf(at).join(';'));
  writeFileSync(file, [headings, ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(file);
  const asked = preview.ambiguities.map(({ field }) => field);
  const source = await csvSource(file, 'plant.csv', change(profile));
  const gate = { today: dayFromIso('2024-12-31') ?? 0, planFactor: 3, ofProfile: {}, ofRequest: decisions };
  try {
    const { inserted, rejected } = await importRows(store, source, unwatched, undefined, gate);
    return { asked, inserted, rejected };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'HELD') throw error;
    const findings = findingSchema.array().parse(JSON.parse(error.details.findings ?? '[]'));
    return { asked, held: findings.map(({ kind, count, examples }) => [kind, count, examples[0]?.line]) };
  }
}

describe('Bookings that take back others, of which the first rows show none', () => {
  const rowOf =
    (usual: string, mark: string) =>
    (at: number): (string | number)[] => [
      dateOf(at),
      `L${at % 3}`,
      isLate(at) && at % 20 === 0 ? mark : usual,
      amountOf(at),
    ];

  test.each([
    ['Movement type', '101', '102'],
    ['Storno', '', 'X'],
    ['Debit/Credit', 'S', 'H'],
    ['+/-', '+', '-'],
  ])('wait for a decision, told by %s', async (heading, usual, mark) => {
    const headings = `Date;Line;${heading};Good`;
    const { asked, held } = await read(headings, rowOf(usual, mark));
    expect({ asked, held }).toEqual({ asked: [], held: [['lateReversal', 45, FIRST + 2]] });
    expect(await read(headings, rowOf(usual, mark), { lateReversal: 'leaveOut' })).toMatchObject({
      inserted: ALL - 45,
      rejected: 45,
    });
  });

  test('are not found where a person has said that such rows are like any other', async () => {
    const kept = { column: 'Movement type', in: ['102'], are: 'kept' as const };
    const told = await read('Date;Line;Movement type;Good', rowOf('101', '102'), {}, (profile) => ({
      ...profile,
      reversals: kept,
    }));
    expect(told).toMatchObject({ inserted: ALL });
  });

  test('are not found in a column that holds other texts', async () => {
    const words = (at: number) => [dateOf(at), `L${at % 3}`, isLate(at) ? `see ${at}` : '', amountOf(at)];
    expect(await read('Date;Line;Storno;Good', words)).toMatchObject({ inserted: ALL, rejected: 0 });
  });
});

describe('Amounts that are of another size from some row on', () => {
  const times = (factor: number) => (at: number) => [
    dateOf(at),
    `L${at % 3}`,
    'A',
    isLate(at) ? amountOf(at) * factor : amountOf(at),
  ];

  test.each([1 / 60, 60, 100, 1_000, 1 / 1_000])(
    'wait for a decision where they are %d times as large',
    async (factor) => {
      const { held } = await read('Date;Line;Item;Good', times(factor));
      expect(held).toContainEqual(['otherUnit', ALL - FIRST, FIRST + 2]);
    },
  );

  test.each([
    [
      'they are a few times as large',
      (at: number) => [dateOf(at), `L${at % 3}`, 'A', isLate(at) ? amountOf(at) * 6 : amountOf(at)],
    ],
    [
      'other items are made',
      (at: number) => [
        dateOf(at),
        `L${at % 3}`,
        isLate(at) ? 'B' : 'A',
        isLate(at) ? amountOf(at) * 1_000 : amountOf(at),
      ],
    ],
    [
      'other lines make them',
      (at: number) => [
        dateOf(at),
        isLate(at) ? 'M1' : `L${at % 3}`,
        'A',
        isLate(at) ? amountOf(at) * 1_000 : amountOf(at),
      ],
    ],
    [
      'sizes change to and fro',
      (at: number) => [dateOf(at), `L${at % 3}`, 'A', amountOf(at) * (at % 600 < 300 ? 1 : 60)],
    ],
  ])('are nothing to decide where %s', async (_, rowOf) => {
    const { held = [] } = await read('Date;Line;Item;Good', rowOf);
    expect(held.map(([kind]) => kind)).not.toContain('otherUnit');
  });
});

describe('Dates whose day and month stand the other way round', () => {
  const days = Array.from({ length: 120 }, (_, at) =>
    new Date(Date.UTC(2024, 0, 1 + at)).toISOString().slice(0, 10).split('-'),
  );
  const dayOf = (at: number) => days[Math.floor(at / 20)] ?? [];
  const rowOf = (isOther: (at: number) => boolean) => (at: number) => {
    const [year, month, day] = dayOf(at);
    return [isOther(at) ? `${month}/${day}/${year}` : `${day}/${month}/${year}`, `L${at % 3}`, amountOf(at)];
  };

  test('wait for a decision as far as they could be read either way, beside those that are set aside', async () => {
    const { asked, held = [] } = await read('Date;Line;Good', rowOf(isLate));
    const open = Array.from({ length: ALL }, (_, at) => at).filter((at) => {
      const [, month = '', day = ''] = dayOf(at);
      return isLate(at) && Number(day) <= 12 && day !== month;
    });
    expect(asked).toEqual([]);
    expect(held).toContainEqual(['otherOrder', open.length, (open[0] ?? 0) + 2]);
  });

  describe('where all of them could be read either way', () => {
    const month = (at: number, first: number) => first + Math.floor(at / 240);
    const early = (at: number) => {
      const [year, ofYear, day] = days[Math.floor(at / 20)] ?? [];
      return `${day}/${ofYear}/${year}`;
    };
    const two = (value: number) => String(value).padStart(2, '0');
    /** Twelve days of each month from June on, twenty rows a day. */
    const late = (at: number, isOther: boolean) => {
      const [day, ofYear] = [two(1 + (Math.floor((at - FIRST) / 20) % 12)), two(month(at - FIRST, 6))];
      return isOther ? `${ofYear}/${day}/2024` : `${day}/${ofYear}/2024`;
    };
    const rowsOf = (isOther: boolean) => (at: number) => [
      isLate(at) ? late(at, isOther) : early(at),
      `L${at % 3}`,
      amountOf(at),
    ];

    test('wait for a decision as their days follow each other only the other way round', async () => {
      const open = Array.from({ length: ALL - FIRST }, (_, at) => late(at + FIRST, true).split('/')).filter(
        ([first, second]) => first !== second,
      );
      const { asked, held = [] } = await read('Date;Line;Good', rowsOf(true));
      expect(asked).toEqual([]);
      expect(held).toContainEqual(['otherOrder', open.length, FIRST + 2]);
    });

    test.each([
      ['wait for a decision by the profile of files before them', 'M', ALL - 20 * 10],
      ['are nothing to decide where they follow each other by it', 'D', undefined],
    ])('from the first row on %s', async (_, first, found) => {
      // Twelve days of each month from January on, all of them such as 3/1 to 3/12.
      const rowOf = (at: number) => {
        const date = Math.floor(at / 20) % 120;
        const [day, ofYear] = [1 + (date % 12), 1 + Math.floor(date / 12)];
        return [first === 'M' ? `${ofYear}/${day}/2024` : `${day}/${ofYear}/2024`, `L${at % 3}`, amountOf(at)];
      };
      const byDays = (profile: ImportProfile) => ({ ...profile, dateFormat: 'D/M/YYYY' });
      const { held = [] } = await read('Date;Line;Good', rowOf, {}, byDays);
      expect(held.find(([kind]) => kind === 'otherOrder')?.[1]).toBe(found);
    });

    test('are nothing to decide where they are the first of each month, as of records once a month', async () => {
      const rowOf = (at: number) => [`1/${1 + (Math.floor(at / 20) % 12)}/2024`, `L${at % 3}`, amountOf(at)];
      const byDays = (profile: ImportProfile) => ({ ...profile, dateFormat: 'D/M/YYYY' });
      const { held = [] } = await read('Date;Line;Good', rowOf, {}, byDays);
      expect(held.map(([kind]) => kind)).not.toContain('otherOrder');
    });

    test('are nothing to decide where they follow each other as they are read', async () => {
      const { held = [] } = await read('Date;Line;Good', rowsOf(false));
      expect(held.map(([kind]) => kind)).not.toContain('otherOrder');
    });

    test('are nothing to decide where the rows are in no order', async () => {
      const anyOrder = (at: number) => rowsOf(false)((at * 1_009) % ALL);
      const { held = [] } = await read('Date;Line;Good', anyOrder);
      expect(held.map(([kind]) => kind)).not.toContain('otherOrder');
    });

    test('are nothing to decide where the first rows left it open, and it was asked', async () => {
      const monthly = (at: number) => [
        `01/${two(1 + (Math.floor(at / 20) % 12))}/${2010 + Math.floor(at / 240)}`,
        'L1',
        5,
      ];
      const { asked, held = [] } = await read('Date;Line;Good', monthly);
      expect(asked).toContain('dateFormat');
      expect(held.map(([kind]) => kind)).not.toContain('otherOrder');
    });
  });

  test('are slips where few are set aside', async () => {
    const { held = [] } = await read(
      'Date;Line;Good',
      rowOf((at) => at % 400 === 399),
    );
    expect(held.map(([kind]) => kind)).not.toContain('otherOrder');
  });
});

test('A number that begins with a zero has no thousands', async () => {
  const rowOf = (at: number) => [dateOf(at), `L${at % 3}`, isLate(at) ? '0,250' : `1,${amountOf(at)},567`];
  expect(await read('Date;Line;Good', rowOf)).toMatchObject({ inserted: FIRST, rejected: ALL - FIRST });
});
