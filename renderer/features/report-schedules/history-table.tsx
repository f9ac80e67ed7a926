import type { ReportRun } from '../../../shared/contract/report-schedules.ts';
import { useFormat, useText } from '../../lib/language.tsx';
import { Told } from '../../ui/told.tsx';
import css from './reports.module.css';
import { text } from './text.ts';

/** The name of a file, and beneath it where it lies; either kind of slash may part them. */
function FilePlace({ path }: { path: string }) {
  const at = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
  return (
    <>
      <span className={css.path}>{path.slice(at)}</span>
      <p className={`${css.quiet} ${css.path}`}>{path.slice(0, at)}</p>
    </>
  );
}

/** What was written, or why not: newest first. */
export function HistoryTable({ history }: { history: readonly ReportRun[] }) {
  const t = useText(text);
  const format = useFormat();
  if (history.length === 0) return <p className={css.quiet}>{t.nothingWritten}</p>;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard
    <div className={css.scroll} tabIndex={0}>
      <table className={css.table}>
        <thead>
          <tr>
            <th>{t.at}</th>
            <th>{t.report}</th>
            <th>{t.what}</th>
            <th className={css.number}>{t.rows}</th>
            <th className={css.number}>{t.size}</th>
            <th>{t.asOf}</th>
            <th>{t.file}</th>
          </tr>
        </thead>
        <tbody>
          {history.map((run) => (
            <tr key={`${run.schedule} ${run.at} ${run.due}`}>
              <td>{format.dateTime(run.at)}</td>
              <th scope="row">
                {run.name}
                {run.due === null && <span className={css.quiet}> {t.byHand}</span>}
              </th>
              <td>{format.dateRange(run.from, run.to)}</td>
              <td className={css.number}>{format.number(run.rows)}</td>
              <td className={css.number}>{run.bytes === null ? format.number(null) : format.bytes(run.bytes)}</td>
              <td>{format.dateTime(run.asOf)}</td>
              <td className={css.outcome}>
                {run.file === null ? (
                  <span className={run.state === 'failed' ? css.bad : css.quiet}>
                    {t.states[run.state]}. <Told message={run.message} />
                  </span>
                ) : (
                  <FilePlace path={run.file} />
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
