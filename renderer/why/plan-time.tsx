import type { PlanSummary } from '../../shared/query/answer.ts';
import { useFormat, useText } from '../lib/language.tsx';
import { Part } from './part.tsx';
import { StepBar } from './step-bar.tsx';
import { text } from './text.ts';
import css from './why.module.css';

type PlanTimeProps = Pick<PlanSummary, 'steps' | 'slices' | 'waitMs' | 'recordsRead'>;

/** Where the time of an answer went, and how much readers had to do for it. */
export function PlanTime({ steps, slices, waitMs, recordsRead }: PlanTimeProps) {
  const t = useText(text);
  const format = useFormat();
  return (
    <Part title={t.time}>
      <StepBar steps={steps} />
      {slices > 0 && <p className={css.quiet}>{t.pieces(format.number(slices), format.milliseconds(waitMs))}</p>}
      {recordsRead > 0 && <p className={css.quiet}>{t.recordsRead(format.number(recordsRead))}</p>}
    </Part>
  );
}
