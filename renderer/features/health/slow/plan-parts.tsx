import type { PlanSummary } from '../../../../shared/query/answer.ts';
import { explainWords } from '../../../../shared/text/explain.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { text } from '../text.ts';
import css from './slow-drawer.module.css';
import { Part } from './slow-drawer.tsx';

/** A plan as it was carried out: steps with their times, what answered and why, the files, the statements. */
export function PlanParts({ plan }: { plan: PlanSummary }) {
  const t = useText(text);
  const words = useText(explainWords);
  const format = useFormat();
  const longestMs = Math.max(...plan.steps.map(({ elapsedMs }) => elapsedMs), Number.MIN_VALUE);
  return (
    <>
      <Part title={t.steps}>
        <ul className={css.steps}>
          {plan.steps.map(({ step, elapsedMs }) => (
            <li key={step}>
              <span>{words.steps[step]}</span>
              <span className={css.track}>
                <span className={css.bar} style={{ width: `${(100 * elapsedMs) / longestMs}%` }} />
              </span>
              <span className={css.number}>{format.milliseconds(elapsedMs)}</span>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={t.source}>
        <p>{words.source(plan.source)}</p>
        {plan.reasons.map((reason) => (
          <p key={words.reason(reason)} className={css.quiet}>
            {words.reason(reason)}
          </p>
        ))}
      </Part>
      <Part title={t.files}>
        <ul className={css.files}>
          {plan.partitions.map(({ name, read, reason }) => (
            <li key={name} data-read={read}>
              <span className={css.file}>
                {name}
                <span className={css.quiet}>{read ? t.fileRead : t.fileNotRead}</span>
              </span>
              <span className={css.quiet}>{words.partition(reason)}</span>
            </li>
          ))}
        </ul>
      </Part>
      {plan.statements.length > 0 && (
        <Part title={t.statements}>
          {plan.statements.map(({ partition, sql, elapsedMs, rows }) => (
            <details key={`${partition} ${sql}`} className={css.statement}>
              <summary>
                {partition}
                <span className={css.quiet}>
                  {t.statementRows(format.number(rows), format.milliseconds(elapsedMs))}
                </span>
              </summary>
              <pre>{sql}</pre>
            </details>
          ))}
        </Part>
      )}
    </>
  );
}
