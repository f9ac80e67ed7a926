import type { PlanSummary } from '../../shared/query/answer.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { useFormat, useText } from '../lib/language.tsx';
import css from './why.module.css';

/** Where the time went: a bar of the steps in their order, and each with its time beneath it. */
export function StepBar({ steps }: Pick<PlanSummary, 'steps'>) {
  const words = useText(explainWords);
  const format = useFormat();
  const total = steps.reduce((sum, { elapsedMs }) => sum + elapsedMs, 0);
  return (
    <div className={css.steps}>
      <div className={css.bar} aria-hidden>
        {steps.map(({ step, elapsedMs }) => (
          <span key={step} data-step={step} style={{ flexGrow: (100 * elapsedMs) / total }} />
        ))}
      </div>
      <ul className={css.legend}>
        {steps.map(({ step, elapsedMs }) => (
          <li key={step}>
            <span className={css.swatch} data-step={step} aria-hidden />
            <span>{words.steps[step]}</span>
            <span className={css.time}>{format.milliseconds(elapsedMs)}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
