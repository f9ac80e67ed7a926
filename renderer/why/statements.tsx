import { Button } from '@mantine/core';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import { useState } from 'react';
import { boundInWords, type ExplainedStatement } from '../../shared/query/explained.ts';
import type { QueryPlanStep } from '../../shared/query/query-plan.ts';
import { explainWords } from '../../shared/text/explain.ts';
import { useFormat, useText } from '../lib/language.tsx';
import { Part } from './part.tsx';
import { statementToCopy } from './statement-to-copy.ts';
import { text } from './text.ts';
import css from './why.module.css';

/** What the files are asked; each statement opens. */
export function StatementsPart({ title, statements }: { title: string; statements: readonly ExplainedStatement[] }) {
  if (statements.length === 0) return null;
  return (
    <Part title={title}>
      <Statements statements={statements} />
    </Part>
  );
}

/** The same, beneath a title that is there already. */
export function Statements({ statements }: { statements: readonly ExplainedStatement[] }) {
  return statements.map((statement) => (
    <Statement key={statement.files.map(({ partition }) => partition).join() + statement.sql} {...statement} />
  ));
}

function Statement(statement: ExplainedStatement) {
  const { sql, parameters, files, steps } = statement;
  const t = useText(text);
  const format = useFormat();
  const ran = files.flatMap((file) => file.ran ?? []);
  const rows = ran.reduce((sum, each) => sum + each.rows, 0);
  const elapsedMs = ran.reduce((sum, each) => sum + each.elapsedMs, 0);
  const bound = Object.entries(parameters);
  return (
    <details className={css.statement}>
      <summary>
        {format.list(files.map(({ partition }) => partition))}
        {ran.length > 0 && (
          <span className={css.quiet}>{t.statementMeta(format.number(rows), format.milliseconds(elapsedMs))}</span>
        )}
      </summary>
      {steps.length > 0 && (
        <>
          <h4 className={css.partTitle}>{t.inWords}</h4>
          <Steps steps={steps} />
        </>
      )}
      <h4 className={css.partTitle}>SQL</h4>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a part that scrolls must be reachable by keyboard */}
      <pre tabIndex={0}>{sql}</pre>
      {bound.length > 0 && (
        <dl className={css.bound}>
          {bound.map(([name, value]) => (
            <div key={name}>
              <dt>@{name}</dt>
              <dd>{boundInWords(name, value)}</dd>
            </div>
          ))}
        </dl>
      )}
      <CopyButton statement={statement} />
    </details>
  );
}

/** The steps of SQLite in plain words, those that belong to another beneath it; its own line is beside them. */
function Steps({ steps }: { steps: readonly QueryPlanStep[] }) {
  const words = useText(explainWords);
  return (
    <ul className={css.tree}>
      {steps.map((step, at) => {
        const told = words.queryPlan(step);
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: steps have no name of their own and never change their order
          <li key={at}>
            {told}
            {told !== step.line && <code className={css.line}>{step.line}</code>}
            {step.steps.length > 0 && <Steps steps={step.steps} />}
          </li>
        );
      })}
    </ul>
  );
}

function CopyButton({ statement }: { statement: ExplainedStatement }) {
  const t = useText(text);
  const [outcome, setOutcome] = useState<'copied' | 'failed' | null>(null);
  const copy = () =>
    navigator.clipboard.writeText(statementToCopy(statement)).then(
      () => setOutcome('copied'),
      () => setOutcome('failed'),
    );
  return (
    <div className={css.copy}>
      <Button
        variant="default"
        leftSection={outcome === 'copied' ? <IconCheck size={14} aria-hidden /> : <IconCopy size={14} aria-hidden />}
        onClick={() => void copy()}
      >
        {t.copy}
      </Button>
      <span role="status" className={css.quiet}>
        {outcome === 'copied' ? t.copied : outcome === 'failed' ? t.copyFailed : ''}
      </span>
    </div>
  );
}
