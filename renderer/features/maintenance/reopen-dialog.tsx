import { Button, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import css from './maintenance.module.css';
import { text } from './text.ts';

interface ReopenDialogProps {
  archive: { name: string; records: number; bytes: number };
  onClose: () => void;
}

/** Says what reopening an archive does, what it costs and how it is sealed again. */
export function ReopenDialog({ archive, onClose }: ReopenDialogProps) {
  const t = useText(text);
  const format = useFormat();
  const client = useClient();
  const reopen = useMutation({
    mutationFn: () => client.maintenance.reopen({ archive: archive.name }),
    onSuccess: onClose,
  });
  return (
    <Modal opened onClose={onClose} title={t.reopenTitle(archive.name)} size="md">
      <div className={css.dialogWords}>
        <p>
          {t.reopenWill(format.number(archive.records), archive.name, format.bytes(archive.bytes))} {t.archiveSame}
        </p>
        <p>{t.reopenFor}</p>
        <p className={css.quiet}>{t.reopenSafe}</p>
        {reopen.isError && (
          <p className={css.bad} role="alert">
            {reopen.error.message}
          </p>
        )}
      </div>
      <div className={css.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button loading={reopen.isPending} onClick={() => reopen.mutate()}>
          {t.reopenConfirm}
        </Button>
      </div>
    </Modal>
  );
}
