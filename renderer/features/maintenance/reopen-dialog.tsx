import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
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
  return (
    <ConfirmDialog
      title={t.reopenTitle(archive.name)}
      confirm={t.reopenConfirm}
      cancel={t.cancel}
      action={() => client.maintenance.reopen({ archive: archive.name })}
      onClose={onClose}
    >
      <p>
        {t.reopenWill(format.number(archive.records), archive.name, format.bytes(archive.bytes))} {t.archiveSame}
      </p>
      <p>{t.reopenFor}</p>
      <p className={css.quiet}>{t.reopenSafe}</p>
    </ConfirmDialog>
  );
}
