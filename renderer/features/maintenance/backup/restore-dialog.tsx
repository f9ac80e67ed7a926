import { Button, Code, Modal, Select } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import type { Backups } from '../../../../shared/contract/backups.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useFormat, useText } from '../../../lib/language.tsx';
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
  const restore = useMutation({
    mutationFn: () => client.maintenance.restore({ at: chosen }),
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t.restoreTitle} size="lg">
      <div className={css.dialogWords}>
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
        {restore.isError && (
          <p className={css.bad} role="alert">
            {restore.error.message}
          </p>
        )}
      </div>
      <div className={css.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button loading={restore.isPending} onClick={() => restore.mutate()}>
          {t.restoreConfirm}
        </Button>
      </div>
    </Modal>
  );
}
