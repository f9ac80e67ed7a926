import { expect, test } from 'vitest';
import { type ExploreView, firstView } from '../../../shared/questions/explore/view.ts';
import { labels } from '../../../shared/text/labels.ts';
import { sharesOf, sortedByMost } from '../../charts/plot/pareto.ts';
import { createFormat } from '../../lib/format.ts';
import { askedOf } from './asked.ts';
import { text as compareText } from './compare/text.ts';
import { type Axis, modesOf, partQuery, toCube } from './parts.ts';
import { text } from './text.ts';
import { toPanels } from './to-panels.ts';
import type { Shown } from './use-cube.ts';
import { namesOf } from './words.ts';

const format = createFormat('en-GB');
const c = compareText.en;
const names = namesOf(text.en, labels.en, format, new Map());
const scope = { from: '2024-01-01', to: '2024-03-31', filters: [] };

/** A view answered with these rows, by name throughout; the other parts are empty. */
function shownOf(view: ExploreView, axes: Axis[], rows: (string | number | null)[][]): Shown {
  const asked = askedOf(view, scope);
  const columns = [...asked.splits.map(({ dimension }) => dimension), ...view.measures].map((name) => ({
    name,
    type: 'text' as const,
    unit: null,
  }));
  const answer = { columns, rows, groups: rows.length };
  const parts = modesOf(axes, 'none').map((modes) => ({ modes, query: partQuery(scope, view.measures, axes, modes) }));
  return { view, scope, asked, cube: toCube(axes, parts, [answer]), compared: null, colouredValues: [], answer };
}

const month: Axis = { dimension: 'month', named: null, hasOthers: false };

test('time has a place for every period of the range, with a gap where nothing was made', () => {
  const shown = shownOf(
    { ...firstView, by: ['month'] },
    [month],
    [
      ['2024-01', 5],
      ['2024-03', 7],
    ],
  );
  const [panel] = toPanels(shown, names, new Map(), format, { isStacked: false, c });
  expect(panel?.plot.places.map(({ label }) => label)).toEqual(['Jan 2024', 'Feb 2024', 'Mar 2024']);
  expect(panel?.plot.series.map(({ values }) => values)).toEqual([[5, null, 7]]);
});

test('a mark stands for its period and its value, also where a value without data was left out', () => {
  const lines: Axis = { dimension: 'line', named: ['A', 'B', 'C'], hasOthers: false };
  const shown = shownOf(
    { ...firstView, by: ['month', 'line'] },
    [month, lines],
    [
      ['2024-01', 'A', 5],
      ['2024-02', 'C', 1],
    ],
  );
  const [panel] = toPanels(shown, names, new Map(), format, { isStacked: true, c });
  expect(panel?.plot.series.map(({ name }) => name)).toEqual(['A', 'C']);
  expect(panel?.markOf({ place: 1, series: 1 })).toMatchObject([
    { dimension: 'month', member: { value: '2024-02' } },
    { dimension: 'line', member: { value: 'C' } },
  ]);
});

test('panels of one measure have one scale; a measure of another kind has panels of its own', () => {
  const shifts: Axis = { dimension: 'shift', named: ['Early', 'Late'], hasOthers: false };
  const lines: Axis = { dimension: 'line', named: ['A'], hasOthers: false };
  const view: ExploreView = {
    ...firstView,
    measures: ['good', 'yield'],
    by: ['month', 'line', 'shift'],
    shape: 'line',
  };
  const shown = shownOf(
    view,
    [month, lines, shifts],
    [
      ['2024-01', 'A', 'Early', 5, 0.9],
      ['2024-01', 'A', 'Late', 50, 0.8],
    ],
  );
  const panels = toPanels(shown, names, new Map(), format, { isStacked: false, c });
  expect(panels.map(({ title }) => title)).toEqual(['Good · Early', 'Good · Late', 'Yield · Early', 'Yield · Late']);
  expect(panels[0]?.plot.extent).toEqual({ least: 5, most: 50 });
  expect(panels[0]?.plot.extent).toEqual(panels[1]?.plot.extent);
  expect(panels[2]?.plot.extent).toEqual({ least: 0.8, most: 0.9 });
  const own = toPanels(
    { ...shown, view: { ...view, ownScales: true } },
    ...([names, new Map<string, string>(), format, { isStacked: false, c }] as const),
  );
  expect(own.map(({ plot }) => plot.extent)).toEqual([undefined, undefined, undefined, undefined]);
});

test('what is not shown by name has a scale of its own where all others would lie flat, and only there', () => {
  const view: ExploreView = { ...firstView, measures: ['good'], by: ['month', 'shift', 'line'] };
  const axes: Axis[] = [
    month,
    { dimension: 'shift', named: ['Early'], hasOthers: false },
    { dimension: 'line', named: ['A', 'B'], hasOthers: true },
  ];
  const panelsWith = (beyond: number) => {
    const shown = shownOf(view, axes, [
      ['2024-01', 'Early', 'A', 5],
      ['2024-01', 'Early', 'B', 50],
    ]);
    const others = {
      columns: shown.answer.columns.filter(({ name }) => name !== 'line'),
      rows: [['2024-01', 'Early', beyond]],
      groups: 1,
    };
    const parts = modesOf(axes, 'none').map((modes) => ({ modes, query: partQuery(scope, ['good'], axes, modes) }));
    const cube = toCube(axes, parts, [shown.answer, others]);
    return toPanels({ ...shown, cube }, names, new Map(), format, { isStacked: false, c });
  };
  const towering = panelsWith(900);
  expect(towering.map(({ isApart }) => isApart ?? false)).toEqual([false, false, true]);
  expect(towering.map(({ plot }) => plot.extent)).toEqual([{ least: 5, most: 50 }, { least: 5, most: 50 }, undefined]);
  expect(panelsWith(80).map(({ plot }) => plot.extent?.most)).toEqual([80, 80, 80]);
});

test('a Pareto has the most first, what is not named last, and its shares add up to the whole', () => {
  const series = [{ id: 'defects', name: 'Defects', colour: '', values: [2, 5, 9, 4] }];
  const places = ['=a', '=b', 'none', 'others'].map((id) => ({ id, label: id, short: id }));
  const { plot, order } = sortedByMost({ places, series, format: String, tick: String });
  expect(order).toEqual([1, 0, 2, 3]);
  expect(plot.places.map(({ id }) => id)).toEqual(['=b', '=a', 'none', 'others']);
  expect(sharesOf(plot)).toEqual([0.25, 0.35, 0.8, 1]);
});
