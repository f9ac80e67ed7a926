import type { Recovery } from '../../../../shared/contract/recovery.ts';
import type { Job } from '../../../../shared/contract/schemas.ts';
import { useText } from '../../../lib/language.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { FlawedArchiveCard } from './flawed-archive-card.tsx';
import { FlawedLiveCard } from './flawed-live-card.tsx';
import css from './recovery.module.css';
import { text } from './text.ts';
import { useRecovery } from './use-recovery.ts';

interface RecoveryPanelProps {
  /** Kinds of job that are on their way. */
  busy: ReadonlySet<Job['kind']>;
}

const NOTHING: Recovery = { live: null, archives: [], folders: { backups: null, standby: null } };

/** Files that cannot be read or are not to be relied on, and what can be done for each; nothing where all are sound. */
export function RecoveryPanel({ busy }: RecoveryPanelProps) {
  const t = useText(text);
  const { live, archives, folders } = useRecovery().data ?? NOTHING;
  if (live === null && archives.length === 0) return null;
  const isBusy = busy.has('rebuildArchive') || busy.has('acceptArchive');
  return (
    <Panel title={t.title} subtitle={t.hint}>
      <ul className={css.archives}>
        {live && <FlawedLiveCard live={live} folders={folders} isChecking={busy.has('integrity')} />}
        {archives.map((archive) => (
          <FlawedArchiveCard key={archive.name} archive={archive} folders={folders} isBusy={isBusy} />
        ))}
      </ul>
    </Panel>
  );
}
