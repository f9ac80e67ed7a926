import { measures as definitions, type Measure } from '../../../shared/query/measures.ts';
import { measureFormat } from '../../charts/measure-format.ts';
import { othersColour, singleColour } from '../../charts/plot/colours.ts';
import { Legend } from '../../charts/plot/legend.tsx';
import { type ScatterAxis, ScatterChart } from '../../charts/plot/scatter-chart.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { coloursIn } from './colours.ts';
import type { Compared } from './compare/compared.ts';
import { comparisonName } from './compare/compared-words.ts';
import { differenceWords } from './compare/difference.ts';
import { text as compareText } from './compare/text.ts';
import type { Coordinate } from './drill.ts';
import css from './explore.module.css';
import type { OnMarkMenu } from './mark-menu.tsx';
import { type Member, memberId } from './parts.ts';
import { text } from './text.ts';
import { coordinate, placesOf } from './to-panels.ts';
import { useChartHeight } from './use-chart-height.ts';
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
  const colours = coloursIn(shown);
  const c = useText(compareText);
  const height = useChartHeight();
  const { asked, cube, answer, compared } = shown;
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
      ...beforeOf(compared, members, x, y),
    };
  });
  const changeWords = (measure: typeof x, axis: ScatterAxis) => (now: number, before: number | null) =>
    compared?.compares(measure) ? differenceWords(measure, now, before, { full: axis.format, t: c, format }) : '';
  const axisOf = (measure: typeof x, values: number[]) => {
    const { full, tick, unit } = measureFormat(measure, answer, values, format);
    const name = unit && unit !== '%' ? `${names.measure(measure)} (${unit})` : names.measure(measure);
    return { name, format: full, tick, isRatio: definitions[measure].kind === 'ratio' };
  };
  const withBefore = (get: (point: { x: number; y: number }) => number) =>
    points.flatMap((point) => (point.before ? [get(point), get(point.before)] : [get(point)]));
  const acrossAxis = axisOf(
    x,
    withBefore((point) => point.x),
  );
  const upAxis = axisOf(
    y,
    withBefore((point) => point.y),
  );
  const comparedName = compared && comparisonName(compared.comparison, names, c);
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
        across={acrossAxis}
        up={upAxis}
        compared={
          comparedName === null
            ? undefined
            : { name: comparedName, across: changeWords(x, acrossAxis), up: changeWords(y, upAxis) }
        }
        height={height}
        label={title}
        onDrill={(at) => onDrill(markOf(at))}
        onMenu={(at, point) => onMenu(markOf(at), point)}
      />
      {comparedName !== null && points.some(({ before }) => before) && (
        <p className={css.quiet}>{c.ringIs(comparedName)}</p>
      )}
      {cube.groups > points.length && (
        <p className={css.quiet}>{t.rowsShown(format.number(points.length), format.number(cube.groups))}</p>
      )}
    </>
  );
}

/** Where a group stands in what it is compared with; nothing where one of both measures has no data there. */
function beforeOf(
  compared: Compared | null,
  members: readonly Member[],
  x: Measure,
  y: Measure,
): { before?: { x: number; y: number } } {
  const [across, up] = [compared?.at(members, x) ?? null, compared?.at(members, y) ?? null];
  return across === null || up === null ? {} : { before: { x: across, y: up } };
}
