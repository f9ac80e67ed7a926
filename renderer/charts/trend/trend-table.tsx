import type { PeriodGrain } from '../../../shared/domain/day.ts';
import { buildTrendQuery } from '../../../shared/questions/trend.ts';
import { decimalsFor } from '../../lib/format.ts';
import { useFormat, useLabels, useText } from '../../lib/language.tsx';
import { Scrolled } from '../../ui/scrolled.tsx';
import { text } from './text.ts';
import type { TrendPoint } from './to-series.ts';
import css from './trend-table.module.css';

interface TrendTableProps {
  points: readonly TrendPoint[];
  grain: PeriodGrain;
  caption: string;
  height: number;
}

const { measures } = buildTrendQuery({ from: '', to: '', filters: [] }, 'month');

/** The trend as numbers: every measure of every period. */
export function TrendTable({ points, grain, caption, height }: TrendTableProps) {
  const t = useText(text);
  const labels = useLabels();
  const format = useFormat();
  const decimals = decimalsFor(points.flatMap(({ values }) => [values.good ?? null, values.defects ?? null]));
  return (
    <Scrolled label={t.inNumbers(caption)} className={css.tableScroll} style={{ height }}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{labels.dimensions[grain]}</th>
            {measures.map((measure) => (
              <th key={measure} scope="col">
                {labels.measures[measure]}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {points.map((point) => (
            <tr key={point.name}>
              <th scope="row">{format.period(point.name, grain)}</th>
              {measures.map((measure) => (
                <td key={measure}>
                  {format.measure(
                    measure,
                    point.values[measure] ?? null,
                    measure === 'good' || measure === 'defects' ? decimals : undefined,
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </Scrolled>
  );
}
