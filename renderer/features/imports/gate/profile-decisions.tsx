import { Select } from '@mantine/core';
import {
  type FindingKind,
  findingDefinitions,
  findingKinds,
  type GateDecision,
} from '../../../../shared/import/gate.ts';
import { findingWords } from '../../../../shared/import/gate-words.ts';
import type { ImportProfile } from '../../../../shared/import/profile.ts';
import { useLanguage, useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import css from '../imports.module.css';
import { withDecision, withoutDecision } from './decisions.ts';
import { text } from './text.ts';

interface ProfileDecisionsProps {
  profile: ImportProfile;
  onProfile: (profile: ImportProfile) => void;
}

const ASK = 'ask';

/** What a profile decides by itself of everything that the gate asks about; what it does not is asked. */
export function ProfileDecisions({ profile, onProfile }: ProfileDecisionsProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const asked = findingKinds.filter((kind) => findingDefinitions[kind].asks);
  const said = { profile, decisions: {} };
  const decide = (kind: FindingKind, decision: GateDecision | null) =>
    onProfile((decision ? withDecision(said, kind, decision, true) : withoutDecision(said, kind)).profile);
  return (
    <Panel title={t.profileTitle} subtitle={t.profileHint}>
      <div className={css.settings}>
        {asked.map((kind) => (
          <Select
            key={kind}
            label={findingWords[language][kind].name}
            allowDeselect={false}
            data={[
              { value: ASK, label: t.ask },
              ...findingDefinitions[kind].decisions.map((value) => ({
                value: value as string,
                label: t.decide[value],
              })),
            ]}
            value={profile.gate?.[kind] ?? ASK}
            onChange={(value) =>
              decide(kind, findingDefinitions[kind].decisions.find((decision) => decision === value) ?? null)
            }
          />
        ))}
      </div>
    </Panel>
  );
}
