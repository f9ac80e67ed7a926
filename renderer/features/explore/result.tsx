import type { ChartScope } from '../../../shared/questions/chart-scope.ts';
import type { ExploreView } from '../../../shared/questions/explore/view.ts';
import { ChartPanels } from './chart-panels.tsx';
import { CrossTable } from './cross-table.tsx';
import type { Coordinate } from './drill.ts';
import css from './explore.module.css';
import { FlatTable } from './flat-table.tsx';
import type { OnMarkMenu } from './mark-menu.tsx';
import type { Member } from './parts.ts';
import { memberId } from './parts.ts';
import { ScatterPanels } from './scatter-panels.tsx';
import { placesOf } from './to-panels.ts';
import type { Shown } from './use-cube.ts';
import type { Names } from './words.ts';

export interface ResultProps {
  shown: Shown;
  names: Names;
  title: string;
  onDrill: (mark: Coordinate[], scope: ChartScope) => void;
  onMenu: OnMarkMenu;
  onBrush: (first: number, last: number) => void;
  onChange: (view: ExploreView) => void;
}

/** The answer in its shape. */
export function Result({ shown, names, title, onDrill, onMenu, onBrush, onChange }: ResultProps) {
  const { shape, splits, measures } = shown.asked;
  const drill = (mark: Coordinate[]) => onDrill(mark, shown.scope);
  if (shape === 'table')
    return (
      <FlatTable shown={shown} names={names} caption={title} onDrill={drill} onMenu={onMenu} onChange={onChange} />
    );
  if (shape === 'pivot') {
    const down = splits.flatMap((_, at) => (at === 1 ? [] : at));
    return (
      <CrossTable
        {...{ shown, names, caption: title, down, measures, onDrill: drill, onMenu }}
        across={1}
        withTotals={shown.asked.ranges.length === 0}
        isHeat={false}
      />
    );
  }
  if (shape === 'heat') return <HeatPanels shown={shown} names={names} title={title} onDrill={drill} onMenu={onMenu} />;
  if (shape === 'scatter')
    return <ScatterPanels shown={shown} names={names} title={title} onDrill={drill} onMenu={onMenu} />;
  return <ChartPanels shown={shown} names={names} title={title} onDrill={drill} onMenu={onMenu} onBrush={onBrush} />;
}

interface HeatPanelsProps extends Pick<ResultProps, 'shown' | 'names' | 'title' | 'onMenu'> {
  onDrill: (mark: Coordinate[]) => void;
}

/** A heat map for each measure and for each value of a third split. */
function HeatPanels({ shown, names, title, onDrill, onMenu }: HeatPanelsProps) {
  const { splits, measures } = shown.asked;
  const facets: (Member | null)[] = splits[2] ? [...placesOf(shown, 2)] : [null];
  const panels = measures.flatMap((measure) => facets.map((facet) => ({ measure, facet })));
  return panels.map(({ measure, facet }) => {
    const name = [
      measures.length > 1 && names.measure(measure),
      facet && names.member(splits[2]?.dimension ?? 'line', facet),
    ]
      .filter(Boolean)
      .join(' · ');
    return (
      <figure key={`${measure} ${facet ? memberId(facet) : ''}`} className={css.panel}>
        {name && <figcaption className={css.panelTitle}>{name}</figcaption>}
        <CrossTable
          {...{ shown, names, caption: [title, name].filter(Boolean).join(', '), onDrill, onMenu }}
          down={[1]}
          across={0}
          measures={[measure]}
          withTotals={false}
          isHeat
          {...(facet ? { fixed: new Map([[2, facet]]) } : {})}
        />
      </figure>
    );
  });
}
