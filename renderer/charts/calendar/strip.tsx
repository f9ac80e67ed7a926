import type { DateRange } from '../../../shared/domain/range.ts';
import { useFormat } from '../../lib/language.tsx';
import { widthOf } from '../plot/plot.ts';
import css from './calendar.module.css';
import type { CalendarSizes, CalendarStrip } from './layout.ts';
import { type DayValues, type Extent, tintOf } from './ramp.ts';

interface StripProps {
  strip: CalendarStrip;
  sizes: CalendarSizes;
  values: DayValues;
  extent: Extent | null;
  /** The days that are looked at now, outlined; null where it is all of them. */
  chosen: DateRange | null;
  active: string | null;
  weekday: (date: string) => string;
  /** As short as a cell needs it. */
  formatShort: (value: number) => string;
}

/** The days of a year, or of the whole range: columns of weeks below the names of months. */
export function Strip({ strip, sizes, values, extent, chosen, active, weekday, formatShort }: StripProps) {
  const { cellWidth, cellHeight, left, head } = sizes;
  return (
    <>
      <StripAxis strip={strip} sizes={sizes} weekday={weekday} />
      {strip.days.map(({ date, column, row }) => {
        const value = values.get(date) ?? null;
        const [x, y] = [left + column * cellWidth, head + row * cellHeight];
        return (
          <g key={date}>
            <rect
              className={css.day}
              data-date={date}
              data-gap={value === null}
              data-chosen={chosen !== null && date >= chosen.from && date <= chosen.to}
              data-active={date === active}
              x={x + 1}
              y={y + 1}
              width={cellWidth - 2}
              height={cellHeight - 2}
              rx={2}
              fill={value === null || extent === null ? 'none' : tintOf(value, extent, sizes.hasNumbers)}
            />
            {sizes.hasNumbers && value !== null && (
              <text className={css.number} x={x + cellWidth / 2} y={y + cellHeight / 2} dy="0.34em" textAnchor="middle">
                {formatShort(value)}
              </text>
            )}
          </g>
        );
      })}
    </>
  );
}

function StripAxis({ strip, sizes, weekday }: Pick<StripProps, 'strip' | 'sizes' | 'weekday'>) {
  const format = useFormat();
  const { cellWidth, cellHeight, left, head } = sizes;
  return (
    <g className={css.axis} aria-hidden>
      {strip.year !== null && (
        <text x={0} y={12} className={css.year}>
          {strip.year}
        </text>
      )}
      {strip.months.map(({ month, column }, at) => {
        const name = format.periodShort(month, 'month');
        const room = ((strip.months[at + 1]?.column ?? strip.columns) - column) * cellWidth;
        if (room < widthOf(name)) return null;
        return (
          <text key={month} x={left + column * cellWidth + 1} y={12}>
            {name}
          </text>
        );
      })}
      {/* Every other weekday where the rows stand close. */}
      {strip.days.slice(0, 7).map(
        ({ date, row }) =>
          (cellHeight >= 18 || row % 2 === 0) && (
            <text key={date} x={left - 8} y={head + (row + 0.5) * cellHeight} dy="0.32em" textAnchor="end">
              {weekday(date)}
            </text>
          ),
      )}
    </g>
  );
}
