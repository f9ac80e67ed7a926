import type { ReportChart } from '../../../../db/reports/report-content.ts';
import { lossesOf, minuteDecimals, type OeeParts } from '../../../../shared/domain/oee/losses.ts';
import { rowsOf } from '../../../../shared/query/answer-rows.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { buildDowntimeQuery, buildWholeQuery, oeeMeasures } from '../../../../shared/questions/oee.ts';
import type { Shown } from '../../../../shared/questions/shown-tile.ts';
import { lossWords, nameOfStep } from '../../../../shared/text/losses.ts';
import { reportWords } from '../../../../shared/text/report.ts';
import { tileWords } from '../../../../shared/text/tiles.ts';
import { questionTile } from './explore-tile.ts';
import { comparedFigures, type TileBody } from './figures.ts';
import type { TileDesk } from './tile-desk.ts';

/** Reasons that stand by name in the waterfall. */
const REASONS = 7;

/** A part of OEE. */
export async function oeeTile(
  { form }: Extract<Shown, { screen: 'oee' }>,
  scope: ChartScope,
  desk: TileDesk,
): Promise<TileBody> {
  const title = tileWords[desk.parts.language].forms.oee[form];
  if (form === 'factors') return { title, figures: await comparedFigures(desk, oeeMeasures, scope), notes: [] };
  if (form === 'losses') return { title, figures: [], ...(await waterfall(scope, desk)) };
  const downtime = { ...buildDowntimeQuery(scope), measures: ['downMinutes' as const] };
  return { ...(await questionTile({ query: downtime }, desk, false)), title };
}

/** From planned time down to fully productive time, as bars that begin where the one above them ends. */
async function waterfall(scope: ChartScope, desk: TileDesk): Promise<Pick<TileBody, 'chart' | 'notes'>> {
  const { language } = desk.parts;
  const whole = await desk.answer(buildWholeQuery(scope), ['plannedMinutes', ...oeeMeasures]);
  const byReason = await desk.answer(buildDowntimeQuery(scope), ['downMinutes']);
  const { values = {} } = rowsOf(whole)[0] ?? {};
  const parts: OeeParts = {
    planned: values.plannedMinutes ?? null,
    run: values.runMinutes ?? null,
    availability: values.availability ?? null,
    performance: values.performance ?? null,
    quality: values.quality ?? null,
    downtimes: rowsOf(byReason, 'downtimeReason').map(({ key, values: { downMinutes } }) => ({
      reason: key,
      minutes: downMinutes ?? 0,
    })),
  };
  const decimals = minuteDecimals([parts.planned, parts.run, ...parts.downtimes.map(({ minutes }) => minutes)]);
  const steps = lossesOf(parts, { decimals, reasons: REASONS });
  if (steps.length === 0) return { notes: [reportWords[language].noTimes] };
  const isByReason = scope.filters.some(({ field }) => field === 'downtimeReason');
  const chart: ReportChart = {
    kind: 'bars',
    points: steps.map((step) => nameOfStep(step, lossWords[language], isByReason)),
    panels: [
      {
        title: reportWords[language].minutes,
        type: { kind: 'number', decimals },
        series: [{ name: '', values: steps.map((step) => (step.kind === 'level' ? step.minutes : -step.minutes)) }],
        spans: steps.map((step) =>
          step.kind === 'level' ? { from: 0, to: step.minutes } : { from: step.from, to: step.to },
        ),
      },
    ],
    beforeName: '',
    leftOut: '',
  };
  return { chart, notes: [] };
}
