import { useElementSize } from '@mantine/hooks';
import type { SpecificationLimits } from '../../../shared/domain/spc/capability.ts';
import type { MeasureFormat } from '../../charts/measure-format.ts';
import { binsOf } from './bins.ts';
import css from './quality.module.css';

interface SpreadProps {
  values: readonly number[];
  specification: SpecificationLimits;
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
  const { lower, upper, target } = specification;
  const asked = [lower, upper, target].filter((value) => value !== null);
  const least = Math.min(first.from, ...asked);
  const most = Math.max(last.to, ...asked);
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
          {(['lower', 'target', 'upper'] as const).map((side) => {
            const asks = specification[side];
            if (asks === null) return null;
            return (
              <line
                key={side}
                className={css.spreadLimit}
                data-of={side}
                x1={x(asks)}
                x2={x(asks)}
                y1={0}
                y2={HEIGHT - FOOT}
              />
            );
          })}
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
