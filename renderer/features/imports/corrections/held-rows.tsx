import { Button } from '@mantine/core';
import { useState } from 'react';
import { type Finding, findingDefinitions, type GateDecisions, openFindings } from '../../../../shared/import/gate.ts';
import { useText } from '../../../lib/language.tsx';
import { FindingDecision } from '../gate/finding-view.tsx';
import { text as gateText } from '../gate/text.ts';
import css from './corrections.module.css';

interface HeldRowsProps {
  findings: readonly Finding[];
  isRunning: boolean;
  onImport: (decisions: GateDecisions) => void;
}

/** Corrected rows that are not plausible: they wait until a person has decided. Those left out stay set aside. */
export function HeldRows({ findings, isRunning, onImport }: HeldRowsProps) {
  const t = useText(gateText);
  const [decisions, setDecisions] = useState<GateDecisions>({});
  const decisionOf = (finding: Finding) => decisions[finding.kind] ?? finding.decision;
  const open = openFindings(findings.map((finding) => ({ ...finding, decision: decisionOf(finding) })));
  return (
    <div className={css.held}>
      {findings
        .filter(({ kind }) => findingDefinitions[kind].asks)
        .map((finding) => {
          const decision = decisionOf(finding);
          return (
            <FindingDecision
              key={finding.kind}
              finding={finding}
              said={decision === null ? null : { decision, always: false }}
              onDecide={(next) => setDecisions({ ...decisions, [finding.kind]: next })}
              isOnce
            />
          );
        })}
      <Button disabled={open.length > 0} loading={isRunning} onClick={() => onImport(decisions)}>
        {t.importNow}
      </Button>
    </div>
  );
}
