import { useClient } from '../../lib/connection.tsx';
import { useText } from '../../lib/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { CompactForecast } from './forecast-words.tsx';
import { text } from './text.ts';

/** Says what compacting does, gives and needs, then starts it. */
export function CompactDialog({ onClose }: { onClose: () => void }) {
  const t = useText(text);
  const client = useClient();
  return (
    <ConfirmDialog
      title={t.compactTitle}
      confirm={t.compactConfirm}
      cancel={t.cancel}
      action={() => client.maintenance.vacuum()}
      onClose={onClose}
    >
      <p>{t.compactWill}</p>
      <CompactForecast />
    </ConfirmDialog>
  );
}
