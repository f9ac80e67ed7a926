import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { type TrendView, trendViews } from './build-query.ts';
import { text } from './text.ts';
import type { TrendPoint } from './to-series.ts';
import css from './trend-tooltip.module.css';

interface TrendTooltipProps {
  point: TrendPoint;
  grain: PeriodGrain;
  view: TrendView;
}

/** The numbers of one period and of the one before, aligned. */
export function TrendTooltip({ point, grain, view }: TrendTooltipProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const measures = view === 'output' ? (['good', 'defects', 'yield'] as const) : trendViews[view].measures;
  const hasBefore = measures.some((measure) => point.before[measure] != null);
  return (
    <div className={css.tooltip} aria-live="polite">
      <p className={css.tooltipTitle}>{format.period(point.name, grain)}</p>
      {point.partial && <p className={css.tooltipNote}>{t.onlyDays(format.dateRange(point.from, point.to))}</p>}
      <table className={css.tooltipTable}>
        {hasBefore && (
          <thead>
            <tr>
              <td />
              <th>{t.now}</th>
              <th>{t.before}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {measures.map((measure) => {
            const [now, before] = [point.values[measure] ?? null, point.before[measure] ?? null];
            const decimals = measure === 'good' || measure === 'defects' ? decimalsFor([now, before]) : undefined;
            return (
              <tr key={measure}>
                <th scope="row">{labels.measures[measure]}</th>
                <td>{format.measure(measure, now, decimals)}</td>
                {hasBefore && <td>{format.measure(measure, before, decimals)}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
