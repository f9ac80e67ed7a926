import { useFormat, useText } from '../../lib/language.tsx';
import css from './minute-tooltip.module.css';
import { series } from './series.ts';
import { text } from './text.ts';
import type { Minute } from './to-minutes.ts';

/** The numbers of one minute, aligned. */
export function MinuteTooltip({ minute }: { minute: Minute }) {
  const t = useText(text);
  const format = useFormat();
  return (
    <div className={css.tooltip} aria-live="polite">
      <p className={css.title}>{format.time(new Date(minute.atMs).toISOString())}</p>
      <table className={css.table}>
        <tbody>
          <tr>
            <th scope="row">{t.questions}</th>
            <td>{format.number(minute.count)}</td>
          </tr>
          {series.map(({ key }) => (
            <tr key={key}>
              <th scope="row">{t.percentiles[key]}</th>
              <td>{format.milliseconds(minute[key])}</td>
            </tr>
          ))}
          <tr>
            <th scope="row">{t.worst}</th>
            <td>{format.milliseconds(minute.worst)}</td>
          </tr>
        </tbody>
      </table>
    </div>
  );
}
