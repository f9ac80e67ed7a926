import { setTimeout } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Answer, PartialAnswer } from '../../../shared/query/answer.ts';
import { parseReportQuery, type ReportQueryInput } from '../../../shared/query/report-query.ts';
import { explainWords } from '../../../shared/text/explain.ts';
import { importRows } from '../../import/import-rows.ts';
import { archiveYear } from '../../maintenance/archive.ts';
import { sampleSource } from '../../sample/sample-source.ts';
import { createEngine } from '../../testing/test-engine.ts';
import { unwatched } from '../../testing/test-store.ts';
import { Engine } from '../engine.ts';
import type { SliceSizes } from '../slices/slices.ts';
import { type ReportOptions, runReport } from './run-report.ts';

const RECORDS = 40_000;
const whole: SliceSizes = { wholeUpTo: Number.POSITIVE_INFINITY, first: 1, targetMs: 1, recordsARow: 0 };
/** A day at a time, and never more: some seven hundred slices. */
const byDay: SliceSizes = { wholeUpTo: 0, first: 1, targetMs: 0, recordsARow: 0 };
const operators = parseReportQuery({
  measures: ['records', 'good', 'yield', 'lots'],
  dimensions: ['operator', 'month'],
  orderBy: [{ field: 'good', direction: 'desc' }],
});

let engine: Engine;
let remove: () => Promise<void>;
beforeAll(async () => {
  ({ engine, remove } = await createEngine(async (store) => {
    const sample = sampleSource({ records: RECORDS, from: '2023-01-01', to: '2024-12-31', seed: 3 });
    await importRows(store, sample, unwatched);
    archiveYear(store, 2023, unwatched);
  }));
});
afterAll(() => remove());

const answerTo = async (query: ReportQueryInput, options: ReportOptions) =>
  (await runReport(engine, parseReportQuery(query), options)).answer;

describe('The steps of an answer', () => {
  /** What took place, as far as the time that it took does not decide it. */
  const told = ({ plan, elapsedMs }: Answer) => {
    const spent = plan.steps.reduce((sum, step) => sum + step.elapsedMs, 0);
    expect(spent).toBeCloseTo(elapsedMs, 6);
    return { steps: plan.steps.map(({ step }) => step), slices: plan.slices, recordsRead: plan.recordsRead };
  };

  test('are told of files, of slices and of rollups in files', async () => {
    expect(told(await answerTo(operators, { sizes: whole }))).toEqual({
      steps: ['plan', 'wait', 'read', 'merge', 'finish'],
      slices: 2,
      recordsRead: RECORDS,
    });
    const sliced = await answerTo(operators, { sizes: byDay });
    expect(told(sliced)).toMatchObject({ slices: expect.toSatisfy((slices) => slices > 100), recordsRead: RECORDS });
    expect(sliced.plan.waitMs).toBeGreaterThan(0);
    const byLine = parseReportQuery({ measures: ['good'], dimensions: ['line'] });
    expect(told(await answerTo(byLine, {}))).toMatchObject({ slices: 2, recordsRead: 0 });
  });

  test('are told of memory, where nobody waits for a rollup', async () => {
    const reading = await Engine.open(engine.folder.root, 'read');
    await reading.loadRollups();
    await reading.loadColumns();
    const ask = async (query: ReportQueryInput) => told((await runReport(reading, parseReportQuery(query))).answer);
    expect(await ask({ measures: ['good'], dimensions: ['line'] })).toEqual({
      steps: ['plan', 'read', 'finish'],
      slices: 0,
      recordsRead: 0,
    });
    expect(await ask({ measures: ['medianYield'], dimensions: ['line'] })).toMatchObject({ recordsRead: RECORDS });
    await reading.close();
  });
});

