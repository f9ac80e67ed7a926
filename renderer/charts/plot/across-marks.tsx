import { type AcrossKind, type AcrossLayout, columnsAt, isStacked, layersOf, stretchesOf } from './across-layout.ts';
import { fillOf } from './colours.ts';
import css from './plot.module.css';
import { cutTo, type MarkAt, type Plot, type PlotSeries, stackHeight } from './plot.ts';

interface AcrossMarksProps {
  plot: Plot;
  kind: AcrossKind;
  layout: AcrossLayout;
  active: MarkAt | null;
  cumulative: readonly number[] | undefined;
  isAlongTime: boolean;
}

/** The share that a Pareto is read by: what lies left of it is worth looking at first. */
export const MOST_OF_IT = 0.8;

/** Points are drawn as dots while there are no more places than this. */
const MOST_DOTS = 62;

/** Columns, lines or areas, with what they are compared with as a thinner line of the same hue. */
export function AcrossMarks({ plot, kind, layout, active, cumulative, isAlongTime }: AcrossMarksProps) {
  const { x, shareY } = layout;
  return (
    <>
      {kind === 'line' && <Lines plot={plot} layout={layout} active={active} />}
      {kind === 'area' && <Areas plot={plot} layout={layout} active={active} />}
      {(kind === 'bar' || kind === 'stacked') && <Columns plot={plot} kind={kind} layout={layout} active={active} />}
      <Before plot={plot} kind={kind} layout={layout} isAlongTime={isAlongTime} />
      {cumulative && shareY && (
        <g className={css.shares}>
          <line x1={layout.left} x2={layout.right} y1={shareY(MOST_OF_IT)} y2={shareY(MOST_OF_IT)} />
          <polyline points={cumulative.map((value, place) => `${x(place)},${shareY(value)}`).join(' ')} />
          {cumulative.map((value, place) => (
            <circle key={plot.places[place]?.id} cx={x(place)} cy={shareY(value)} r={3} />
          ))}
        </g>
      )}
    </>
  );
}

type Drawn = Omit<AcrossMarksProps, 'kind' | 'cumulative' | 'isAlongTime'>;

function Columns({ plot, kind, layout, active }: Drawn & { kind: AcrossKind }) {
  return plot.places.map((place, at) => (
    <g key={place.id}>
      {columnsAt(plot, kind, layout, at).map(({ series, x, width, from, to }) => {
        const isActive = active?.place === at && (active.series === series || plot.series.length === 1);
        return (
          <rect
            key={plot.series[series]?.id}
            x={x}
            width={width}
            y={layout.y(Math.max(from, to))}
            height={Math.max(to === from ? 0 : 0.75, Math.abs(layout.y(from) - layout.y(to)))}
            fill={fillOf(plot, at, series)}
            className={css.column}
            data-active={isActive}
          />
        );
      })}
    </g>
  ));
}

function Lines({ plot, layout: { x, y }, active }: Drawn) {
  const hasDots = plot.places.length <= MOST_DOTS;
  return (
    <>
      {plot.series.map((series, index) => (
        <g key={series.id} className={css.line} stroke={series.colour} data-faded={isFaded(active, index, plot)}>
          {stretchesOf(series.values).map((places) => (
            <polyline key={places[0]} points={pointsOf(places, (at) => series.values[at] ?? 0, x, y)} />
          ))}
          {series.values.map((value, at) => {
            const isActive = active?.place === at && active.series === index;
            const isAlone = series.values[at - 1] == null && series.values[at + 1] == null;
            if (value === null || !(hasDots || isActive || isAlone)) return null;
            return (
              <circle
                key={plot.places[at]?.id}
                cx={x(at)}
                cy={y(value)}
                r={isActive ? 4.5 : 2.5}
                fill={series.colour}
              />
            );
          })}
        </g>
      ))}
    </>
  );
}

/** The names of lines at their right end, beyond the room of the marks. */
export function EndNames({ plot, layout: { y, right, namesAtEnd } }: Pick<Drawn, 'plot' | 'layout'>) {
  if (!namesAtEnd) return null;
  return endsOf(plot, y).map(({ series, top }) => (
    <text key={series.id} className={css.endName} x={right + 6} y={top} dy="0.32em" fill={series.colour}>
      {cutTo(series.name, 128)}
    </text>
  ));
}

