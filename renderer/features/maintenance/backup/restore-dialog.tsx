import { Code, Select } from '@mantine/core';
import { useState } from 'react';
import type { Backups } from '../../../../shared/contract/backups.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import css from '../maintenance.module.css';
import { restoreCommand } from './restore-command.ts';
import { text } from './text.ts';

interface RestoreDialogProps {
  found: Backups;
  storeFolder: string;
  onClose: () => void;
}

/** Chooses a backup and says what restoring it does, when, and what is kept. */
export function RestoreDialog({ found: { plan, backups }, storeFolder, onClose }: RestoreDialogProps) {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const [chosen, setChosen] = useState(backups[0]?.madeAt ?? '');
  return (
    <ConfirmDialog
      title={t.restoreTitle}
      size="lg"
      confirm={t.restoreConfirm}
      cancel={t.cancel}
      action={() => client.maintenance.restore({ at: chosen })}
      onClose={onClose}
    >
      <Select
        data-autofocus
        label={t.choose}
        allowDeselect={false}
        data={backups.map(({ madeAt, records, bytes }) => ({
          value: madeAt,
          label: t.option(format.dateTime(madeAt), format.number(records), format.bytes(bytes)),
        }))}
        value={chosen}
        onChange={(value) => setChosen(value ?? chosen)}
      />
      <p>{t.restoreWill}</p>
      <p>{t.restoreLater}</p>
      <p>{t.restoreKept}</p>
      <p className={css.quiet}>{t.restoreFromCommandLine}</p>
      <Code block className={css.commandLine}>
        {restoreCommand({ store: storeFolder, folder: plan.folder ?? '', at: chosen })}
      </Code>
    </ConfirmDialog>
  );
}
