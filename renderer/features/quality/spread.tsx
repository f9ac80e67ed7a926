import { useElementSize } from '@mantine/hooks';
import type { MeasureFormat } from '../../charts/measure-format.ts';
import { binsOf } from './bins.ts';
import css from './quality.module.css';
import type { QualityView } from './view.ts';

interface SpreadProps {
  values: readonly number[];
  specification: QualityView['specification'];
  write: MeasureFormat;
  label: (least: string, most: string) => string;
}

const HEIGHT = 96;
const FOOT = 18;

/** How the values lie between the limits: a histogram, with what lies outside in another colour and its limits as lines. */
export function Spread({ values, specification, write, label }: SpreadProps) {
  const { ref, width } = useElementSize<HTMLDivElement>();
  const bins = binsOf(values);
  const [first, last] = [bins[0], bins.at(-1)];
  if (!first || !last) return null;
  const { lower, upper } = specification;
  const least = Math.min(first.from, lower ?? first.from);
  const most = Math.max(last.to, upper ?? last.to);
  const highest = Math.max(...bins.map(({ count }) => count));
  const margin = 24;
  const x = (value: number) => margin + ((value - least) / (most - least || 1)) * (width - 2 * margin);
  const isOutside = ({ from, to }: (typeof bins)[number]) =>
    (lower !== null && to <= lower) || (upper !== null && from >= upper);
  return (
    <div ref={ref} style={{ height: HEIGHT }} className={css.spread}>
      {width > 0 && (
        <svg width={width} height={HEIGHT} role="img" aria-label={label(write.full(first.from), write.full(last.to))}>
          {bins.map((bin) => (
            <rect
              key={bin.from}
              data-outside={isOutside(bin)}
              x={x(bin.from)}
              width={Math.max(1, x(bin.to) - x(bin.from) - 1)}
              y={(HEIGHT - FOOT) * (1 - bin.count / highest)}
              height={((HEIGHT - FOOT) * bin.count) / highest}
            />
          ))}
          <line className={css.spreadBase} x1={0} x2={width} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} />
          {[lower, upper].map(
            (limit, side) =>
              limit !== null && (
                <line
                  key={side === 0 ? 'lower' : 'upper'}
                  className={css.spreadLimit}
                  x1={x(limit)}
                  x2={x(limit)}
                  y1={0}
                  y2={HEIGHT - FOOT}
                />
              ),
          )}
          <text x={x(least)} y={HEIGHT - 4}>
            {write.full(least)}
          </text>
          <text x={x(most)} y={HEIGHT - 4} textAnchor="end">
            {write.full(most)}
          </text>
        </svg>
      )}
    </div>
  );
}
