import type { KeptProfile } from '../../../../shared/contract/profiles.ts';
import { useText } from '../../../lib/language.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import css from '../imports.module.css';
import { text } from './text.ts';
import { useProfileChanges } from './use-profiles.ts';

/** Says what removing a profile does before it is done. */
export function RemoveDialog({ kept, onClose }: { kept: KeptProfile; onClose: () => void }) {
  const t = useText(text);
  const { remove } = useProfileChanges();
  return (
    <ConfirmDialog
      title={t.removeTitle(kept.name || t.unnamed)}
      confirm={t.removeConfirm}
      cancel={t.cancel}
      destroys
      action={() => remove.mutateAsync(kept.id)}
      onClose={onClose}
    >
      <p>{t.removeWill}</p>
      <p className={css.quiet}>{t.removeKeeps}</p>
    </ConfirmDialog>
  );
}
