import { useState } from 'react';
import type { StoreStatus } from '../../../shared/contract/schemas.ts';
import { useCommand } from '../../commands/commands.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { useStatus } from '../../lib/use-status.ts';
import { ErrorState } from '../../ui/error-state.tsx';
import { LoadingDim } from '../../ui/loading-dim.tsx';
import { Panel } from '../../ui/panel.tsx';
import { Screen } from '../../ui/screen.tsx';
import type { Why } from '../../why/why.ts';
import { WhyButton } from '../../why/why-button.tsx';
import { Actions } from './actions.tsx';
import { ArchiveDialog } from './archive-dialog.tsx';
import { BackupPanel } from './backup/backup-panel.tsx';
import { CompactDialog } from './compact-dialog.tsx';
import { JobHistory } from './job-history.tsx';
import css from './maintenance.module.css';
import { PartitionsTable } from './partitions-table.tsx';
import { RecoveryPanel } from './recovery/recovery-panel.tsx';
import { ReopenDialog } from './reopen-dialog.tsx';
import { SchedulePanel } from './schedule/schedule-panel.tsx';
import { StandbyPanel } from './standby/standby-panel.tsx';
import { text } from './text.ts';
import { useMaintenance } from './use-maintenance.ts';

const whyRecords: Why = { of: 'report', measures: ['records'], query: { measures: ['records'] } };
const whyStore: Why = { of: 'file', partition: null };

/** The files of the store, what can be done for them, and what was done. */
export function MaintenanceScreen() {
  const t = useText(text);
  const format = useFormat();
  const status = useStatus();
  const [dialog, setDialog] = useState<'archive' | 'compact' | null>(null);
  const [reopened, setReopened] = useState<StoreStatus['partitions'][number] | null>(null);
  const maintenance = useMaintenance();
  useCommand('maintenance.vacuum', () => setDialog('compact'));
  useCommand('maintenance.integrity', () => maintenance.check.mutate());
  useCommand('maintenance.archive', () => setDialog('archive'));

  const store = status.data;
  if (!store) {
    return (
      <Screen title={t.title}>
        <Panel title={t.partitions}>
          {status.isError ? (
            <ErrorState error={status.error} onRetry={() => void status.refetch()} />
          ) : (
            <LoadingDim loading empty height={240}>
              {null}
            </LoadingDim>
          )}
        </Panel>
      </Screen>
    );
  }
  const free = store.partitions.reduce((sum, partition) => sum + partition.freeBytes, 0);
  const figures: { name: string; value: string; why: Why }[] = [
    { name: t.records, value: format.number(store.records), why: whyRecords },
    { name: t.size, value: format.bytes(store.bytes), why: whyStore },
    { name: t.free, value: format.bytes(free), why: whyStore },
    { name: t.files, value: format.number(store.partitions.length), why: whyStore },
  ];
  return (
    <Screen title={t.title} subtitle={t.storeIn(store.folder)}>
      <dl className={css.figures}>
        {figures.map(({ name, value, why }) => (
          <div key={name}>
            <dt>
              {name}
              <WhyButton of={name} why={why} />
            </dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <RecoveryPanel busy={maintenance.busy} />
      <Actions
        store={store}
        busy={maintenance.busy}
        error={maintenance.check.error?.message ?? null}
        onCompact={() => setDialog('compact')}
        onCheck={() => maintenance.check.mutate()}
        onArchive={() => setDialog('archive')}
      />
      <BackupPanel storeFolder={store.folder} busy={maintenance.busy} />
      <StandbyPanel busy={maintenance.busy} />
      <SchedulePanel busy={maintenance.busy} />
      <PartitionsTable store={store} onReopen={setReopened} />
      <JobHistory />
      {dialog === 'archive' && <ArchiveDialog store={store} onClose={() => setDialog(null)} />}
      {reopened && <ReopenDialog archive={reopened} onClose={() => setReopened(null)} />}
      {dialog === 'compact' && <CompactDialog onClose={() => setDialog(null)} />}
    </Screen>
  );
}
