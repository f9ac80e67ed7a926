/**
 * Whether what is watched of a measure has come about, by the newest production days there are. Pure but for what `ask` does.
 * 1. Days go by the records of what is watched: a line that stands still since Friday is judged by Friday.
 * 2. A limit holds on production days in a row that have a value; a day without one is none of them.
 * 3. Limits that are kept are those of each day: a day is not judged by what is asked since.
 * 4. Of a control chart the newest point counts: what it broke before has been told, or is seen on the chart.
 */
import type { FoundMeasureAlert, MeasureAlert } from '../contract/measure-alerts.ts';
import type { Specification } from '../contract/specifications.ts';
import { dayFromIso, isoFromDay } from '../domain/day.ts';
import { AppError } from '../lib/app-error.ts';
import type { Answer } from '../query/answer.ts';
import type { ReportQueryInput } from '../query/report-query.ts';
import { labels } from '../text/labels.ts';
import { controlChart } from './control-chart.ts';
import { controlQuestions, lotsQuestion } from './control-questions.ts';
import { isCounted, rulesOf } from './control-view.ts';
import { lotsInOrder, samplesOf } from './samples.ts';
import { specificationOn } from './specification.ts';

type Found = Omit<FoundMeasureAlert, 'alert'>;
type Ask = (query: ReportQueryInput) => Promise<Pick<Answer, 'columns' | 'rows'>>;

/** How far back days with a value are looked for, for each that is needed: lines that run now and then have gaps. */
const DAYS_BACK_A_DAY = 10;

/**
 * What is found of an alert now, by the limits that are kept; null where there is nothing to tell. Throws what `ask` throws, and
 * NOT_FOUND where the limits it goes by are not kept any more.
 */
export async function findMeasureAlert(
  alert: MeasureAlert,
  ask: Ask,
  kept: readonly Specification[],
): Promise<FoundMeasureAlert | null> {
  const newest = await ask({
    measures: ['records'],
    dimensions: ['day'],
    filters: alert.filters,
    orderBy: [{ field: 'day', direction: 'desc' }],
    limit: 1,
  });
  const to = newest.rows[0]?.[0];
  if (typeof to !== 'string') return null;
  const found =
    alert.of === 'chart'
      ? await findSignal(alert, to, ask)
      : await findBeyond(alert, to, ask, limitsOf(alert, to, kept));
  return found && { alert, ...found };
}

/** What a value of a day must keep to; null where nothing was asked on that day. */
type LimitsOn = (day: string) => { lower: number | null; upper: number | null } | null;

function limitsOf(
  alert: Exclude<MeasureAlert, { of: 'chart' }>,
  newest: string,
  kept: readonly Specification[],
): LimitsOn {
  if (alert.of === 'limit') {
    const { side, limit } = alert;
    return () => (side === 'above' ? { lower: null, upper: limit } : { lower: limit, upper: null });
  }
  const on: LimitsOn = (day) => specificationOn(day, kept, alert);
  const now = on(newest);
  if (now !== null && (now.lower !== null || now.upper !== null)) return on;
  throw new AppError(
    'NOT_FOUND',
    `No limits are kept for ${labels.en.measures[alert.measure]} of what is watched. Keep some on Quality, or stop watching it.`,
  );
}

async function findBeyond(
  { measure, days, filters }: Exclude<MeasureAlert, { of: 'chart' }>,
  to: string,
  ask: Ask,
  limitsOn: LimitsOn,
): Promise<Found | null> {
  const from = daysBefore(to, days * DAYS_BACK_A_DAY);
  const { rows, columns } = await ask({
    measures: [measure],
    dimensions: ['day'],
    from,
    to,
    filters,
    orderBy: [{ field: 'day', direction: 'desc' }],
  });
  const known = rows.flatMap(([day, value]) =>
    typeof day === 'string' && typeof value === 'number' ? { day, value, passed: passedBy(value, limitsOn(day)) } : [],
  );
  const first = known.findIndex(({ passed }) => passed === null);
  const run = first === -1 ? known : known.slice(0, first);
  const [newest, oldest] = [run[0], run.at(-1)];
  if (!newest?.passed || !oldest || run.length < days) return null;
  return {
    from: oldest.day,
    to: newest.day,
    value: newest.value,
    unit: columns.find(({ name }) => name === measure)?.unit ?? null,
    limit: newest.passed.limit,
    rule: null,
    side: newest.passed.side,
    points: run.length,
  };
}

/** The limit that a value passes, and on which side; null where it keeps to both. */
function passedBy(value: number, limits: ReturnType<LimitsOn>): { side: 'above' | 'below'; limit: number } | null {
  const { lower = null, upper = null } = limits ?? {};
  if (upper !== null && value > upper) return { side: 'above', limit: upper };
  return lower !== null && value < lower ? { side: 'below', limit: lower } : null;
}

async function findSignal(
  { view, days, filters }: MeasureAlert & { of: 'chart' },
  to: string,
  ask: Ask,
): Promise<Found | null> {
  const from = daysBefore(to, days - 1);
  const scope = { from, to, filters };
  const ofLots = lotsQuestion(view, scope);
  const lots = ofLots && lotsInOrder(await ask(ofLots));
  const answers = await Promise.all(controlQuestions(view, scope, lots).map(ask));
  const { points, signals } = controlChart(view, samplesOf(view, answers, lots));
  const last = points.length - 1;
  const order = rulesOf(view.rules);
  const [signal] = signals
    .filter((each) => each.last === last)
    .sort((a, b) => order.indexOf(a.rule) - order.indexOf(b.rule));
  const point = points[last];
  if (!signal || !point) return null;
  const measure = isCounted(view) ? 'scrapRate' : view.measure;
  return {
    from,
    to,
    value: point.value,
    unit: view.chart === 'u' ? null : (answers[0]?.columns.find(({ name }) => name === measure)?.unit ?? null),
    limit: null,
    rule: signal.rule,
    side: signal.side,
    points: signal.last - signal.first + 1,
  };
}

function daysBefore(iso: string, days: number): string {
  return isoFromDay((dayFromIso(iso) ?? 0) - days);
}
