import type { Catalog } from '../../../db/store/catalog.ts';
import { extent } from '../../../db/store/catalog.ts';
import { isoFromDay, type PeriodGrain } from '../../../shared/domain/day.ts';
import { periodBefore } from '../../../shared/domain/period-before.ts';
import {
  type DateRange,
  datesOfPreset,
  isRangePreset,
  presetsFor,
  wholePeriods,
} from '../../../shared/domain/range.ts';
import { recordedBy } from '../../../shared/domain/recorded-by.ts';

/** The days that the records of a store are of, both included, and the period that each is of. */
export interface Span extends DateRange {
  recordedBy?: PeriodGrain;
}

/**
 * A range as it was meant: by name where its dates are those of a named one, or of the period before one, as these move with
 * the newest record; else by its dates. It is kept as text: 'last30days', 'before last30days', '2024-01-01..2024-01-31'.
 */
export type AskedRange = string;

const BEFORE = 'before ';

/** The span of the records of a store; null when it has none. */
export function spanOf({ partitions }: Catalog): Span | null {
  const months = partitions.flatMap((partition) => partition.months);
  const { firstDay, lastDay } = extent(months);
  if (firstDay === null || lastDay === null) return null;
  const grain = recordedBy(months);
  return { ...wholePeriods({ from: isoFromDay(firstDay), to: isoFromDay(lastDay) }, grain), recordedBy: grain };
}

/** What a range of dates, open where one is absent, was meant as in a store of that span. */
export function askedRange({ from, to }: Partial<DateRange>, span: Span): AskedRange {
  const isAsked = (range: DateRange) => range.from === from && range.to === to;
  const presets = presetsFor(span.recordedBy ?? 'day').map((preset) => ({
    preset,
    dates: datesOfPreset(preset, span.from, span.to, span.recordedBy),
  }));
  const now = presets.find(({ dates }) => isAsked(dates));
  if (now) return now.preset;
  const before = presets.find(({ dates }) => isAsked(periodBefore(dates, span.to)));
  return before ? `${BEFORE}${before.preset}` : `${from ?? ''}..${to ?? ''}`;
}

/** The dates that it means in a store of that span. */
export function datesOfAskedRange(range: AskedRange, span: Span): Partial<DateRange> {
  const [preset, isBefore] = range.startsWith(BEFORE) ? [range.slice(BEFORE.length), true] : [range, false];
  if (isRangePreset(preset)) {
    const dates = datesOfPreset(preset, span.from, span.to, span.recordedBy);
    if (!isBefore) return dates;
    const { from, to } = periodBefore(dates, span.to);
    return { from, to };
  }
  const [from = '', to = ''] = range.split('..');
  return { ...(from === '' ? {} : { from }), ...(to === '' ? {} : { to }) };
}
