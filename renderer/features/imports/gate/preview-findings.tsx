import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { type FindingKind, findingDefinitions } from '../../../../shared/import/gate.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { type Said, saidOf, withDecision, withoutDecision } from './decisions.ts';
import { FindingDecision } from './finding-view.tsx';
import css from './gate.module.css';
import { KeptDecisions } from './kept-decisions.tsx';
import { text } from './text.ts';

interface PreviewFindingsProps {
  fileId: string;
  /** The file that is joined with it. */
  secondFileId: string | undefined;
  said: Said;
  onSay: (said: Said) => void;
}

/** What is not plausible in the first rows, while the file is looked at; nothing where all is as usual. */
export function PreviewFindings({ fileId, secondFileId, said, onSay }: PreviewFindingsProps) {
  const t = useText(text);
  const client = useClient();
  const { name: _, gate: __, ...reading } = useDeferredValue(said.profile);
  const found = useQuery({
    queryKey: ['gate', fileId, secondFileId, reading],
    queryFn: ({ signal }) => client.gate.preview({ fileId, secondFileId, profile: reading }, { signal }),
    placeholderData: keepPreviousData,
    staleTime: Number.POSITIVE_INFINITY,
    // A mapping that is not complete yet has no rows to look at.
    retry: false,
  });
  const findings = (found.data ?? []).filter(({ kind }) => findingDefinitions[kind].asks);
  const shown = new Set<FindingKind>(findings.map(({ kind }) => kind));
  const kept = Object.keys(said.profile.gate ?? {}).some((kind) => !shown.has(kind as FindingKind));
  if (findings.length === 0 && !kept) return null;
  return (
    <Panel title={t.previewTitle} subtitle={t.previewHint}>
      <div className={css.findings}>
        {findings.map((finding) => (
          <FindingDecision
            key={finding.kind}
            finding={finding}
            said={saidOf(said, finding.kind)}
            onDecide={(decision, always) => onSay(withDecision(said, finding.kind, decision, always))}
          />
        ))}
        <KeptDecisions said={said} except={shown} onAskAgain={(kind) => onSay(withoutDecision(said, kind))} />
      </div>
    </Panel>
  );
}
