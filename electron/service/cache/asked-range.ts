import type { Catalog } from '../../../db/store/catalog.ts';
import { extent } from '../../../db/store/catalog.ts';
import { isoFromDay } from '../../../shared/domain/day.ts';
import { periodBefore } from '../../../shared/domain/period-before.ts';
import { type DateRange, datesOfPreset, isRangePreset, rangePresets } from '../../../shared/domain/range.ts';

/** First and last production date of a store. */
export type Span = DateRange;

/**
 * A range as it was meant: by name where its dates are those of a named one, or of the period before one, as these move with
 * the newest record; else by its dates. It is kept as text: 'last30days', 'before last30days', '2024-01-01..2024-01-31'.
 */
export type AskedRange = string;

const BEFORE = 'before ';

/** The span of the records of a store; null when it has none. */
export function spanOf({ partitions }: Catalog): Span | null {
  const { firstDay, lastDay } = extent(partitions.flatMap(({ months }) => months));
  return firstDay === null || lastDay === null ? null : { from: isoFromDay(firstDay), to: isoFromDay(lastDay) };
}

/** What a range of dates, open where one is absent, was meant as in a store of that span. */
export function askedRange({ from, to }: Partial<DateRange>, span: Span): AskedRange {
  const isAsked = (range: DateRange) => range.from === from && range.to === to;
  const presets = rangePresets.map((preset) => ({ preset, dates: datesOfPreset(preset, span.from, span.to) }));
  const now = presets.find(({ dates }) => isAsked(dates));
  if (now) return now.preset;
  const before = presets.find(({ dates }) => isAsked(periodBefore(dates, span.to)));
  return before ? `${BEFORE}${before.preset}` : `${from ?? ''}..${to ?? ''}`;
}

/** The dates that it means in a store of that span. */
export function datesOfAskedRange(range: AskedRange, span: Span): Partial<DateRange> {
  const [preset, isBefore] = range.startsWith(BEFORE) ? [range.slice(BEFORE.length), true] : [range, false];
  if (isRangePreset(preset)) {
    const dates = datesOfPreset(preset, span.from, span.to);
    if (!isBefore) return dates;
    const { from, to } = periodBefore(dates, span.to);
    return { from, to };
  }
  const [from = '', to = ''] = range.split('..');
  return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
}
