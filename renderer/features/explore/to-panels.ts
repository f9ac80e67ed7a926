/** From a cube to what the charts draw: a plot for each panel. Pure. */

import { periodsOf } from '../../../shared/domain/periods.ts';
import { unitOf } from '../../../shared/query/answer-rows.ts';
import { isPeriod } from '../../../shared/query/dimensions.ts';
import { scaleGroups } from '../../../shared/query/measure-scales.ts';
import type { Measure } from '../../../shared/query/measures.ts';
import { type MeasureFormat, measureFormat } from '../../charts/measure-format.ts';
import { measureColour, othersColour, singleColour } from '../../charts/plot/colours.ts';
import { type Extent, extentOf, type MarkAt, type Plot } from '../../charts/plot/plot.ts';
import type { Format } from '../../lib/format.ts';
import type { Compared } from './compare/compared.ts';
import { comparisonName } from './compare/compared-words.ts';
import { differenceWords } from './compare/difference.ts';
import type { text as compareText } from './compare/text.ts';
import type { Coordinate } from './drill.ts';
import { type Member, memberId } from './parts.ts';
import type { Shown } from './use-cube.ts';
import type { Names } from './words.ts';

type CompareWords = (typeof compareText)['en'];

export interface ChartPanel {
  id: string;
  /** What tells it from the panels beside it; empty where there is one. */
  title: string;
  measures: readonly Measure[];
  unit: string;
  /** Whether it is of what is not shown by name. */
  isOthers: boolean;
  /** Whether it has a scale of its own beside panels of one. */
  isApart?: boolean;
  plot: Plot;
  /** What a mark stands for. */
  markOf: (mark: MarkAt) => Coordinate[];
}

/** From so many times the highest on, one panel makes the others flat. */
const TOWERS = 2;

/** More panels than this are more than a person compares. */
const MOST_PANELS = 24;

/** One panel for each value of the splits that panels are made of, and for each measure that needs a scale of its own; of one measure they have one scale unless each is to have its own. */
export function toPanels(
  shown: Shown,
  names: Names,
  colours: ReadonlyMap<string, string>,
  format: Format,
  { isStacked, c }: { isStacked: boolean; c: CompareWords },
): ChartPanel[] {
  const facets = facetsOf(shown);
  const groups = measureGroups(shown);
  const panels = groups.flatMap((measures) => {
    const words = measureFormat(measures[0] ?? 'good', shown.answer, valuesOf(shown, measures), format);
    const ofGroup = facets.map((facet) =>
      panelOf({ shown, names, colours, measures, words, format, c }, facet, groups.length > 1),
    );
    return shown.view.ownScales ? ofGroup : withOneScale(ofGroup, isStacked);
  });
  return panels.slice(0, MOST_PANELS);
}

/** The members of a split in the order in which they are drawn: all periods of the range, or the values. */
export function placesOf({ cube, asked, scope }: Shown, axis: number): readonly Member[] {
  const dimension = asked.splits[axis]?.dimension;
  if (dimension === undefined) return [{ of: 'value', value: null }];
  if (!isPeriod(dimension)) return cube.members(axis);
  return periodsOf(scope.from, scope.to, dimension).map(({ name }) => ({ of: 'value', value: name }));
}

function facetsOf(shown: Shown): Member[][] {
  return shown.asked.splits.reduce<Member[][]>(
    (facets, { role }, axis) =>
      role === 'panels' ? facets.flatMap((facet) => placesOf(shown, axis).map((member) => [...facet, member])) : facets,
    [[]],
  );
}

function measureGroups({ asked: { measures, splits }, answer }: Shown): Measure[][] {
  return scaleGroups(
    measures,
    (measure) => unitOf(answer, measure),
    splits.some(({ role }) => role === 'colours'),
  );
}

function valuesOf({ cube }: Shown, measures: readonly Measure[]): (number | null)[] {
  return cube.rows.flatMap((members) => measures.map((measure) => cube.at(members)?.[measure] ?? null));
}

interface PanelParts {
  shown: Shown;
  names: Names;
  colours: ReadonlyMap<string, string>;
  measures: readonly Measure[];
  words: MeasureFormat;
  format: Format;
  c: CompareWords;
}

function comparedPlot(
  { comparison }: Compared,
  { names, c, words: { full }, format }: PanelParts,
  measure: Measure,
): NonNullable<Plot['compared']> {
  return {
    name: comparisonName(comparison, names, c),
    change: (now, before) => differenceWords(measure, now, before, { full, t: c, format }),
  };
}

