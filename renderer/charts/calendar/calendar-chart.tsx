import { useElementSize } from '@mantine/hooks';
import { type KeyboardEvent, type PointerEvent, useMemo, useState } from 'react';
import type { DateRange } from '../../../shared/domain/range.ts';
import { firstWeekday, weekdayNamer } from '../../lib/first-weekday.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { ReadoutCard, ReadoutTable } from '../plot/readout-card.tsx';
import css from './calendar.module.css';
import { calendarSizes, dayAfterKey, dayAt, placeOfDay, stripsOf } from './layout.ts';
import { type DayValues, extentOf, rampOf } from './ramp.ts';
import { Strip } from './strip.tsx';
import { text } from './text.ts';

interface CalendarChartProps {
  range: DateRange;
  /** The days that are looked at now, outlined where they are not the whole range. */
  chosen: DateRange;
  values: DayValues;
  /** What is told of a day: names and values as they are written. */
  facts: (date: string) => readonly { name: string; value: string }[];
  format: (value: number) => string;
  /** As short as a cell needs it. */
  formatShort: (value: number) => string;
  label: string;
  onChoose: (date: string) => void;
}

/** Production days as cells of one hue, paler for less; a gap is a day without data. */
export function CalendarChart({
  range,
  chosen,
  values,
  facts,
  format,
  formatShort,
  label,
  onChoose,
}: CalendarChartProps) {
  const t = useText(text);
  const words = useFormat();
  const { ref, width } = useElementSize<HTMLDivElement>();
  const { from, to } = range;
  const strips = useMemo(() => stripsOf({ from, to }, firstWeekday(words.locale)), [from, to, words.locale]);
  const weekday = useMemo(() => weekdayNamer(words.locale), [words.locale]);
  const extent = useMemo(() => extentOf(values), [values]);
  const [pointed, setPointed] = useState<{ date: string; byKey: boolean } | null>(null);
  const sizes = calendarSizes(strips, width);
  const active = pointed && pointed.date >= from && pointed.date <= to ? pointed.date : null;
  const isPart = chosen.from !== from || chosen.to !== to;
  const dayUnder = (event: PointerEvent) => {
    const box = event.currentTarget.getBoundingClientRect();
    return dayAt(event.clientX - box.left, event.clientY - box.top, strips, sizes);
  };
  const point = (date: string | null) => {
    if (date !== pointed?.date) setPointed(date === null ? null : { date, byKey: false });
  };
  const release = (event: PointerEvent) => {
    const date = event.button === 0 ? dayUnder(event) : null;
    if (date !== null) onChoose(date);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const next = dayAfterKey(active, event.key, range);
    if (event.key === 'Enter' && active !== null) onChoose(active);
    else if (event.key === 'Escape' && active !== null) setPointed(null);
    else if (next !== null) setPointed({ date: next, byKey: true });
    else return;
    event.preventDefault();
  };
  return (
    <div className={css.chart}>
      <div ref={ref} style={{ minHeight: sizes.height }}>
        {width > 0 && (
          <svg
            role="application"
            aria-label={`${label} ${t.keys}`}
            // biome-ignore lint/a11y/noNoninteractiveTabindex: its days are gone through by arrow keys
            tabIndex={0}
            width={width}
            height={sizes.height}
            className={css.plot}
            onPointerMove={(event) => point(dayUnder(event))}
            onPointerLeave={() => setPointed(null)}
            onPointerUp={release}
            onKeyDown={onKeyDown}
            onBlur={() => setPointed(null)}
          >
            {strips.map((strip, at) => (
              <g key={strip.year ?? 'all'} transform={`translate(0 ${at * sizes.stripHeight})`}>
                <Strip
                  {...{ strip, sizes, values, extent, active, weekday, formatShort }}
                  chosen={isPart ? chosen : null}
                />
              </g>
            ))}
          </svg>
        )}
      </div>
      {active !== null && (
        <ReadoutCard
          title={`${weekday(active)}, ${words.date(active)}`}
          at={besideDay(placeOfDay(active, strips, sizes), sizes.cellWidth, sizes.cellHeight, width)}
        >
          <ReadoutTable>
            <tbody>
              {facts(active).map(({ name, value }) => (
                <tr key={name}>
                  <th scope="row">{name}</th>
                  <td>{value}</td>
                </tr>
              ))}
            </tbody>
          </ReadoutTable>
        </ReadoutCard>
      )}
      {extent && (
        <p className={css.legend}>
          <span>{format(extent.least)}</span>
          <span
            className={css.ramp}
            style={{ background: rampOf(sizes.hasNumbers) }}
            role="img"
            aria-label={t.legend(format(extent.least), format(extent.most))}
          />
          <span>{format(extent.most)}</span>
          <span className={css.gap} aria-hidden />
          <span>{t.noData}</span>
        </p>
      )}
      <div className="visually-hidden" role="status">
        {pointed?.byKey && active !== null
          ? [words.date(active), ...facts(active).map(({ name, value }) => `${name} ${value}`)].join(', ')
          : ''}
      </div>
    </div>
  );
}

/** Below the day, at the side where there is room. */
function besideDay({ x, y }: { x: number; y: number }, cellWidth: number, cellHeight: number, width: number) {
  const top = y + cellHeight + 4;
  return x > width / 2 ? { top, right: width - x } : { top, left: x + cellWidth };
}
