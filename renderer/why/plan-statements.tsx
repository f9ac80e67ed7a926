import type { PlanSummary } from '../../shared/query/answer.ts';
import { useFormat, useText } from '../lib/language.tsx';
import { Part } from './part.tsx';
import { text } from './text.ts';
import css from './why.module.css';

/** The statements that were run for an answer that is past, without what was bound to them; each opens. */
export function PlanStatements({ statements }: Pick<PlanSummary, 'statements'>) {
  const t = useText(text);
  const format = useFormat();
  if (statements.length === 0) return null;
  return (
    <Part title={t.statements}>
      {statements.map(({ partition, sql, elapsedMs, rows }) => (
        <details key={`${partition} ${sql}`} className={css.statement}>
          <summary>
            {partition}
            <span className={css.quiet}>{t.statementMeta(format.number(rows), format.milliseconds(elapsedMs))}</span>
          </summary>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
          <pre tabIndex={0}>{sql}</pre>
        </details>
      ))}
    </Part>
  );
}
