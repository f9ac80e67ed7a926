import { type PeriodGrain, periodGrains } from '../../../shared/domain/day.ts';
import { grainFor } from '../../../shared/domain/grain.ts';
import { lengthInDays } from '../../../shared/domain/range.ts';
import type { ComparedScope } from '../../charts/compared-scope.ts';
import { buildTrendQuery } from '../../charts/trend/build-query.ts';
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
  const days = lengthInDays(scope.now);
  const [chosen, setChosen] = useParam<PeriodGrain | 'auto'>('grain', ['auto', ...periodGrains], 'auto');
  const grain = grainsFor(days).find((each) => each === chosen) ?? grainFor(days);
  const report = useReport(buildTrendQuery(scope.now, grain));
  const { from, to } = scope.before;
  const before = useReport(scope.covered ? buildTrendQuery({ from, to, filters: scope.now.filters }, grain) : null);
  // The answer of another grain, held while the new one is asked, has no place in this one's periods.
  const fits = (held: ShownAnswer) => held.columns.some((column) => column.name === grain);
  const points =
    report.shown && fits(report.shown)
      ? toTrend(
          scope.now,
          grain,
          report.shown,
          scope.covered && before.data && fits(before.data) ? { from, to, answer: before.data } : undefined,
        )
      : [];
  return { points, grain, setGrain: (next) => setChosen(next === grainFor(days) ? 'auto' : next), report };
}
