import { Button } from '@mantine/core';
import { useState } from 'react';
import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import { useText } from '../../../lib/language.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { NameInput } from '../../../ui/name-input.tsx';
import dialog from '../dialog.module.css';
import { text } from './text.ts';
import { useProfileChanges } from './use-profiles.ts';

/** Gives a profile, or a copy of it, a name. */
export function NameDialog({ kept, isCopy, onClose }: { kept: KeptProfile; isCopy: boolean; onClose: () => void }) {
  const t = useText(text);
  const label = kept.name || t.unnamed;
  const [name, setName] = useState(isCopy ? t.copyOf(label) : kept.name);
  const { rename, copy } = useProfileChanges(onClose);
  const change = isCopy ? copy : rename;
  return (
    <Dialog onClose={onClose} title={isCopy ? t.copyTitle(label) : t.renameTitle(label)} size="md">
      <form
        onSubmit={(event) => {
          event.preventDefault();
          change.mutate({ id: kept.id, name: name.trim() });
        }}
      >
        <div className={dialog.words}>
          <NameInput
            label={t.newName}
            maxLength={100}
            error={change.error?.message}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
        </div>
        <div className={dialog.buttons}>
          <Button variant="default" onClick={onClose}>
            {t.cancel}
          </Button>
          <Button type="submit" disabled={name.trim() === ''} loading={change.isPending}>
            {t.save}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
