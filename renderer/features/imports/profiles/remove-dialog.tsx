import { Button, Modal } from '@mantine/core';
import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import { useText } from '../../../lib/language.tsx';
import css from '../imports.module.css';
import { text } from './text.ts';
import { useProfileChanges } from './use-profiles.ts';

/** Says what removing a profile does before it is done. */
export function RemoveDialog({ kept, onClose }: { kept: KeptProfile; onClose: () => void }) {
  const t = useText(text);
  const { remove } = useProfileChanges(onClose);
  return (
    <Modal opened onClose={onClose} title={t.removeTitle(kept.name || t.unnamed)} size="md">
      <div className={css.dialogWords}>
        <p>{t.removeWill}</p>
        <p className={css.quiet}>{t.removeKeeps}</p>
        {remove.isError && (
          <p className={css.bad} role="alert">
            {remove.error.message}
          </p>
        )}
      </div>
      <div className={css.dialogButtons}>
        <Button variant="default" onClick={onClose}>
          {t.cancel}
        </Button>
        <Button color="red.9" loading={remove.isPending} onClick={() => remove.mutate(kept.id)}>
          {t.removeConfirm}
        </Button>
      </div>
    </Modal>
  );
}
