import { Button } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backups } from '../../../../shared/contract/backups.ts';
import type { Job } from '../../../../shared/contract/schemas.ts';
import { useCommand } from '../../../commands/commands.tsx';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Told } from '../../../ui/told.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import css from '../maintenance.module.css';
import { BackupFigures } from './backup-figures.tsx';
import { PlanDialog } from './plan-dialog.tsx';
import { RestoreDialog } from './restore-dialog.tsx';
import { text } from './text.ts';
import { useBackups } from './use-backups.ts';

interface BackupPanelProps {
  storeFolder: string;
  /** Kinds of job that are on their way. */
  busy: ReadonlySet<Job['kind']>;
}

/** Where the store is backed up to, the last backup, and what can be done with them. */
export function BackupPanel({ storeFolder, busy }: BackupPanelProps) {
  const t = useText(text);
  const backups = useBackups();
  const found = backups.data;
  return (
    <Panel
      title={t.title}
      subtitle={t.hint}
      actions={found?.plan.folder && <WhyButton of={t.title} why={{ of: 'health', subject: 'backups' }} />}
    >
      {backups.isError && !found ? (
        <ErrorState error={backups.error} onRetry={() => void backups.refetch()} />
      ) : (
        <LoadingDim loading={backups.isPending} empty={!found} height={96}>
          {found && <KnownBackups found={found} storeFolder={storeFolder} busy={busy} />}
        </LoadingDim>
      )}
    </Panel>
  );
}

function KnownBackups({ found, storeFolder, busy }: BackupPanelProps & { found: Backups }) {
  const t = useText(text);
  const client = useClient();
  const queryClient = useQueryClient();
  const [dialog, setDialog] = useState<'plan' | 'restore' | null>(null);
  const backUp = useMutation({ mutationFn: () => client.maintenance.backup({}) });
  const drill = useMutation({ mutationFn: () => client.maintenance.drill({}) });
  const giveUp = useMutation({
    mutationFn: () => client.maintenance.dropRestore(),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['backups'] }),
  });
  const isSetUp = found.plan.folder !== null;
  const isEmpty = found.backups.length === 0;
  const isBusy = busy.has('backup') || busy.has('drill') || busy.has('restore');
  const startBackup = () => (isSetUp ? backUp.mutate() : setDialog('plan'));
  useCommand('maintenance.backup', startBackup);
  useCommand('maintenance.restore', () => setDialog(isSetUp && !isEmpty ? 'restore' : 'plan'));
  const failure = backUp.error ?? drill.error ?? giveUp.error;
  return (
    <div className={css.backups}>
      {isSetUp ? (
        <BackupFigures found={found} />
      ) : (
        <p>
          {t.notSetUp} <span className={css.quiet}>{t.notSetUpHint}</span>
        </p>
      )}
      {found.waiting && (
        <WaitingRestore waiting={found.waiting} pending={giveUp.isPending} onGiveUp={() => giveUp.mutate()} />
      )}
      {failure && (
        <p className={css.bad} role="alert">
          <Told message={failure.message} />
        </p>
      )}
      <div className={css.backupButtons}>
        {isSetUp && (
          <>
            <Button disabled={isBusy} onClick={startBackup}>
              {t.backUpNow}
            </Button>
            <Button variant="default" title={t.drillHint} disabled={isBusy || isEmpty} onClick={() => drill.mutate()}>
              {t.drill}
            </Button>
            <Button variant="default" disabled={isBusy || isEmpty} onClick={() => setDialog('restore')}>
              {t.restore}
            </Button>
          </>
        )}
        <Button variant={isSetUp ? 'default' : 'filled'} onClick={() => setDialog('plan')}>
          {isSetUp ? t.change : t.setUp}
        </Button>
      </div>
      {dialog === 'plan' && <PlanDialog plan={found.plan} onClose={() => setDialog(null)} />}
      {dialog === 'restore' && (
        <RestoreDialog found={found} storeFolder={storeFolder} onClose={() => setDialog(null)} />
      )}
    </div>
  );
}

interface WaitingRestoreProps {
  waiting: NonNullable<Backups['waiting']>;
  pending: boolean;
  onGiveUp: () => void;
}

function WaitingRestore({ waiting, pending, onGiveUp }: WaitingRestoreProps) {
  const t = useText(text);
  const format = useFormat();
  return (
    <div className={css.waiting} role="status">
      <p>
        {t.waiting(format.dateTime(waiting.madeAt), format.number(waiting.records))}{' '}
        <span className={css.quiet}>{t.waitingHint}</span>
      </p>
      <Button size="compact-sm" variant="default" loading={pending} onClick={onGiveUp}>
        {t.giveUp}
      </Button>
    </div>
  );
}
