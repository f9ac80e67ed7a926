import { NO_DATA } from '../../lib/format.ts';
import { useFormat } from '../../lib/language.tsx';
import css from './lot-times.module.css';
import type { LotTimes as Times } from './to-bars.ts';

interface LotTimesProps {
  times: Times;
  /** The record that is open. */
  openId: number | null;
}

/**
 * When a lot was worked on, a row for each line: the length of a bar is time, what is filled at its foot the share of defects.
 * For the eye alone, as the table below says all of it.
 */
export function LotTimes({ times, openId }: LotTimesProps) {
  const format = useFormat();
  const percent = (share: number) => `${share * 100}%`;
  const [first, last] = [times.from, times.to].map(
    (at) => `${format.date(at.slice(0, 10))}, ${format.timeAsWritten(at)}`,
  );
  return (
    <div className={css.times} aria-hidden>
      {times.rows.map(({ line, bars }) => (
        <div key={line} className={css.row}>
          <span className={css.line}>{line ?? NO_DATA}</span>
          <div className={css.track}>
            {bars.map(({ id, from, length, scrap }) => (
              <span
                key={id}
                className={css.bar}
                data-open={id === openId}
                style={{ left: percent(from), width: percent(length) }}
              >
                <span className={css.scrap} style={{ height: percent(Math.min(1, scrap ?? 0)) }} />
              </span>
            ))}
          </div>
        </div>
      ))}
      <div className={css.row}>
        <span className={css.line} />
        <div className={css.ends}>
          <span>{first}</span>
          <span>{last}</span>
        </div>
      </div>
    </div>
  );
}
