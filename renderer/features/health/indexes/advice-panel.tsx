import { Button } from '@mantine/core';
import type { Advice } from '../../../../shared/contract/indexes.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { JobProgress } from '../../../ui/job-progress.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import css from './indexes.module.css';
import { ProposalPart } from './proposal-part.tsx';
import { text } from './text.ts';
import type { Indexes } from './use-indexes.ts';

interface AdvicePanelProps {
  advice: Advice | null;
  indexes: Indexes;
}

/** Tries indexes when a person asks for it, and shows what each would save and cost. */
export function AdvicePanel({ advice, indexes }: AdvicePanelProps) {
  const t = useText(text);
  const format = useFormat();
  const { running, error } = indexes;
  return (
    <Panel
      title={t.advice}
      subtitle={advice ? t.shapesTried(format.number(advice.shapes.length), format.time(advice.at)) : t.adviceHint}
      actions={
        <>
          {advice && <WhyButton of={t.advice} why={{ of: 'health', subject: 'advice' }} />}
          <Button
            className={css.action}
            variant="default"
            title={t.tryHint}
            disabled={running !== undefined}
            onClick={() => indexes.advise()}
          >
            {advice ? t.tryAgain : t.try}
          </Button>
        </>
      }
    >
      {error && (
        <p className={css.bad} role="alert">
          {t.failed(error.message)}
        </p>
      )}
      {running && <JobProgress job={running} untitled />}
      {!running && <Proposals advice={advice} indexes={indexes} />}
    </Panel>
  );
}

function Proposals({ advice, indexes }: AdvicePanelProps) {
  const t = useText(text);
  if (!advice) return <EmptyState title={t.noAdviceYet}>{t.tryHint}</EmptyState>;
  if (advice.proposals.length === 0) {
    return <EmptyState title={advice.shapes.length === 0 ? t.nothingSlow : t.nothingHelps} />;
  }
  const worthItFirst = advice.proposals.toSorted((a, b) => Number(b.worthIt) - Number(a.worthIt));
  return (
    <ul className={css.proposals}>
      {worthItFirst.map((proposal) => (
        <ProposalPart key={proposal.name} proposal={proposal} indexes={indexes} />
      ))}
    </ul>
  );
}
