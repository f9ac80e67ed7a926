import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { catalogOf } from '../../../db/testing/catalog-of.ts';
import { scratchFolder } from '../../../db/testing/test-store.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { onBehalfOf, questionAsked } from '../indexes/asking.ts';
import type { KeptQuestion } from './remembered-questions.ts';
import { Warming, type WarmingParts } from './warming.ts';

let path: string;
let remove: () => void;
let warmings: Warming[];
beforeEach(() => {
  ({ path, remove } = scratchFolder());
  warmings = [];
});
afterEach(async () => {
  vi.useRealTimers();
  for (const warming of warmings) await warming.close();
  remove();
});

const report = (query: Partial<ReportQueryInput> = {}): KeptQuestion => {
  return { kind: 'report', question: parseReportQuery({ measures: ['good'], ...query }) };
};
const settled = () => new Promise((resolve) => setImmediate(resolve));

/** A warming over a month of two lines, and what it computes: the filters of each report, or what else it is. */
async function open(changes: Partial<WarmingParts> = {}): Promise<{ warming: Warming; computed: string[] }> {
  const computed: string[] = [];
  const warming = await Warming.open({
    warm: async (question, _signal, chance) => void computed.push(`${chance} ${inWords(question)}`),
    rest: async () => {},
    catalog: async () => catalogOf({ live: [['2024-01-01', '2024-01-31']] }),
    answeredFrom: () => 'memory',
    fewValues: async () => new Map([['line', ['A', 'B']]]),
    valuesInSight: async () => new Map(),
    path: join(path, 'asked.json'),
    owns: true,
    elapsed: () => 0,
    now: () => 0,
    onFailure: (error) => {
      throw error;
    },
    ...changes,
  });
  warmings.push(warming);
  return { warming, computed };
}

function inWords({ kind, question }: KeptQuestion): string {
  if (kind !== 'report') return kind;
  const { filters, from = 'all', to = from } = question;
  return `${from === to ? from : `${from}..${to}`} ${filters.map((filter) => filter.in)}`;
}

test('what was asked comes first, then what is a click away from it: its count, it with a value, it in other ranges', async () => {
  const { warming, computed } = await open();
  warming.asked(report())();
  warming.renew();
  await warming.rest();
  expect(computed.slice(0, 4)).toEqual(['likely all ', 'guess count', 'guess all A', 'guess all B']);
  expect(computed.length).toBeGreaterThan(30);
  expect(new Set(computed).size).toBe(computed.length);
});

test('only what memory answers is computed on a mere chance, and when more is loaded what that answers', async () => {
  let isLoaded = false;
  const answeredFrom: WarmingParts['answeredFrom'] = ({ filters, from }) => {
    if (from !== undefined) return 'records';
    return filters.some((filter) => filter.in.includes('A')) && !isLoaded ? 'files' : 'memory';
  };
  const { warming, computed } = await open({ answeredFrom });
  warming.asked(report())();
  for (const state of [false, false, true, true]) {
    isLoaded = state;
    warming.renew();
    await warming.rest();
  }
  expect(computed).toEqual(['likely all ', 'guess count', 'guess all B', 'guess all A']);
});

test('of a list that was searched each value may be chosen next', async () => {
  const list: KeptQuestion = { kind: 'values', question: { field: 'item', search: 'X', limit: 10 } };
  const seen: KeptQuestion[][] = [];
  const { warming, computed } = await open({
    async valuesInSight(questions) {
      seen.push([...questions]);
      return new Map(questions.includes(list) || questions.length > 1 ? [['item', ['X-1', 'X-2']]] : []);
    },
  });
  warming.asked(report())();
  warming.asked(list)();
  warming.renew();
  await warming.rest();
  expect(seen.at(-1)?.map(({ kind }) => kind)).toEqual(['values', 'report']);
  expect(computed).toEqual(expect.arrayContaining(['guess all X-1', 'guess all X-2']));
});

test('it goes on where it was when somebody asked in between, though he asked nothing new', async () => {
  const { warming, computed } = await open({
    async warm(question, _signal, chance) {
      computed.push(`${chance} ${inWords(question)}`);
      if (computed.at(-1) === 'guess all A') warming.asked(report())();
    },
  });
  warming.asked(report())();
  warming.renew();
  await warming.rest();
  expect(computed).toEqual(expect.arrayContaining(['guess all A', 'guess all B', 'guess 2024-01-02 ']));
});

test("it is on nobody's behalf, though it begins when somebody has an answer", async () => {
  const behalves: unknown[] = [];
  const { warming } = await open({ warm: async () => void behalves.push(questionAsked()) });
  warming.renew();
  await warming.rest();
  onBehalfOf(report(), () => warming.asked(report())());
  await warming.rest();
  expect(behalves.length).toBeGreaterThan(0);
  expect(new Set(behalves)).toEqual(new Set([undefined]));
});

test('what is forgotten is not computed any more, and does not come back with what was being written', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const { warming, computed } = await open();
  warming.asked(report({ filters: [{ field: 'operator', in: ['Kim'] }] }))();
  warming.renew();
  await warming.rest();
  vi.advanceTimersByTime(60_000); // it is being written
  await warming.forget();
  expect(existsSync(join(path, 'asked.json'))).toBe(false);
  computed.length = 0;
  warming.renew();
  await warming.rest();
  await settled();
  expect(computed).toEqual([]);
});

test('what is written while it is closed is whole', async () => {
  vi.useFakeTimers({ toFake: ['setInterval'] });
  const { warming } = await open();
  warming.asked(report())();
  warming.renew();
  await warming.rest();
  vi.advanceTimersByTime(60_000);
  warming.asked(report({ filters: [{ field: 'line', in: ['A'] }] }))();
  await warming.close();
  expect(JSON.parse(readFileSync(join(path, 'asked.json'), 'utf8'))).toHaveLength(2);
});
