import type { FoundMeasureAlert, MeasureAlert } from '../../shared/contract/measure-alerts.ts';
import { dayFromIso, isoFromDay } from '../../shared/domain/day.ts';
import { isMixed } from '../../shared/query/answer-rows.ts';
import { type MeasureDefinition, measures } from '../../shared/query/measures.ts';
import { writeScope } from '../../shared/questions/scope-url.ts';
import type { Labels, Language } from '../../shared/text/labels.ts';
import { signalWords } from '../charts/control/signal-words.ts';
import { decimalsFor, type Format } from '../lib/format.ts';
import { formatHash } from '../lib/router.tsx';
import type { text } from './text.ts';

type Words = (typeof text)['en'];

/** What was found, in a sentence with its newest value. */
export function foundWords(
  { alert, rule, side, points, to, value, unit, limit }: FoundMeasureAlert,
  { t, language, labels, format }: { t: Words; language: Language; labels: Labels; format: Format },
): string {
  const written = writtenValue(alert, value, unit, t, format);
  if (alert.of === 'chart') {
    const sentence = rule === null ? '' : signalWords[language][rule](side, points);
    return t.foundRule(sentence, written, format.date(to));
  }
  const passed = limit === null ? '' : writtenValue(alert, limit, unit, t, format);
  return t.foundLimit[side ?? 'above'](labels.measures[alert.measure], passed, points, written, format.date(to));
}

/** What is watched, in a sentence. */
export function alertWords(alert: MeasureAlert, t: Words, labels: Labels, format: Format): string {
  const filters = alert.filters.map(({ field, in: values, not }) => {
    const list = format.list(values.map((each) => each ?? t.notRecorded));
    return not ? t.without(labels.dimensions[field], list) : list;
  });
  return [watchedWords(alert, t, labels, format), ...filters].join(' · ');
}

function watchedWords(alert: MeasureAlert, t: Words, labels: Labels, format: Format): string {
  const measure = labels.measures[measureOf(alert)];
  if (alert.of === 'chart') return t.watchesChart(measure);
  if (alert.of === 'specification') return t.watchesSpecification(measure, alert.days);
  return t.watchesLimit[alert.side](measure, writtenValue(alert, alert.limit, null, t, format), alert.days);
}

function measureOf(alert: MeasureAlert) {
  if (alert.of !== 'chart') return alert.measure;
  return alert.view.chart === 'p' || alert.view.chart === 'u' ? 'scrapRate' : alert.view.measure;
}

function writtenValue(alert: MeasureAlert, value: number, unit: string | null, t: Words, format: Format): string {
  if (alert.of === 'chart' && alert.view.chart === 'u') return t.perHundred(format.number(value * 100, 2));
  const { kind }: MeasureDefinition = measures[measureOf(alert)];
  if (kind === 'ratio') return format.percent(value, 2);
  const number = format.number(value, decimalsFor([value]));
  return unit === null || isMixed(unit) ? number : `${number} ${unit}`;
}

/** So many days are shown where the limit was passed, up to the newest. */
const SHOWN_DAYS = 90;

/** Where what was found can be looked at: Quality with the chart, over the days before. */
export function addressOfFound({ alert, from, to }: FoundMeasureAlert): string {
  const earlier = isoFromDay((dayFromIso(to) ?? 0) - SHOWN_DAYS + 1);
  const range = { from: alert.of === 'chart' || from < earlier ? from : earlier, to };
  return formatHash('quality', writeScope({ range, filters: alert.filters }, new URLSearchParams(alert.params)));
}