function Areas({ plot, layout: { x, y, band }, active }: Drawn) {
  return plot.series.map((series, index) => (
    <g key={series.id} fill={series.colour} className={css.area} data-faded={isFaded(active, index, plot)}>
      {layersOf(plot.series, index).map((layer) => {
        const ends = layer.length === 1 ? [-band / 3, band / 3] : [0];
        const over = layer.flatMap(({ place, to }) => ends.map((aside) => `${x(place) + aside},${y(to)}`));
        const under = layer.flatMap(({ place, from }) => ends.map((aside) => `${x(place) + aside},${y(from)}`));
        return <polygon key={layer[0]?.place} points={[...over, ...under.reverse()].join(' ')} />;
      })}
    </g>
  ));
}

/**
 * What is compared with: a dashed line for each line, one for what stands on each other along time, and a mark across each
 * column where columns stand side by side or are of values, which no line leads through.
 */
function Before({ plot, kind, layout, isAlongTime }: Omit<AcrossMarksProps, 'active' | 'cumulative'>) {
  const compared = plot.series.filter(({ before }) => before !== undefined);
  if (compared.length === 0) return null;
  const together = compared.map((series): PlotSeries => ({ ...series, values: series.before ?? [] }));
  const heights = plot.places.map((_, at) => stackHeight(together, at));
  if (kind === 'bar' && (plot.series.length > 1 || !isAlongTime)) return <BeforeColumns plot={plot} layout={layout} />;
  if (isStacked(kind) && !isAlongTime) return <BeforeStacks heights={heights} layout={layout} />;
  const whole = { id: 'before', colour: 'var(--tl-text-quiet)', values: heights };
  return (isStacked(kind) ? [whole] : together).map(({ id, colour, values }) => (
    <g key={id} className={css.before} stroke={kind === 'line' ? colour : 'var(--tl-chart-good-before)'}>
      {stretchesOf(values).map((places) => (
        <polyline key={places[0]} points={pointsOf(places, (at) => values[at] ?? 0, layout.x, layout.y)} />
      ))}
    </g>
  ));
}

function BeforeColumns({ plot, layout }: { plot: Plot; layout: AcrossLayout }) {
  return plot.places.flatMap((place, at) =>
    columnsAt(plot, 'bar', layout, at).flatMap(({ series, x, width }) => {
      const value = plot.series[series]?.before?.[at] ?? null;
      if (value === null) return [];
      return <Mark key={`${place.id} ${series}`} from={x - 1} to={x + width + 1} y={layout.y(value)} />;
    }),
  );
}

function BeforeStacks({
  heights,
  layout: { x, y, band },
}: {
  heights: readonly (number | null)[];
  layout: AcrossLayout;
}) {
  return heights.map((height, at) => {
    if (height === null) return null;
    return <Mark key={x(at)} from={x(at) - band * 0.42} to={x(at) + band * 0.42} y={y(height)} />;
  });
}

function Mark({ from, to, y }: { from: number; to: number; y: number }) {
  return <line className={css.beforeMark} x1={from} x2={to} y1={y} y2={y} />;
}

function pointsOf(
  places: readonly number[],
  valueAt: (place: number) => number,
  x: (place: number) => number,
  y: (value: number) => number,
): string {
  return places.map((at) => `${x(at)},${y(valueAt(at))}`).join(' ');
}

function isFaded(active: MarkAt | null, series: number, { series: all }: Plot): boolean {
  return active !== null && all.length > 1 && active.series !== series;
}

const NAME_HEIGHT = 15;

/** Where the names of lines stand at the right: at their last point, moved apart where they would meet. */
function endsOf(plot: Plot, y: (value: number) => number): { series: PlotSeries; top: number }[] {
  const ends = plot.series.flatMap((series) => {
    const last = series.values.findLast((value) => value !== null);
    return last == null ? [] : { series, top: y(last) };
  });
  ends.sort((a, b) => a.top - b.top);
  ends.forEach((end, at) => {
    const above = ends[at - 1];
    if (above) end.top = Math.max(end.top, above.top + NAME_HEIGHT);
  });
  return ends;
}
