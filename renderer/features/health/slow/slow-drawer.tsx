import type { ReactNode } from 'react';
import type { SlowQuestion } from '../../../../shared/contract/health.ts';
import { explainWords } from '../../../../shared/text/explain.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { Facts } from '../facts.tsx';
import { text } from '../text.ts';
import { PlanParts } from './plan-parts.tsx';
import css from './slow-drawer.module.css';

/** How a slow question was answered: its time step by step, why that way, the files and the statements. */
export function SlowDrawer({ question, onClose }: { question: SlowQuestion; onClose: () => void }) {
  const t = useText(text);
  const words = useText(explainWords);
  const format = useFormat();
  const facts = [
    { name: t.at, value: format.dateTime(question.at) },
    { name: t.took, value: format.milliseconds(question.elapsedMs) },
    { name: t.waited, value: format.milliseconds(question.waitMs), hint: t.waitedHint },
    { name: t.rows, value: format.number(question.rows) },
    { name: t.slices, value: format.number(question.slices), hint: t.slicesHint },
    { name: t.cache, value: t.cacheOutcomes[question.cache] },
    { name: t.outcome, value: t.outcomes[question.outcome] },
  ];
  return (
    <SidePanel title={t.question} onClose={onClose}>
      <Part title={t.kinds[question.kind]}>
        <p className={css.shape} lang="en">
          {question.shape}
        </p>
      </Part>
      <Part title={t.how}>
        <Facts facts={facts} />
      </Part>
      {question.whyNoRollup.length > 0 && (
        <Part title={t.whyNoRollup}>
          {question.whyNoRollup.map((reason) => (
            <p key={words.reason(reason)}>{words.reason(reason)}</p>
          ))}
        </Part>
      )}
      {question.plan && <PlanParts plan={question.plan} />}
    </SidePanel>
  );
}

/** A titled part of a drawer. */
export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.part}>
      <h3 className={css.title}>{title}</h3>
      {children}
    </section>
  );
}
