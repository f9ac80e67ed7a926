import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { type TrendView, trendViews } from '../../../shared/questions/trend.ts';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { ReadoutCard, ReadoutTable } from '../plot/readout-card.tsx';
import { text } from './text.ts';
import type { TrendPoint } from './to-series.ts';

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
    <ReadoutCard
      title={format.period(point.name, grain)}
      note={point.partial && t.onlyDays(format.dateRange(point.from, point.to))}
    >
      <ReadoutTable>
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
      </ReadoutTable>
    </ReadoutCard>
  );
}