describe('An answer read in slices', () => {
  test('comes nearer with every part that is told, and ends as the one that is read at once', async () => {
    const expected = await answerTo(operators, { sizes: whole });
    const parts: PartialAnswer[] = [];
    const { columns, rows, groups, plan } = await answerTo(operators, {
      sizes: byDay,
      onPartial: (part) => parts.push(part),
    });
    expect({ columns, rows, groups }).toEqual({
      columns: expected.columns,
      rows: expected.rows,
      groups: expected.groups,
    });
    expect(explainWords.en.source(plan.source)).toMatch(/in \d{3} slices$/);
    expect(plan.statements.map(({ partition }) => partition)).toEqual(['live', 'live', 'archive_2023', 'archive_2023']);

    expect(parts.length).toBeGreaterThan(1);
    const read = parts.map(({ recordsRead }) => recordsRead);
    expect(read).toEqual(read.toSorted((a, b) => a - b));
    for (const { shown, recordsTotal } of parts) {
      expect(recordsTotal).toBe(RECORDS);
      expect(shown?.columns.map(({ name }) => name)).toEqual(columns.map(({ name }) => name));
    }
    const counted = parts.map(({ shown }) => shown?.rows.reduce((sum, row) => sum + Number(row[2]), 0) ?? 0);
    expect(counted).toEqual(counted.toSorted((a, b) => a - b));
    expect(counted[0]).toBeGreaterThan(0);
    expect(counted.at(-1)).toBeLessThan(RECORDS);
  });

  test('is told only how far it is where it has very many groups', async () => {
    const parts: PartialAnswer[] = [];
    const byFile = { ...byDay, first: RECORDS }; // however slow the machine, the first of several parts is told
    await answerTo(
      { measures: ['good'], dimensions: ['lot'] },
      { sizes: byFile, onPartial: (part) => parts.push(part) },
    );
    expect(parts.map(({ shown }) => shown)).toEqual([null]);
  });

  test('tells nothing on the way where a rollup answers or few records are read', async () => {
    const parts: PartialAnswer[] = [];
    const onPartial = (part: PartialAnswer) => parts.push(part);
    await answerTo({ measures: ['good'], dimensions: ['month'] }, { sizes: byDay, onPartial });
    await answerTo(operators, { onPartial });
    expect(parts).toEqual([]);
  });

  test('never mixes two moments: what is imported meanwhile is in it as a whole or not at all', async () => {
    const query = parseReportQuery({ measures: ['records', 'good'], dimensions: ['operator'] });
    const before = (await runReport(engine, query, { sizes: whole })).answer.rows;
    let first: (() => void) | null = null;
    const underWay = new Promise<void>((resolve) => {
      first = resolve;
    });
    const asked = runReport(engine, query, { sizes: byDay, onPartial: () => first?.() });
    await underWay;
    const input = { records: 3_000, from: '2024-01-01', to: '2024-12-31', seed: 8 };
    const { result } = engine.start('sample', input, () => {});
    const [{ answer }] = await Promise.all([asked, result]);
    engine.forgetCatalog();
    const after = (await runReport(engine, query, { sizes: whole })).answer.rows;
    expect(after).not.toEqual(before);
    expect([before, after]).toContainEqual(answer.rows);
    await engine.start('undo', { batchId: 2 }, () => {}).result;
    engine.forgetCatalog();
  });

  test('is read whole in the end where the store changes between all slices', async () => {
    const query = parseReportQuery({ measures: ['records'], dimensions: ['operator'] });
    const { answer } = await runReport(engine, query, { sizes: byDay });
    const stale = { ...(await engine.catalog()), generation: -1 };
    const { catalog } = engine;
    engine.catalog = () => Promise.resolve(stale);
    try {
      const found = await runReport(engine, query, { sizes: byDay });
      expect(found.answer.rows).toEqual(answer.rows);
      expect(found.answer.plan.source).toMatchObject({ of: 'records', slices: null });
    } finally {
      engine.catalog = catalog;
    }
  });
});

describe('A question that goes on', () => {
  /** Processor time of this process and all its threads within so many milliseconds, in milliseconds. */
  async function processorTime(withinMs: number): Promise<number> {
    const before = process.cpuUsage();
    await setTimeout(withinMs);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / 1_000;
  }

  test('is not worked on any more after it was taken back, however many slices are left', async () => {
    const controller = new AbortController();
    const { promise: underWay, resolve: begun } = Promise.withResolvers<void>();
    const asked = Array.from({ length: 12 }, () =>
      runReport(engine, operators, { sizes: byDay, signal: controller.signal, onPartial: () => begun() }),
    );
    const settled = Promise.allSettled(asked);
    await underWay;
    const busy = await processorTime(300);
    controller.abort();
    await expect.poll(() => processorTime(300), { timeout: 3_000 }).toBeLessThan(busy / 2); // all slices would take longer
    for (const outcome of await settled)
      expect(outcome).toMatchObject({ status: 'rejected', reason: { code: 'CANCELLED' } });
  });

  test('is stopped at its time limit with a sentence that says how far it came', async () => {
    const endsAt = performance.now() + 1_000;
    const onPartial = () => {
      while (performance.now() < endsAt); // whatever the machine, the limit comes after the first slice and before the last
    };
    await expect(runReport(engine, operators, { sizes: byDay, limitMs: 900, onPartial })).rejects.toMatchObject({
      code: 'TIME_LIMIT',
      message: expect.stringMatching(
        /^The question was stopped at its time limit of 0\.9 s\. [\d,]+ of 40,000 records were read by then; nothing was changed\./,
      ),
    });
    await expect(runReport(engine, operators, { limitMs: 0 })).rejects.toMatchObject({
      code: 'TIME_LIMIT',
      message: expect.stringContaining('No record was read by then'),
    });
  });

  test('is answered where it needs less than its limit, and taken back as such where the limit has not come', async () => {
    expect((await answerTo(operators, { limitMs: 60_000 })).groups).toBeGreaterThan(0);
    const gone = new AbortController();
    gone.abort();
    await expect(runReport(engine, operators, { limitMs: 60_000, signal: gone.signal })).rejects.toMatchObject({
      code: 'CANCELLED',
    });
  });
});
