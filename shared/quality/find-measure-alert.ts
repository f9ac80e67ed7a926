/**
 * Whether what is watched of a measure has come about, by the newest production days there are. Pure but for what `ask` does.
 * 1. Days go by the records of what is watched: a line that stands still since Friday is judged by Friday.
 * 2. A limit holds on production days in a row that have a value; a day without one is none of them.
 * 3. Of a control chart the newest point counts: what it broke before has been told, or is seen on the chart.
 */
import type { FoundMeasureAlert, MeasureAlert } from '../contract/measure-alerts.ts';
import { dayFromIso, isoFromDay } from '../domain/day.ts';
import type { Answer } from '../query/answer.ts';
import type { ReportQueryInput } from '../query/report-query.ts';
import { controlChart } from './control-chart.ts';
import { controlQuestions, lotsQuestion } from './control-questions.ts';
import { isCounted, rulesOf } from './control-view.ts';
import { lotsInOrder, samplesOf } from './samples.ts';

type Found = Omit<FoundMeasureAlert, 'alert'>;
type Ask = (query: ReportQueryInput) => Promise<Pick<Answer, 'columns' | 'rows'>>;

/** How far back days with a value are looked for, for each that is needed: lines that run now and then have gaps. */
const DAYS_BACK_A_DAY = 10;

/** What is found of an alert now; null where there is nothing to tell. Throws what `ask` throws. */
export async function findMeasureAlert(alert: MeasureAlert, ask: Ask): Promise<FoundMeasureAlert | null> {
  const newest = await ask({
    measures: ['records'],
    dimensions: ['day'],
    filters: alert.filters,
    orderBy: [{ field: 'day', direction: 'desc' }],
    limit: 1,
  });
  const to = newest.rows[0]?.[0];
  if (typeof to !== 'string') return null;
  const found = alert.of === 'limit' ? await findBeyond(alert, to, ask) : await findSignal(alert, to, ask);
  return found && { alert, ...found };
}

async function findBeyond(
  { measure, side, limit, days, filters }: MeasureAlert & { of: 'limit' },
  to: string,
  ask: Ask,
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
    typeof day === 'string' && typeof value === 'number' ? { day, value } : [],
  );
  const isBeyond = ({ value }: { value: number }) => (side === 'above' ? value > limit : value < limit);
  const first = known.findIndex((day) => !isBeyond(day));
  const run = first === -1 ? known : known.slice(0, first);
  const [newest, oldest] = [run[0], run.at(-1)];
  if (!newest || !oldest || run.length < days) return null;
  return {
    from: oldest.day,
    to: newest.day,
    value: newest.value,
    unit: columns.find(({ name }) => name === measure)?.unit ?? null,
    rule: null,
    side,
    points: run.length,
  };
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
    rule: signal.rule,
    side: signal.side,
    points: signal.last - signal.first + 1,
  };
}

function daysBefore(iso: string, days: number): string {
  return isoFromDay((dayFromIso(iso) ?? 0) - days);
}
