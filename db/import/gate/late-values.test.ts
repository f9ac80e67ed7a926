import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { dayFromIso } from '../../../shared/domain/day.ts';
import { type Finding, findingSchema, type GateDecisions } from '../../../shared/import/gate.ts';
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

/** More than a person is asked about; what is tried shows in the rows after them. */
const FIRST = 1_500;
const ALL = 1_800;
const dateOf = (at: number) => `2024-01-${String(1 + (at % 28)).padStart(2, '0')}`;
const amountOf = (at: number) => String(1 + ((at * 37) % 91));

type Cells = { date?: string; line?: string; good?: string };

/** Imports a file as it is guessed to be; what was asked of its first rows, what was found in all, and what came of them. */
async function read(first: (at: number) => Cells, later: (at: number) => Cells, decisions: GateDecisions = {}) {
  const file = join(path, 'plant.csv');
  const rows = Array.from({ length: ALL }, (_, at) => {
    const { date = dateOf(at), line = 'A', good = amountOf(at) } = (at < FIRST ? first : later)(at);
    return [date, line, good].join(';');
  });
  writeFileSync(file, ['date;line;good', ...rows, ''].join('\n'));
  const { profile, preview } = await inspectFile(file);
  const asked = preview.ambiguities.map(({ field }) => field);
  const source = await csvSource(file, 'plant.csv', profile);
  const gate = { today: dayFromIso('2024-12-31') ?? 0, planFactor: 3, ofProfile: {}, ofRequest: decisions };
  try {
    const { inserted, rejected, findings } = await importRows(store, source, unwatched, undefined, gate);
    return { asked, inserted, rejected, findings };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'HELD') throw error;
    const findings: Finding[] = findingSchema.array().parse(JSON.parse(error.details.findings ?? '[]'));
    return { asked, held: findings.map(({ kind, count }) => [kind, count]), findings };
  }
}

/** As days before months, and not as months before days. */
const inOrder = ['05/11', '06/11', '07/11', '08/11', '01/12', '02/12', '03/12', '04/12'].map((day) => `${day}/2024`);
const plain = () => ({});
const some =
  (cells: (at: number) => Cells, every = 10) =>
  (at: number) =>
    at % every === 0 ? cells(at) : {};

describe('What only shows after the rows that are asked about', () => {
  test('is set aside where it cannot be read as they are: dates, decimal commas, units, percent signs, no date', async () => {
    for (const [first, later] of [
      [(at: number) => ({ date: inOrder[Math.floor(at / 200)] ?? '' }), () => ({ date: '11/23/2024' })],
      [plain, () => ({ good: '12,5' })],
      [plain, () => ({ good: '1,234' })],
      [plain, () => ({ good: '12 kg' })],
      [plain, () => ({ good: '12 %' })],
      [plain, () => ({ date: '9999-12-31' })],
    ] as const) {
      const { rejected, inserted } = await read(first, later, {
        inFuture: 'keep',
        dailyJump: 'keep',
        otherOrder: 'keep',
      });
      expect({ rejected, inserted }).toEqual({ rejected: ALL - FIRST, inserted: FIRST });
      store.close();
      remove();
      ({ store, path, remove } = createStore());
    }
  });

  test('is asked at once where all first dates are the same in both orders', async () => {
    const { asked } = await read(
      () => ({ date: '03/03/2024' }),
      () => ({ date: '04/03/2024' }),
    );
    expect(asked).toEqual(['dateFormat']);
  });

  test('waits for a decision: a total at the end, and dates of 1900', async () => {
    const sum = Array.from({ length: ALL - 1 }, (_, at) => Number(amountOf(at))).reduce((a, b) => a + b, 0);
    const total = (at: number) => (at === ALL - 1 ? { line: 'All', good: String(sum) } : {});
    expect((await read(plain, total)).held).toContainEqual(['totalRow', 1]);
    expect(
      (
        await read(
          plain,
          some(() => ({ date: '1900-01-01' }), 100),
        )
      ).held,
    ).toContainEqual(['farPast', 3]);
  });

  test('waits for a decision: numbers by which systems say nothing, far from all others', async () => {
    const { asked, held, findings } = await read(
      plain,
      some(() => ({ good: '65535' }), 100),
    );
    expect({ asked, held }).toMatchObject({ asked: [], held: expect.arrayContaining([['lateSentinel', 3]]) });
    expect(findings.find(({ kind }) => kind === 'lateSentinel')?.examples[0]).toMatchObject({
      line: FIRST + 2,
      values: { goodQuantity: '65535' },
    });
    const left = await read(
      plain,
      some(() => ({ good: '9999' }), 100),
      { lateSentinel: 'leaveOut', dailyJump: 'keep' },
    );
    expect(left).toMatchObject({ inserted: ALL - 3, rejected: 3 });
    // Once is a measurement where it is near the others.
    expect((await read(plain, (at) => (at === FIRST ? { good: '99' } : {}))).findings).toEqual([]);
  });

  test('waits for a decision: fractions of three digits that may be thousands, and no others', async () => {
    const { asked, held } = await read(
      plain,
      some((at) => ({ good: `1.${101 + ((at * 7) % 800)}` })),
    );
    expect({ asked, held }).toEqual({ asked: [], held: [['lateFraction', 30]] });
    for (const good of ['0.234', '1.5', '1.2345']) {
      expect(
        (
          await read(
            plain,
            some((at) => ({ good: at % 20 === 0 ? good : '1.234' })),
          )
        ).findings,
      ).toEqual([]);
    }
    const asOfOld = { ofFirst: (at: number) => ({ good: `${amountOf(at)}.5` }) };
    expect((await read(asOfOld.ofFirst, () => ({ good: '1.234' }))).findings).toEqual([]);
  });

  test('waits for a decision: a quantity that only rises from there on, and not one of which it was asked', async () => {
    const late = await read(plain, (at) => ({ good: String(at), date: '2024-02-01' }));
    expect(late.asked).toEqual([]);
    // Those before that were no higher belong to it.
    expect(late.held).toContainEqual(['lateCounter', ALL - FIRST + 2]);
    const rising = (at: number) => ({ good: String(at + 1), date: '2024-02-01' });
    expect((await read(rising, rising)).asked).toEqual(['counter']);
    const unread = (await read(rising, rising)).findings.map(({ kind }) => kind);
    expect(unread).not.toContain('lateCounter');
  });
});
