import { Button, Checkbox } from '@mantine/core';
import { useState } from 'react';
import { useText } from '../../../lib/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FolderField } from '../../../ui/folder-field.tsx';
import css from '../maintenance.module.css';
import { text } from './text.ts';
import { useStandbyChanges } from './use-standby.ts';

/** Sets the folder of the standby. */
export function FolderDialog({ folder: before, onClose }: { folder: string; onClose: () => void }) {
  const t = useText(text);
  const [folder, setFolder] = useState(before);
  const [takeOver, setTakeOver] = useState(false);
  const { set } = useStandbyChanges(onClose);
  return (
    <Dialog onClose={onClose} title={t.setTitle} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          set.mutate({ folder: folder.trim(), takeOver });
        }}
      >
        <div className={css.dialogWords}>
          <FolderField
            data-autofocus
            classNames={{ description: css.dialogDescription }}
            label={t.folder}
            description={t.folderWords}
            error={set.error?.message}
            folder={folder}
            onFolder={setFolder}
          />
          {set.isError && (
            <Checkbox
              label={t.takeOver}
              checked={takeOver}
              onChange={(event) => setTakeOver(event.currentTarget.checked)}
            />
          )}
        </div>
        <div className={css.dialogButtons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={folder.trim() === ''} loading={set.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
