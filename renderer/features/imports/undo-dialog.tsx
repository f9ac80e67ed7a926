import type { Batch } from '../../../shared/contract/schemas.ts';
import { useClient } from '../../lib/connection.tsx';
import { useFormat, useText } from '../../lib/language.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import css from './imports.module.css';
import { text } from './text.ts';
import { text as undoText } from './undo-text.ts';

/** Says what undoing an import will do before it is done; the job then tells how it goes. */
export function UndoDialog({ batch, onClose }: { batch: Batch; onClose: () => void }) {
  const t = useText(text);
  const words = useText(undoText);
  const format = useFormat();
  const client = useClient();
  const dates = batch.firstDate && batch.lastDate ? format.dateRange(batch.firstDate, batch.lastDate) : '';
  const inserted = format.number(batch.inserted);
  return (
    <ConfirmDialog
      title={words.undoTitle(batch.file)}
      confirm={batch.inserted > 0 ? words.undoConfirm(inserted) : t.undo}
      cancel={words.keep}
      destroys
      action={() => client.imports.undo({ batchId: batch.batchId })}
      onClose={onClose}
    >
      {batch.inserted > 0 && <p>{words.undoWillRemove(inserted, dates)}</p>}
      {batch.updated > 0 && <p>{words.undoWillRestore(format.number(batch.updated))}</p>}
      <p className={css.quiet}>{words.undoKeepsFile}</p>
    </ConfirmDialog>
  );
}
