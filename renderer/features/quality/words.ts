import type { RuleName } from '../../../shared/domain/spc/rules.ts';
import type { Signal } from '../../../shared/domain/spc/signals.ts';
import type { ControlChart, PlacedPoint } from '../../../shared/quality/control-chart.ts';
import type { ControlView } from '../../../shared/quality/control-view.ts';
import { type Measure, type MeasureDefinition, measures } from '../../../shared/query/measures.ts';
import type { Labels } from '../../../shared/text/labels.ts';
import { type MeasureFormat, measureFormat } from '../../charts/measure-format.ts';
import { decimalsFor, type Format } from '../../lib/format.ts';
import type { Words } from './text.ts';
import type { ShownControl } from './use-control.ts';

/** Defects a unit are few: they are told by the hundred. */
const HUNDRED = 100;

/** The measure that a chart shows. */
export function measureOf({ chart, measure }: Pick<ControlView, 'chart' | 'measure'>): Measure {
  return chart === 'p' || chart === 'u' ? 'scrapRate' : measure;
}

/** The question of a chart. */
export function titleOf(view: ControlView, t: Words, labels: Labels, format: Format): string {
  if (view.chart === 'p' || view.chart === 'u') return t.titles[view.chart];
  return t.titles[view.chart](inSentence(labels.measures[view.measure], format));
}

/** A name in the middle of a sentence; what is written in capitals throughout (OEE) stays. */
function inSentence(name: string, format: Format): string {
  return name === name.toLocaleUpperCase(format.locale) ? name : name.toLocaleLowerCase(format.locale);
}

/** How values of a chart are written, its limits among them. */
export function formatOf({ view, chart, answer }: ShownControl, format: Format): MeasureFormat {
  const values = chart.points.flatMap(({ value, lower, upper }) => [value, lower, upper]);
  if (view.chart === 'u') {
    const decimals = Math.max(1, decimalsFor(values.map((value) => value * HUNDRED)));
    return {
      full: (value) => format.number(value === null ? null : value * HUNDRED, decimals),
      tick: (value) => format.number(value * HUNDRED, decimalsOfTick(values)),
      unit: '',
    };
  }
  return measureFormat(measureOf(view), answer, values, format);
}

function decimalsOfTick(values: readonly number[]): number {
  const largest = Math.max(0, ...values) * HUNDRED;
  return largest >= 5 ? 0 : largest >= 0.5 ? 1 : 2;
}

/** A signal as a sentence. */
export function sentenceOf({ rule, side, first, last }: Signal, t: Words): string {
  return t.signals[rule](side, last - first + 1);
}

/** Whether a signal is one of getting better or worse; null where it says nothing of that. */
export function directionOf({ side, rule }: Signal, view: ControlView): 'better' | 'worse' | null {
  const { better }: MeasureDefinition = measures[measureOf(view)];
  const isOfLevel = rule !== 'fourteenAlternating' && rule !== 'fifteenWithinOne' && rule !== 'eightOutsideOne';
  if (side === null || better === undefined || !isOfLevel) return null;
  return (side === 'above') === (better === 'up') ? 'better' : 'worse';
}

/** The rule that is told beside each point: of several the first of the set. */
export function marksOf(signals: readonly Signal[], rules: readonly RuleName[]): Map<number, RuleName> {
  const marks = new Map<number, RuleName>();
  for (const { rule, marked } of signals) {
    for (const point of marked) {
      const before = marks.get(point);
      if (before === undefined || rules.indexOf(rule) < rules.indexOf(before)) marks.set(point, rule);
    }
  }
  return marks;
}

/** What is said of a point, its value first: with its center, limits and what it is made of. */
export function tellPoint(
  point: PlacedPoint,
  { view, chart }: Pick<ShownControl, 'view' | 'chart'>,
  write: MeasureFormat,
  t: Words,
  format: Format,
): string[] {
  const [sample] = point.samples;
  const value = [write.full(point.value), view.chart === 'u' ? t.perHundred : write.unit === '%' ? '' : write.unit];
  const isCounted = (view.chart === 'p' || view.chart === 'u') && sample?.units != null && sample.defects !== null;
  const decimals = decimalsFor(chart.points.map(({ samples }) => samples[0]?.units ?? null));
  return [
    value.filter(Boolean).join(' '),
    ...(isCounted ? [t.ofUnits(format.number(sample.defects, decimals), format.number(sample.units, decimals))] : []),
    t.center(write.full(point.center)),
    t.between(write.full(point.lower), write.full(point.upper)),
  ];
}

/** The signals that a point is marked by, in sentences. */
export function sentencesAt(point: number, signals: ControlChart['signals'], t: Words): string[] {
  return signals.filter(({ marked }) => marked.includes(point)).map((signal) => sentenceOf(signal, t));
}
