import { Button } from '@mantine/core';
import { useState } from 'react';
import type { Job } from '../../../../shared/contract/schemas.ts';
import type { Standby } from '../../../../shared/contract/standby.ts';
import { useCommand } from '../../../commands/commands.tsx';
import { NO_DATA } from '../../../lib/format.ts';
import { useFormat, useText } from '../../../lib/language.tsx';
import { ErrorState } from '../../../ui/error-state.tsx';
import { LoadingDim } from '../../../ui/loading-dim.tsx';
import { Panel } from '../../../ui/panel.tsx';
import { Told } from '../../../ui/told.tsx';
import { WhyButton } from '../../../why/why-button.tsx';
import { Figures } from '../figures.tsx';
import css from '../maintenance.module.css';
import { FailOverDialog } from './fail-over-dialog.tsx';
import { FolderDialog } from './folder-dialog.tsx';
import { lagWords, missingWords, stateWords } from './standby-words.ts';
import { text } from './text.ts';
import { useStandby, useStandbyChanges } from './use-standby.ts';

/** The second copy of the store: where it is, how far behind, and what can be done with it. */
export function StandbyPanel({ busy }: { busy: ReadonlySet<Job['kind']> }) {
  const t = useText(text);
  const found = useStandby();
  return (
    <Panel
      title={t.title}
      subtitle={t.hint}
      actions={found.data?.folder && <WhyButton of={t.title} why={{ of: 'health', subject: 'standby' }} />}
    >
      {found.isError && !found.data ? (
        <ErrorState error={found.error} onRetry={() => void found.refetch()} />
      ) : (
        <LoadingDim loading={found.isPending} empty={!found.data} height={96}>
          {found.data && <KnownStandby standby={found.data} isBusy={busy.has('failover')} />}
        </LoadingDim>
      )}
    </Panel>
  );
}

function KnownStandby({ standby, isBusy }: { standby: Standby; isBusy: boolean }) {
  const t = useText(text);
  const [dialog, setDialog] = useState<'folder' | 'failOver' | null>(null);
  const { off, followAnew, giveUp } = useStandbyChanges();
  useCommand('maintenance.failOver', () => setDialog(standby.holds === null ? 'folder' : 'failOver'));
  const failure = off.error ?? followAnew.error ?? giveUp.error;
  const { folder, now } = standby;
  const isWaiting = now.state === 'failingOver';
  return (
    <div className={css.backups}>
      {folder === null ? (
        <p>
          {t.notSetUp} <span className={css.quiet}>{t.notSetUpHint}</span>
        </p>
      ) : (
        <StandbyFigures standby={standby} />
      )}
      {isWaiting && (
        <WaitingFailover records={now.records} pending={giveUp.isPending} onGiveUp={() => giveUp.mutate()} />
      )}
      {failure && (
        <p className={css.bad} role="alert">
          <Told message={failure.message} />
        </p>
      )}
      <div className={css.backupButtons}>
        {now.state === 'stopped' && now.reason !== 'damaged' && (
          <Button title={t.followAnewHint} loading={followAnew.isPending} onClick={() => followAnew.mutate()}>
            {t.followAnew}
          </Button>
        )}
        {folder !== null && !isWaiting && (
          <Button variant="default" disabled={isBusy || standby.holds === null} onClick={() => setDialog('failOver')}>
            {t.failOver}
          </Button>
        )}
        <Button variant={folder === null ? 'filled' : 'default'} onClick={() => setDialog('folder')}>
          {folder === null ? t.setUp : t.change}
        </Button>
        {folder !== null && (
          <Button variant="default" loading={off.isPending} onClick={() => off.mutate()}>
            {t.off}
          </Button>
        )}
      </div>
      {dialog === 'folder' && <FolderDialog folder={folder ?? ''} onClose={() => setDialog(null)} />}
      {dialog === 'failOver' && <FailOverDialog standby={standby} onClose={() => setDialog(null)} />}
    </div>
  );
}

function StandbyFigures({ standby }: { standby: Standby }) {
  const t = useText(text);
  const format = useFormat();
  const state = stateWords(standby, t, format);
  const figures = [
    [t.lag, lagWords(standby, t, format)],
    [t.missing, missingWords(standby, t, format)],
    [t.lastInStep, standby.inStepAt === null ? NO_DATA : format.dateTime(standby.inStepAt)],
    [t.records, format.number(standby.holds?.records ?? null)],
    [t.where, standby.folder ?? NO_DATA],
  ] as const;
  return (
    <>
      <Figures of={figures} />
      {state && (
        <p className={state.bad ? css.bad : css.quiet} role={state.bad ? 'alert' : undefined}>
          {state.words}
        </p>
      )}
      {standby.sameDisk && <p className={css.quiet}>{t.sameDisk}</p>}
    </>
  );
}

interface WaitingFailoverProps {
  records: number;
  pending: boolean;
  onGiveUp: () => void;
}

function WaitingFailover({ records, pending, onGiveUp }: WaitingFailoverProps) {
  const t = useText(text);
  const format = useFormat();
  return (
    <div className={css.waiting} role="status">
      <p>
        {t.failingOver(format.number(records))} <span className={css.quiet}>{t.failingOverHint}</span>
      </p>
      <Button size="compact-sm" variant="default" loading={pending} onClick={onGiveUp}>
        {t.giveUp}
      </Button>
    </div>
  );
}
