/** The points of control charts, made of the engine's answers, against what the oracle says of each day, shift and lot alone. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ControlChart, controlChart } from '../../../shared/quality/control-chart.ts';
import { controlQuestions, lotsQuestion } from '../../../shared/quality/control-questions.ts';
import type { ControlView } from '../../../shared/quality/control-view.ts';
import { lotsInOrder, samplesOf } from '../../../shared/quality/samples.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import { type Filter, parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { createRandom } from '../../sample/random.ts';
import { answerByBruteForce } from '../../testing/oracle.ts';
import { randomDrafts } from '../../testing/random-drafts.ts';
import { createEngine } from '../../testing/test-engine.ts';
import { insertRecords } from '../../testing/test-store.ts';
import type { Engine } from '../engine.ts';
import { runReport } from './run-report.ts';

const range = { from: '2024-01-01', to: '2024-02-15' };
const drafts = randomDrafts(createRandom(11), { records: 600, ...range, recorded: 0.8 });
const scope = { ...range, filters: [{ field: 'line' as const, in: ['Line 1', 'line 1', 'Line 10'] }] };
const view: ControlView = {
  chart: 'p',
  points: 'day',
  measure: 'throughput',
  subgroup: 'shift',
  days: 3,
  rules: 'nelson',
  limits: 'chance',
};

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine(async (store) => {
    await insertRecords(store, drafts);
  }));
});
afterAll(() => remove());

const ask = async (query: ReportQueryInput) => (await runReport(engine, parseReportQuery(query))).answer;

async function chartOf(asked: ControlView, filters: readonly Filter[] = scope.filters): Promise<ControlChart> {
  const of = { ...scope, filters };
  const ofLots = lotsQuestion(asked, of);
  const lots = ofLots && lotsInOrder(await ask(ofLots));
  const answers = await Promise.all(controlQuestions(asked, of, lots).map(ask));
  return controlChart(asked, samplesOf(asked, answers, lots));
}

/** What the oracle says of a measure, over records of these dates and filters and no others. */
function oracle(measure: Measure, further: Partial<ReportQueryInput> = {}): number | null {
  const query = parseReportQuery({ measures: [measure], ...scope, ...further });
  const cell = answerByBruteForce(drafts, query).rows[0]?.at(-1);
  return typeof cell === 'number' ? cell : null;
}

const days = [...new Set(drafts.map(({ day }) => new Date(day * 86_400_000).toISOString().slice(0, 10)))].sort();

test('shares by day are those of each day alone, about that of all days together', async () => {
  const { points } = await chartOf(view);
  const expected = days.flatMap((day) => oracle('scrapRate', { from: day, to: day }) ?? []);
  expect(points.length).toBeGreaterThan(20);
  expect(points.map(({ value }) => value)).toEqual(expected);
  expect(points[0]?.center).toBeCloseTo(oracle('scrapRate') ?? 0, 12);
  for (const { samples, center, sigma } of points) {
    const units = oracle('total', { from: samples[0]?.place.period ?? '', to: samples[0]?.place.period ?? '' }) ?? 0;
    expect(sigma).toBeCloseTo(Math.sqrt((center * (1 - center)) / units), 12);
  }
});

test('single values of a shift of a day are those of its records alone; what has no value is counted as left out', async () => {
  const { points, leftOut } = await chartOf({ ...view, chart: 'individuals', points: 'shift' });
  const groups = days.flatMap((day) =>
    ['Early', 'Late', 'Night', null].map((shift) => {
      const filters = [...scope.filters, { field: 'shift' as const, in: [shift] }];
      const at = { from: day, to: day, filters };
      return { day, shift, value: oracle('throughput', at), records: oracle('records', at) ?? 0 };
    }),
  );
  const known = groups.filter(({ value }) => value !== null);
  expect(points.map(({ samples, value }) => [samples[0]?.place.period, samples[0]?.place.by?.value, value])).toEqual(
    known.map(({ day, shift, value }) => [day, shift, value]),
  );
  expect(leftOut).toBe(groups.filter(({ value, records }) => value === null && records > 0).length);
  expect(leftOut).toBeGreaterThan(0);
});

test('shares by lot are those of each lot', async () => {
  const { points } = await chartOf({ ...view, points: 'lot' });
  const lots = points.map(({ samples }) => samples[0]?.place.by?.value ?? null);
  expect(new Set(lots).size).toBeGreaterThan(5);
  expect(points.map(({ value }) => value)).toEqual(
    lots.map((lot) => oracle('scrapRate', { filters: [...scope.filters, { field: 'lot', in: [lot] }] })),
  );
});

test('defects a unit are those of the reason, a unit of which may have several, over all units', async () => {
  const reason: Filter = { field: 'defectReason', in: ['Scratch'] };
  const { points } = await chartOf({ ...view, chart: 'u' }, [...scope.filters, reason]);
  expect(points.length).toBeGreaterThan(2);
  for (const { samples, value } of points) {
    const day = { from: samples[0]?.place.period ?? '', to: samples[0]?.place.period ?? '' };
    const byReason = { ...day, dimensions: ['defectReason' as const], filters: [...scope.filters, reason] };
    expect(value).toBe((oracle('defects', byReason) ?? 0) / (oracle('total', day) ?? 0));
  }
});
