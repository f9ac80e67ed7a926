/** What is being typed of an alert, from what the screen shows to what is kept. Pure. */
import { LEAST_CHART_DAYS, type MeasureAlert, MOST_CHART_DAYS } from '../../../shared/contract/measure-alerts.ts';
import { lengthInDays } from '../../../shared/domain/range.ts';
import type { ControlView } from '../../../shared/quality/control-view.ts';
import { type QualityView, writeView } from '../../../shared/quality/view.ts';
import { type Measure, type MeasureDefinition, measures } from '../../../shared/query/measures.ts';
import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import { measureOf } from './words.ts';

/** All kinds of alert at once, so that changing one's mind loses nothing. */
export interface Watch {
  of: MeasureAlert['of'];
  name: string;
  filters: MeasureAlert['filters'];
  params: string;
  view: ControlView;
  chartDays: number;
  measure: Measure;
  side: 'above' | 'below';
  /** As it is typed: shares in percent; null while nothing is. */
  limit: number | null;
  days: number;
}

/** So many production days in a row are no accident. */
const USUAL_DAYS = 3;
const DIGITS = 12;

/** What the dialog begins with: what the screen shows, under a name that tells it. */
export function watchOf(view: QualityView, asked: ControlView, scope: ChartScope, name: string): Watch {
  const measure = measureOf(asked);
  const { better }: MeasureDefinition = measures[measure];
  return {
    of: 'chart',
    name,
    filters: scope.filters,
    params: writeView({ ...view, points: asked.points }, new URLSearchParams()).toString(),
    view: asked,
    chartDays: Math.min(MOST_CHART_DAYS, Math.max(LEAST_CHART_DAYS, lengthInDays(scope))),
    measure,
    side: better === 'up' ? 'below' : 'above',
    limit: null,
    days: USUAL_DAYS,
  };
}

/** The alert that is kept; null while its limit is not typed. */
export function alertOf(watch: Watch): MeasureAlert | null {
  const { of, filters, params, view, chartDays, measure, side, limit, days } = watch;
  const name = watch.name.trim();
  if (of === 'chart') return { of, name, filters, params, view, days: chartDays };
  if (of === 'specification') return { of, name, filters, params, measure, days };
  if (limit === null) return null;
  const share = measures[measure].kind === 'ratio' ? Number((limit / 100).toPrecision(DIGITS)) : limit;
  return { of, name, filters, params, measure, side, limit: share, days };
}
