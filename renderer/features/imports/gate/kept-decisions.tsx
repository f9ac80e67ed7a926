import { Button } from '@mantine/core';
import { type FindingKind, findingKinds } from '../../../../shared/import/gate.ts';
import { findingWords } from '../../../../shared/import/gate-words.ts';
import { useLanguage, useText } from '../../../lib/language.tsx';
import type { Said } from './decisions.ts';
import css from './gate.module.css';
import { text } from './text.ts';

interface KeptDecisionsProps {
  said: Said;
  /** Kinds that are shown with their findings. */
  except: ReadonlySet<FindingKind>;
  onAskAgain: (kind: FindingKind) => void;
}

/** What the profile decides by itself, so that nobody is surprised by it; each can be taken back. */
export function KeptDecisions({ said, except, onAskAgain }: KeptDecisionsProps) {
  const t = useText(text);
  const { language } = useLanguage();
  const title = (kind: FindingKind) => findingWords[language][kind].name;
  const kept = findingKinds.flatMap((kind) => {
    const decision = said.profile.gate?.[kind];
    return decision && !except.has(kind) ? [{ kind, decision }] : [];
  });
  if (kept.length === 0) return null;
  return (
    <div className={css.finding}>
      <p className={css.title}>{t.keptInProfile}</p>
      {kept.map(({ kind, decision }) => (
        <div key={kind} className={css.standing}>
          <span>
            {title(kind)}: {t.decided[decision]}
          </span>
          <Button
            variant="subtle"
            size="compact-xs"
            aria-label={t.askAgainAbout(title(kind))}
            onClick={() => onAskAgain(kind)}
          >
            {t.askAgain}
          </Button>
        </div>
      ))}
    </div>
  );
}
