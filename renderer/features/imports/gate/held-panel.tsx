import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Finding, findingDefinitions, openFindings } from '../../../../shared/import/gate.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import importsCss from '../imports.module.css';
import { mayUpdate, type Said, saidOf, withDecision, withoutUpdate, withUpdate } from './decisions.ts';
import { FindingDecision, FindingDetails, useFindingTitle } from './finding-view.tsx';
import css from './gate.module.css';
import { text } from './text.ts';

export interface HeldPanelProps {
  name: string;
  fileId: string;
  /** The file that is joined to it, where there is one. */
  secondFileId: string | undefined;
  findings: readonly Finding[];
  /** What was said about the file when the import began. */
  before: Said;
  /** The import goes on with what was decided, as this job. */
  onStarted: (jobId: string, said: Said) => void;
  /** Buttons that lead elsewhere. */
  otherwise: React.ReactNode;
}

/** An import that waits: what is not plausible in the whole file, and the decisions with which it goes on. */
export function HeldPanel({ name, fileId, secondFileId, findings, before, onStarted, otherwise }: HeldPanelProps) {
  const t = useText(text);
  const format = useFormat();
  const title = useFindingTitle();
  const client = useClient();
  const [said, setSaid] = useState(before);
  const start = useMutation({
    mutationFn: () => client.imports.start({ fileId, secondFileId, ...said }),
    onSuccess: ({ jobId }) => onStarted(jobId, said),
  });
  const asking = findings.filter(({ kind }) => findingDefinitions[kind].asks);
  const told = findings.filter(({ kind }) => !findingDefinitions[kind].asks);
  const isUpdate = (finding: Finding) => mayUpdate(finding, before) && said.profile.key.length > 0;
  const open = openFindings(
    asking
      .filter((finding) => !isUpdate(finding))
      .map((finding) => ({ ...finding, decision: saidOf(said, finding.kind)?.decision ?? null })),
  );
  return (
    <Panel title={t.heldTitle(name)} subtitle={t.heldHint}>
      <div className={css.findings}>
        {asking.map((finding) => (
          <FindingDecision
            key={finding.kind}
            finding={finding}
            said={saidOf(said, finding.kind)}
            update={
              mayUpdate(finding, before)
                ? { isChosen: isUpdate(finding), onChoose: () => setSaid(withUpdate(said)) }
                : undefined
            }
            onDecide={(decision, always) =>
              setSaid(withDecision(isUpdate(finding) ? withoutUpdate(said) : said, finding.kind, decision, always))
            }
          />
        ))}
        {told.map((finding) => (
          <div key={finding.kind} className={css.finding}>
            <p className={css.title}>
              {t.worthKnowing}: {title(finding)}
            </p>
            <FindingDetails finding={finding} />
          </div>
        ))}
      </div>
      <div className={css.bar}>
        <span role="status" className={start.isError ? importsCss.bad : importsCss.quiet}>
          {start.error?.message ?? (open.length > 0 ? t.decideFirst(format.list(open.map(title))) : t.allDecided)}
        </span>
        {otherwise}
        <Button disabled={open.length > 0} loading={start.isPending} onClick={() => start.mutate()}>
          {t.importNow}
        </Button>
      </div>
    </Panel>
  );
}
