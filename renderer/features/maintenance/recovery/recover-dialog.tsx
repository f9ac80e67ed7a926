import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useClient } from '../../../lib/connection.tsx';
import { useText } from '../../../lib/language.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import css from '../maintenance.module.css';
import { text } from './text.ts';

interface RecoverDialogProps {
  way: 'rebuild' | 'accept';
  name: string;
  /** Where copies are looked for. */
  folders: readonly string[];
  onClose: () => void;
}

/** Says what rebuilding an archive, or taking it as it is, does, and starts it. */
export function RecoverDialog({ way, name, folders, onClose }: RecoverDialogProps) {
  const t = useText(text);
  const client = useClient();
  const [folder, setFolder] = useState('');
  const start = () =>
    way === 'accept'
      ? client.recovery.accept({ archive: name })
      : client.recovery.rebuild({ archive: name, folders: folder === '' ? [] : [folder] });
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
          <p className={css.quiet}>{folders.length > 0 ? t.copiesIn(folders.join(', ')) : t.noCopies}</p>
          <TextInput
            label={t.furtherFolder}
            description={t.furtherFolderHint}
            value={folder}
            onChange={(event) => setFolder(event.currentTarget.value.trim())}
          />
        </>
      )}
    </ConfirmDialog>
  );
}
