import type { CellType, ReportChart } from '../../../../db/reports/report-content.ts';
import { periodGrains } from '../../../../shared/domain/day.ts';
import { noLimits, type SpecificationLimits } from '../../../../shared/domain/spc/capability.ts';
import type { ControlChart, PlacedPoint } from '../../../../shared/quality/control-chart.ts';
import { type ControlView, isCounted } from '../../../../shared/quality/control-view.ts';
import { buildStepsQuery, toSteps } from '../../../../shared/quality/steps.ts';
import { controlViewOf, type QualityView, readView, specificationShown } from '../../../../shared/quality/view.ts';
import type { Cell } from '../../../../shared/query/answer.ts';
import { rowsOf } from '../../../../shared/query/answer-rows.ts';
import type { ChartScope } from '../../../../shared/questions/chart-scope.ts';
import { buildReasonsQuery } from '../../../../shared/questions/reasons.ts';
import type { Shown } from '../../../../shared/questions/shown-tile.ts';
import { createFormat, type Format } from '../../../../shared/text/format.ts';
import { labels } from '../../../../shared/text/labels.ts';
import { type ReportWords, reportWords } from '../../../../shared/text/report.ts';
import { tileWords } from '../../../../shared/text/tiles.ts';
import { typeOfMeasure } from '../content-of-report.ts';
import { askControl } from './ask-control.ts';
import { capabilityTile } from './capability-tile.ts';
import { firstRows, questionTile } from './explore-tile.ts';
import type { TileBody } from './figures.ts';
import type { TileDesk } from './tile-desk.ts';

/** Defects a unit are few: they are told by the hundred, as the screen tells them. */
const HUNDRED = 100;

/** A part of Quality. */
export async function qualityTile(
  { params, form }: Extract<Shown, { screen: 'quality' }>,
  scope: ChartScope,
  desk: TileDesk,
): Promise<TileBody> {
  const view = readView(new URLSearchParams(params));
  const title = tileWords[desk.parts.language].forms.quality[form];
  if (form === 'control') return { title, ...(await controlTile(view, scope, desk)) };
  if (form === 'capability') return capabilityTile(view, scope, desk);
  if (form === 'pareto') return { ...(await questionTile({ query: buildReasonsQuery(scope) }, desk, false)), title };
  return { title, figures: [], ...(await stepsTable(view, scope, desk)) };
}

/** The points with their centre and limits, and how many signals there are. */
async function controlTile(
  chosen: QualityView,
  scope: ChartScope,
  desk: TileDesk,
): Promise<Pick<TileBody, 'figures' | 'chart' | 'notes'>> {
  const { language, locale } = desk.parts;
  const words = reportWords[language];
  const view = controlViewOf(chosen, scope);
  const told = view.chart === 'p' || view.chart === 'u' ? ('scrapRate' as const) : view.measure;
  const control = await askControl(view, scope, desk, told);
  if (control.obstacle) return { figures: [], notes: [words.noChart] };
  const asked = isCounted(view) ? noLimits : specificationShown(chosen, await desk.specification(view.measure, scope));
  const isByHundred = view.chart === 'u';
  const values = control.points.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  const type: CellType = isByHundred ? { kind: 'number', decimals: 2 } : typeOfMeasure(told, values);
  const name = isByHundred ? words.perHundred : labels[language].measures[told];
  const { center } = control.points.at(-1) ?? {};
  const scale = isByHundred ? HUNDRED : 1;
  return {
    figures: [
      {
        name: words.center,
        unit: '',
        cell: { ...type, value: center === undefined ? null : center * scale },
        before: null,
      },
    ],
    chart: chartOf(control, view, { name, type, scale, asked, words, format: createFormat(locale) }),
    notes: [control.signals.length === 0 ? words.noSignals : words.signals(control.signals.length)],
  };
}

interface Drawing {
  name: string;
  type: CellType;
  scale: number;
  /** What is asked of the measure; lines across. */
  asked: SpecificationLimits;
  words: ReportWords;
  format: Format;
}

function chartOf(
  { points }: Pick<ControlChart, 'points'>,
  view: ControlView,
  { name, type, scale, asked, words, format }: Drawing,
): ReportChart {
  const series = (called: string, read: (point: PlacedPoint) => number) => ({
    name: called,
    values: points.map((point) => read(point) * scale),
  });
  return {
    kind: 'line',
    points: points.map((point) => nameOfPoint(point, view, words, format)),
    panels: [
      {
        title: name,
        type,
        series: [
          series(name, ({ value }) => value),
          series(words.center, ({ center }) => center),
          series(words.upperLimit, ({ upper }) => upper),
          series(words.lowerLimit, ({ lower }) => lower),
          ...(['lower', 'target', 'upper'] as const).flatMap((side) => {
            const value = asked[side];
            return value === null ? [] : series(words.asked[side], () => value);
          }),
        ],
      },
    ],
    beforeName: '',
    leftOut: '',
  };
}

function nameOfPoint({ samples }: PlacedPoint, view: ControlView, words: ReportWords, format: Format): string {
  const { period, by } = samples[0]?.place ?? { period: null, by: null };
  const isGroup = view.chart === 'means';
  const grain = (isGroup ? undefined : periodGrains.find((each) => each === view.points)) ?? 'day';
  const day = period === null ? '' : format.periodShort(period, grain);
  const of = by === null || isGroup ? '' : (by.value ?? words.notRecorded);
  return [day, of].filter(Boolean).join(' ');
}

/** First-pass yield of each line, rolled over those that are the steps of a unit. */
async function stepsTable(
  { steps: chosen }: QualityView,
  scope: ChartScope,
  desk: TileDesk,
): Promise<Pick<TileBody, 'table' | 'notes'>> {
  const words = reportWords[desk.parts.language];
  const answer = await desk.answer(buildStepsQuery(scope, chosen), ['firstPassYield', 'total']);
  const steps = toSteps(rowsOf(answer, 'line'), chosen);
  const share: CellType = { kind: 'share', decimals: 1 };
  const isRolled = chosen.length > 0;
  const columns = [
    { heading: words.step, kind: 'text' as const, decimals: null },
    {
      heading: labels[desk.parts.language].measures.total,
      ...typeOfMeasure(
        'total',
        steps.map(({ units }) => units),
      ),
    },
    { heading: words.passed, ...share },
    ...(isRolled ? [{ heading: words.rolled, ...share }] : []),
  ];
  const rows = steps.map(({ line, units, passed, rolled }): Cell[] => [
    line,
    units,
    passed,
    ...(isRolled ? [rolled] : []),
  ]);
  const { table, notes } = firstRows(columns, rows, desk);
  return { table, notes: [...notes, ...(steps.some(({ isPlainYield }) => isPlainYield) ? [words.plainYield] : [])] };
}