function panelOf(parts: PanelParts, facet: readonly Member[], namesMeasure: boolean): ChartPanel {
  const { shown, names, colours, measures, words } = parts;
  const { asked, cube, compared } = shown;
  const facetAxes = asked.splits.flatMap(({ role }, axis) => (role === 'panels' ? axis : []));
  const colourAxis = asked.splits.findIndex(({ role }) => role === 'colours');
  const [axis] = asked.splits;
  const places = placesOf(shown, 0);
  const coloured: readonly (Member | null)[] = colourAxis === -1 ? [null] : placesOf(shown, colourAxis);
  const membersOf = (place: Member, colour: Member | null) =>
    asked.splits.map((_, at): Member => {
      if (at === 0) return place;
      if (at === colourAxis && colour) return colour;
      return facet[facetAxes.indexOf(at)] ?? { of: 'all' };
    });
  const drawn = coloured.flatMap((colour) =>
    measures.map((measure, at) => ({
      colour,
      series: {
        id: `${measure} ${colour ? memberId(colour) : ''}`,
        name: colour ? names.member(asked.splits[colourAxis]?.dimension ?? 'line', colour) : names.measure(measure),
        colour: colourOf(colour, measure, at, measures.length, colours),
        values: places.map((place) => cube.at(membersOf(place, colour))?.[measure] ?? null),
        ...(compared?.compares(measure)
          ? { before: places.map((place) => compared.at(membersOf(place, colour), measure)) }
          : {}),
      },
    })),
  );
  const seen = drawn.filter(({ colour, series }) => colour === null || series.values.some((value) => value !== null));
  const titles = facet.map((member, at) => names.member(asked.splits[facetAxes[at] ?? 0]?.dimension ?? 'line', member));
  return {
    id: [...measures, ...facet.map(memberId)].join(' '),
    title: [...(namesMeasure ? measures.map(names.measure) : []), ...titles].join(' · '),
    measures,
    isOthers: facet.some(({ of }) => of === 'others'),
    unit: words.unit,
    plot: {
      places: places.map((member) => ({
        id: memberId(member),
        label: axis ? names.member(axis.dimension, member) : '',
        short: axis ? names.memberShort(axis.dimension, member) : '',
      })),
      series: seen.map(({ series }) => series),
      format: words.full,
      tick: words.tick,
      ...(compared?.compares(measures[0] ?? 'good')
        ? { compared: comparedPlot(compared, parts, measures[0] ?? 'good') }
        : {}),
    },
    markOf: ({ place, series }) => [
      ...(axis && places[place] ? [coordinate(shown, 0, places[place])] : []),
      ...colourMark(shown, colourAxis, seen[series]?.colour),
      ...facet.map((member, at) => coordinate(shown, facetAxes[at] ?? 0, member)),
    ],
  };
}

function colourMark(shown: Shown, axis: number, colour: Member | null | undefined): Coordinate[] {
  return colour ? [coordinate(shown, axis, colour)] : [];
}

function colourOf(
  member: Member | null,
  measure: Measure,
  at: number,
  measures: number,
  colours: ReadonlyMap<string, string>,
): string {
  if (member === null) return measures === 1 ? singleColour(measure) : measureColour(measure, at);
  return colours.get(memberId(member)) ?? othersColour;
}

/** A member as what a click on it means. */
export function coordinate({ asked, cube }: Shown, axis: number, member: Member): Coordinate {
  const dimension = asked.splits[axis]?.dimension ?? 'line';
  return { dimension, member, named: cube.axes[axis]?.named ?? [] };
}

/**
 * Panels of one measure have one scale, so that what is higher is more. All that is not shown by name may be many times each of
 * those that are, which would lie flat along the axis: it then has a scale of its own, and says so.
 */
function withOneScale(panels: ChartPanel[], isStacked: boolean): ChartPanel[] {
  const extentsOf = (of: ChartPanel[]) =>
    of.map(({ plot }) => extentOf(plot, isStacked)).filter((extent) => extent !== null);
  const most = (of: ChartPanel[]) => Math.max(0, ...extentsOf(of).map((extent) => extent.most));
  const named = panels.filter(({ isOthers }) => !isOthers);
  const isApart = named.length > 0 && most(panels) > most(named) * TOWERS;
  const together = isApart ? named : panels;
  const extents = extentsOf(together);
  if (extents.length === 0) return panels;
  const extent: Extent = {
    least: Math.min(...extents.map(({ least }) => least)),
    most: Math.max(...extents.map(({ most }) => most)),
  };
  return panels.map((panel) =>
    together.includes(panel) ? { ...panel, plot: { ...panel.plot, extent } } : { ...panel, isApart },
  );
}
