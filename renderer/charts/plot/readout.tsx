import { useText } from '../../lib/language.tsx';
import css from './plot.module.css';
import { type MarkAt, type Plot, stackHeight } from './plot.ts';
import { besidePoint, ReadoutCard, ReadoutTable } from './readout-card.tsx';
import { text } from './text.ts';

/** More series than this are told by those beside the active one. */
const TOLD = 9;

interface ReadoutProps {
  plot: Plot;
  at: MarkAt;
  /** Where it stands in the chart, px; it keeps to the side where there is room. */
  left: number;
  top: number;
  width: number;
  /** Tells what all series are together. */
  withTotal: boolean;
  /** What is said beside the name of the place, such as the share up to it. */
  note?: string | undefined;
}

/** The numbers at a place of a chart, aligned, the active one in bold. */
export function Readout({ plot, at, left, top, width, withTotal, note }: ReadoutProps) {
  const t = useText(text);
  const place = plot.places[at.place];
  if (!place) return null;
  const told = plot.series
    .map((series, index) => ({ series, index }))
    .filter(
      ({ series, index }) => index === at.series || plot.series.length <= TOLD || series.values[at.place] != null,
    );
  const first = Math.max(0, Math.min(told.findIndex(({ index }) => index === at.series) - 4, told.length - TOLD));
  const rows = told.slice(first, first + TOLD);
  const { compared } = plot;
  return (
    <ReadoutCard title={place.label} note={note} at={besidePoint({ left, top }, width)}>
      <ReadoutTable>
        {compared && (
          <thead>
            <tr>
              <td />
              <th scope="col">{t.now}</th>
              <th scope="col">{compared.name}</th>
              <th scope="col">{t.difference}</th>
            </tr>
          </thead>
        )}
        <tbody>
          {rows.map(({ series, index }) => (
            <tr key={series.id} data-active={index === at.series && plot.series.length > 1}>
              <th scope="row">
                <span className={css.key} style={{ background: series.colour }} />
                {series.name}
              </th>
              <td>{plot.format(series.values[at.place] ?? null)}</td>
              {compared && (
                <>
                  <td>{plot.format(series.before?.[at.place] ?? null)}</td>
                  <td>{compared.change(series.values[at.place] ?? null, series.before?.[at.place] ?? null)}</td>
                </>
              )}
            </tr>
          ))}
          {told.length > rows.length && (
            <tr>
              <th scope="row">{t.more(told.length - rows.length)}</th>
              <td />
            </tr>
          )}
          {withTotal && plot.series.length > 1 && (
            <tr data-total>
              <th scope="row">{t.together}</th>
              <td>{plot.format(stackHeight(plot.series, at.place))}</td>
            </tr>
          )}
        </tbody>
      </ReadoutTable>
    </ReadoutCard>
  );
}

/** The same in words, for who goes from mark to mark by keys. */
export function ReadoutWords({ plot, at }: { plot: Plot; at: MarkAt | null }) {
  const place = at && plot.places[at.place];
  const series = at && plot.series[at.series];
  const [now, before] =
    at && series ? [series.values[at.place] ?? null, series.before?.[at.place] ?? null] : [null, null];
  const words =
    place && series
      ? [
          place.label,
          plot.series.length > 1 && series.name,
          plot.format(now),
          plot.compared && `${plot.compared.name} ${plot.format(before)}`,
          plot.compared?.change(now, before),
        ]
          .filter(Boolean)
          .join(', ')
      : '';
  return (
    <div className="visually-hidden" role="status">
      {words}
    </div>
  );
}
