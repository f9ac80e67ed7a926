import type { Job } from '../../../../shared/contract/schemas.ts';
import { useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { FlawedArchiveCard } from './flawed-archive-card.tsx';
import css from './recovery.module.css';
import { text } from './text.ts';
import { useRecovery } from './use-recovery.ts';

interface RecoveryPanelProps {
  /** Kinds of job that are on their way. */
  busy: ReadonlySet<Job['kind']>;
}

/** Archives that cannot be read or are not to be relied on, and what can be done for each; nothing where all are sound. */
export function RecoveryPanel({ busy }: RecoveryPanelProps) {
  const t = useText(text);
  const { archives, folders } = useRecovery().data ?? { archives: [], folders: [] };
  if (archives.length === 0) return null;
  const isBusy = busy.has('rebuildArchive') || busy.has('acceptArchive');
  return (
    <Panel title={t.title} subtitle={t.hint}>
      <ul className={css.archives}>
        {archives.map((archive) => (
          <FlawedArchiveCard key={archive.name} archive={archive} folders={folders} isBusy={isBusy} />
        ))}
      </ul>
    </Panel>
  );
}
