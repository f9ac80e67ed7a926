import type { PlanSummary } from '../../shared/query/answer.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { useText } from '../lib/language.tsx';
import { Part } from './part.tsx';
import { text } from './text.ts';
import css from './why.module.css';

/** Which files were read, and why or why not. */
export function FilesRead({ partitions }: Pick<PlanSummary, 'partitions'>) {
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
            <span className={css.quiet}>{words.partition(reason)}</span>
          </li>
        ))}
      </ul>
    </Part>
  );
}
