import { use } from 'react';
import { isPeriod } from '../../../shared/query/dimensions.ts';
import { AcrossChart } from '../../charts/plot/across-chart.tsx';
import type { AcrossKind } from '../../charts/plot/across-layout.ts';
import { DownChart } from '../../charts/plot/down-chart.tsx';
import { Legend } from '../../charts/plot/legend.tsx';
import { sharesOf, sortedByMost } from '../../charts/plot/pareto.ts';
import type { MarkAt } from '../../charts/plot/plot.ts';
import type { OnMenu } from '../../charts/plot/use-marks.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { coloursIn } from './colours.ts';
import { text as compareText } from './compare/text.ts';
import type { Coordinate } from './drill.ts';
import css from './explore.module.css';
import type { OnMarkMenu } from './mark-menu.tsx';
import { text } from './text.ts';
import { type ChartPanel, toPanels } from './to-panels.ts';
import { ChartRoomContext, useChartHeight } from './use-chart-height.ts';
import type { Shown } from './use-cube.ts';
import type { Names } from './words.ts';

interface ChartPanelsProps {
  shown: Shown;
  names: Names;
  title: string;
  onDrill: (mark: Coordinate[]) => void;
  onMenu: OnMarkMenu;
  onBrush: (first: number, last: number) => void;
}

const SEVERAL_HEIGHT = 220;
/** One line of a legend with the room below it, px. */
const LEGEND_HEIGHT = 26;

/** Columns, bars, lines or areas, one panel or small multiples. */
export function ChartPanels({ shown, names, title, onDrill, onMenu, onBrush }: ChartPanelsProps) {
  const t = useText(text);
  const format = useFormat();
  const colours = coloursIn(shown);
  const { shape, splits } = shown.asked;
  const isStacked = shape === 'stacked' || shape === 'area';
  const panels = toPanels(shown, names, colours, format, { isStacked, c: useText(compareText) });
  const [axis] = splits;
  const isAlongTime = axis !== undefined && isPeriod(axis.dimension);
  const series = panels[0]?.plot.series.length ?? 0;
  const compared = panels[0]?.plot.compared;
  const isBeside = shape === 'bar' && series > 1;
  // Where all have the same, it stands below the title.
  const units = new Set(panels.map(({ unit }) => unit));
  // Up to four lines have their names at their ends.
  const hasLegend = series > 4 || (series > 1 && (shape !== 'line' || panels.length > 1)) || compared !== undefined;
  // What stands around a chart takes of the room that it has in a tile; a screen of its own grows by it.
  const isTile = use(ChartRoomContext) !== null;
  const height = useChartHeight() - (isTile && hasLegend ? LEGEND_HEIGHT : 0);
  return (
    <>
      {hasLegend && (
        <Legend
          series={panels.flatMap(({ plot }) => plot.series)}
          before={compared && { name: compared.name, drawn: isAlongTime && !isBeside ? 'line' : 'mark' }}
        />
      )}
      <div className={css.panels} data-count={Math.min(panels.length, 3)}>
        {panels.map((panel) => (
          <figure key={panel.id} className={css.panel}>
            {panel.title && (
              <figcaption className={css.panelTitle}>
                {panel.title}
                {units.size > 1 && panel.unit && panel.unit !== '%' && <span className={css.quiet}> {panel.unit}</span>}
                {panel.isApart && <span className={css.quiet}> {t.scaleOfItsOwn}</span>}
              </figcaption>
            )}
            <Chart
              panel={panel}
              shape={shape}
              isAlongTime={isAlongTime}
              height={panels.length > 1 ? SEVERAL_HEIGHT : height}
              label={[title, panel.title].filter(Boolean).join(', ')}
              onDrill={onDrill}
              onMenu={onMenu}
              onBrush={onBrush}
            />
          </figure>
        ))}
      </div>
      {!isTile && (
        <p className={css.closer} data-picture="none">
          {isAlongTime ? t.closerHint : t.closerHintValues}
        </p>
      )}
    </>
  );
}

interface ChartProps {
  panel: ChartPanel;
  shape: Shown['asked']['shape'];
  isAlongTime: boolean;
  height: number;
  label: string;
  onDrill: (mark: Coordinate[]) => void;
  onMenu: OnMarkMenu;
  onBrush: (first: number, last: number) => void;
}

function Chart({ panel, shape, isAlongTime, height, label, onDrill, onMenu, onBrush }: ChartProps) {
  const { plot, markOf } = panel;
  if (shape === 'pareto') {
    const { plot: sorted, order } = sortedByMost(plot);
    return (
      <AcrossChart
        plot={sorted}
        kind="stacked"
        height={height}
        label={label}
        cumulative={sharesOf(sorted)}
        onDrill={({ place, series }) => onDrill(markOf({ place: order[place] ?? place, series }))}
        onMenu={({ place, series }, at) => onMenu(markOf({ place: order[place] ?? place, series }), at)}
      />
    );
  }
  const drill = (mark: MarkAt) => onDrill(markOf(mark));
  const menu: OnMenu = (mark, at) => onMenu(markOf(mark), at);
  if (!isAlongTime && (shape === 'bar' || shape === 'stacked'))
    return <DownChart plot={plot} isStacked={shape === 'stacked'} label={label} onDrill={drill} onMenu={menu} />;
  return (
    <AcrossChart
      plot={plot}
      kind={shape as AcrossKind}
      height={height}
      label={label}
      onDrill={drill}
      onMenu={menu}
      onBrush={isAlongTime ? onBrush : undefined}
    />
  );
}
