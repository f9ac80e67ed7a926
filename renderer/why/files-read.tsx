import type { PlanSummary } from '../../shared/query/answer.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { useText } from '../lib/language.tsx';
import { Part } from './part.tsx';
import { text } from './text.ts';
import css from './why.module.css';

/** Which files were read, why or why not, and what is known against them. */
export function FilesRead({ partitions, flaws }: Pick<PlanSummary, 'partitions' | 'flaws'>) {
  const t = useText(text);
  const words = useText(explainWords);
  return (
    <Part title={t.filesRead}>
      <ul className={css.files}>
        {partitions.map(({ name, read, reason }) => (
          <li key={name} data-read={read}>
            <span className={css.file}>
              {name}
              <span className={css.quiet}>{read ? t.read : t.notRead}</span>
            </span>
            {[{ name, reason }, ...flaws.filter((flaw) => flaw.name === name)].map((told) => (
              <span key={told.reason.code} className={css.quiet}>
                {words.partition(told.reason)}
              </span>
            ))}
          </li>
        ))}
      </ul>
    </Part>
  );
}
