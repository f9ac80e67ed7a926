import type { SlowQuestion } from '../../../../shared/contract/health.ts';
import { explainWords } from '../../../../shared/text/explain.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { SidePanel } from '../../../ui/side-panel.tsx';
import { FilesRead } from '../../../why/files-read.tsx';
import { Part } from '../../../why/part.tsx';
import { PlanStatements } from '../../../why/plan-statements.tsx';
import { PlanTime } from '../../../why/plan-time.tsx';
import { Facts } from '../facts.tsx';
import { ShapeName } from '../responses/shape-name.tsx';
import { text } from '../text.ts';
import css from './slow-drawer.module.css';

/** How a slow question was answered: why that way, where its time went, the files and the statements. */
export function SlowDrawer({ question, onClose }: { question: SlowQuestion; onClose: () => void }) {
  const t = useText(text);
  const words = useText(explainWords);
  const format = useFormat();
  const { plan } = question;
  const reasons = plan?.reasons.map(words.reason) ?? [];
  const whyNoRollup = question.whyNoRollup.map(words.reason).filter((reason) => !reasons.includes(reason));
  const facts = [
    { name: t.at, value: format.dateTime(question.at) },
    { name: t.took, value: format.milliseconds(question.elapsedMs) },
    { name: t.waited, value: format.milliseconds(question.waitMs), hint: t.waitedHint },
    { name: t.rows, value: format.number(question.rows) },
    { name: t.cache, value: t.cacheOutcomes[question.cache] },
    { name: t.outcome, value: t.outcomes[question.outcome] },
  ];
  return (
    <SidePanel title={t.question} onClose={onClose}>
      <Part title={t.kinds[question.kind]}>
        <p className={css.shape}>
          <ShapeName shape={question.shape} />
        </p>
      </Part>
      <Part title={t.how}>
        <Facts facts={facts} />
      </Part>
      {question.source && (
        <Part title={t.source}>
          <p>{words.source(question.source)}</p>
          {[...reasons, ...whyNoRollup].map((reason) => (
            <p key={reason} className={css.quiet}>
              {reason}
            </p>
          ))}
        </Part>
      )}
      {plan && (
        <>
          <PlanTime {...plan} />
          <FilesRead partitions={plan.partitions} flaws={plan.flaws} />
          <PlanStatements statements={plan.statements} />
        </>
      )}
    </SidePanel>
  );
}
