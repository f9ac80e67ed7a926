import type { Standby } from '../../../../shared/contract/standby.ts';
import { useClient } from '../../../lib/connection.tsx';
import { useText } from '../../../lib/language.tsx';
import { ConfirmDialog } from '../../../ui/confirm-dialog.tsx';
import { MissingPart } from '../../../ui/missing-part.tsx';
import { text } from './text.ts';

/** Says what failing over does, when, and what would be missing. */
export function FailOverDialog({ standby, onClose }: { standby: Standby; onClose: () => void }) {
  const t = useText(text);
  const client = useClient();
  return (
    <ConfirmDialog
      title={t.failOverTitle}
      size="lg"
      confirm={t.confirm}
      cancel={t.cancel}
      action={() => client.standby.failOver()}
      onClose={onClose}
    >
      <p>{t.failOverWill}</p>
      <p>{t.failOverLater}</p>
      <p>{t.failOverKept}</p>
      {standby.inStepAt !== null && <MissingPart missing={standby.missing} at={standby.inStepAt} />}
    </ConfirmDialog>
  );
}
