import { measures as definitions } from '../../../shared/query/measures.ts';
import { othersColour, singleColour } from '../../charts/explore/colours.ts';
import { Legend } from '../../charts/explore/legend.tsx';
import { ScatterChart } from '../../charts/explore/scatter-chart.tsx';
import { measureFormat } from '../../charts/measure-format.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import type { Coordinate } from './drill.ts';
import css from './explore.module.css';
import type { OnMarkMenu } from './mark-menu.tsx';
import { memberId } from './parts.ts';
import { text } from './text.ts';
import { coordinate, placesOf } from './to-panels.ts';
import { useColours } from './use-colours.ts';
import type { Shown } from './use-cube.ts';
import type { Names } from './words.ts';

interface ScatterPanelsProps {
  shown: Shown;
  names: Names;
  title: string;
  onDrill: (mark: Coordinate[]) => void;
  onMenu: OnMarkMenu;
}

/** The first two measures against each other, a point for each group by name. */
export function ScatterPanels({ shown, names, title, onDrill, onMenu }: ScatterPanelsProps) {
  const t = useText(text);
  const format = useFormat();
  const colours = useColours(shown);
  const { asked, cube, answer } = shown;
  const [x, y] = asked.measures;
  if (x === undefined || y === undefined) return null;
  const colourAxis = asked.splits.findIndex(({ role }) => role === 'colours');
  const points = cube.rows.flatMap((members) => {
    const values = cube.at(members);
    const [across, up] = [values?.[x] ?? null, values?.[y] ?? null];
    if (across === null || up === null) return [];
    const coloured = members[colourAxis];
    return {
      members,
      id: members.map(memberId).join(' '),
      name: members.map((member, at) => names.member(asked.splits[at]?.dimension ?? 'line', member)).join(', '),
      colour: coloured ? (colours.get(memberId(coloured)) ?? othersColour) : singleColour(y),
      x: across,
      y: up,
    };
  });
  const axisOf = (measure: typeof x, values: number[]) => {
    const { full, tick, unit } = measureFormat(measure, answer, values, format);
    const name = unit && unit !== '%' ? `${names.measure(measure)} (${unit})` : names.measure(measure);
    return { name, format: full, tick, isRatio: definitions[measure].kind === 'ratio' };
  };
  const markOf = (at: number) => (points[at]?.members ?? []).map((member, axis) => coordinate(shown, axis, member));
  return (
    <>
      {colourAxis !== -1 && (
        <Legend
          series={placesOf(shown, colourAxis).map((member) => ({
            name: names.member(asked.splits[colourAxis]?.dimension ?? 'line', member),
            colour: colours.get(memberId(member)) ?? othersColour,
          }))}
        />
      )}
      <ScatterChart
        points={points}
        across={axisOf(
          x,
          points.map((point) => point.x),
        )}
        up={axisOf(
          y,
          points.map((point) => point.y),
        )}
        height={420}
        label={title}
        onDrill={(at) => onDrill(markOf(at))}
        onMenu={(at, point) => onMenu(markOf(at), point)}
      />
      {cube.groups > points.length && (
        <p className={css.quiet}>{t.rowsShown(format.number(points.length), format.number(cube.groups))}</p>
      )}
    </>
  );
}
