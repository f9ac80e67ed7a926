import { useState } from 'react';
import type { Recovery } from '../../../../shared/contract/recovery.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useText } from '../../../lib/language.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { FolderField } from '../../../ui/folder-field.tsx';
import css from '../maintenance.module.css';
import { text } from './text.ts';

interface RecoverDialogProps {
  way: 'rebuild' | 'accept';
  name: string;
  /** Where copies are looked for. */
  folders: Recovery['folders'];
  onClose: () => void;
}

/** Says what rebuilding an archive, or taking it as it is, does, and starts it. */
export function RecoverDialog({ way, name, folders, onClose }: RecoverDialogProps) {
  const t = useText(text);
  const client = useClient();
  const [folder, setFolder] = useState('');
  const known = [folders.backups, folders.standby].filter((path) => path !== null);
  const start = () =>
    way === 'accept'
      ? client.recovery.accept({ archive: name })
      : client.recovery.rebuild({ archive: name, folders: folder.trim() === '' ? [] : [folder.trim()] });
  return (
    <ConfirmDialog
      title={way === 'accept' ? t.acceptTitle(name) : t.rebuildTitle(name)}
      confirm={way === 'accept' ? t.acceptConfirm : t.rebuildConfirm}
      cancel={t.cancel}
      action={start}
      onClose={onClose}
    >
      {way === 'accept' ? (
        <p>{t.acceptWill}</p>
      ) : (
        <>
          <p>{t.rebuildWill}</p>
          <p className={css.quiet}>{known.length > 0 ? t.copiesIn(known.join(', ')) : t.noCopies}</p>
          <FolderField label={t.furtherFolder} description={t.furtherFolderHint} folder={folder} onFolder={setFolder} />
        </>
      )}
    </ConfirmDialog>
  );
}
