import { useMemo } from 'react';
import { type PeriodGrain, periodGrains } from '../../../shared/domain/day.ts';
import { grainOf } from '../../../shared/domain/grain.ts';
import { buildTrendQuery } from '../../../shared/questions/trend.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { grainsFor } from '../../charts/trend/grain.ts';
import { type TrendPoint, toTrend } from '../../charts/trend/to-series.ts';
import { useParam } from '../../lib/router.tsx';
import { type Report, type ShownAnswer, useReport } from '../../lib/use-report.ts';

export interface Trend {
  points: readonly TrendPoint[];
  grain: PeriodGrain;
  setGrain: (grain: PeriodGrain) => void;
  report: Report;
}

/** The trend of a scope beside the period before; the grain follows the range unless one was chosen that fits it. */
export function useTrend(scope: ComparedScope): Trend {
  const [chosen, setChosen] = useParam<PeriodGrain | 'auto'>('grain', ['auto', ...periodGrains], 'auto');
  const grain = grainsFor(scope.now).find((each) => each === chosen) ?? grainOf(scope.now);
  const report = useReport(buildTrendQuery(scope.now, grain));
  const { from: shownFrom, to: shownTo } = scope.now;
  const { from, to } = scope.before;
  const before = useReport(scope.covered ? buildTrendQuery({ from, to, filters: scope.now.filters }, grain) : null);
  // The answer of another grain, held while the new one is asked, has no place in this one's periods.
  const fits = (held: ShownAnswer) => held.columns.some((column) => column.name === grain);
  const now = report.shown && fits(report.shown) ? report.shown : undefined;
  const then = scope.covered && before.data && fits(before.data) ? before.data : undefined;
  // Kept for as long as it is the same, as a chart is drawn anew for another.
  const points = useMemo(
    () => (now ? toTrend({ from: shownFrom, to: shownTo }, grain, now, then && { from, to, answer: then }) : []),
    [shownFrom, shownTo, from, to, grain, now, then],
  );
  return { points, grain, setGrain: (next) => setChosen(next === grainOf(scope.now) ? 'auto' : next), report };
}
